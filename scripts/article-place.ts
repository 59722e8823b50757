/** Where a new article belongs: its column and its folder. What `new` and `import` share. */
import { join } from 'node:path';
import { LONGEST_SLUG, placeArticle, slugOfTitle } from '../src/desk/place-article.ts';
import type { NewPlace } from '../src/desk/place-article.ts';
import { isArticleName } from '../src/model/article-name.ts';
import { columnsSchema } from '../src/model/columns.ts';
import type { Column } from '../src/model/columns.ts';
import { formatIssues } from '../src/model/issue.ts';
import { slugFrom } from '../src/model/latin-names.ts';
import { siteSchema } from '../src/model/site-config.ts';
import type { SiteConfig } from '../src/model/site-config.ts';
import type { SiteOptions } from '../src/output/options.ts';
import { unquotedName } from '../src/reading/quoted-name.ts';
import { readYamlFile } from '../src/reading/read-yaml-file.ts';
import { pathAsStaffSeeIt } from '../src/reading/staff-path.ts';
import { findColumn } from '../src/rules/column-checks.ts';
import { EXIT, wrongUse } from './arguments.ts';
import type { openQuestions } from './ask.ts';

type Questions = ReturnType<typeof openQuestions>;

/** The bureau's columns and settings. Says what is wrong with them and ends with 1 where they cannot be read. */
export async function bureauSettings({
  roots: { content },
}: SiteOptions): Promise<{ columns: readonly Column[]; site: SiteConfig }> {
  const staffPath = pathAsStaffSeeIt(content);
  const at = (name: string) => [join(content, name), staffPath(join(content, name))] as const;
  const columns = await readYamlFile(...at('columns.yaml'), columnsSchema);
  const site = await readYamlFile(...at('site.yaml'), siteSchema);
  if (columns.value && site.value) return { columns: columns.value, site: site.value };
  console.log(formatIssues([...columns.issues, ...site.issues]));
  process.exit(EXIT.problems);
}

/** A column by its name or slug; asked for where none is given. What is no column is wrong use. */
export async function chosenColumn(
  written: string | undefined,
  columns: readonly Column[],
  questions: Questions | undefined,
): Promise<{ category: string; column: Column }> {
  const category = unquotedName(written ?? (await askColumn(columns, questions)));
  const found = findColumn(category, columns);
  if (!('column' in found)) wrongUse(`${found.message}\n${found.fix}`);
  return { category, column: found.column };
}

/** By its number in the list that is shown, or as it may be written in an article. */
async function askColumn(
  columns: readonly Column[],
  questions: Questions | undefined,
): Promise<string> {
  const lists = columns.filter(({ kind }) => kind === 'list');
  console.log(lists.map(({ name }, index) => `  ${index + 1} ${name}`).join('\n'));
  const answer = (await questions?.ask('栏目（写序号或名称）：')) ?? '';
  return lists[Number(answer) - 1]?.slug ?? answer;
}

/** The short name in an article's address. @param written by whoever calls; a bad one is wrong use */
export async function shortName(
  title: string,
  day: string,
  written: string | undefined,
): Promise<string> {
  const slug = written ?? (await slugOfTitle(title));
  if (slug.length <= LONGEST_SLUG && isArticleName(`${day.replaceAll('-', '')}-${slug}`))
    return slug;
  const example = (await slugFrom(slug)) || 'heating-meeting';
  return wrongUse(
    `短名「${slug}」不能用：只用小写字母、数字和连字符，最多 ${LONGEST_SLUG} 个，例如 --name ${example}。`,
  );
}

/** Makes the article's folder. @returns the path of its text, as staff see it */
export async function placeAsStaffSeeIt({ roots }: SiteOptions, place: NewPlace): Promise<string> {
  return pathAsStaffSeeIt(roots.content)(await placeArticle(roots.content, place));
}
