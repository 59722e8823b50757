/** The folder `content/` → checked Content, or every Issue that stands in its way. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Article } from '../model/article.ts';
import { checkColumns } from '../rules/column-checks.ts';
import { columnsSchema } from '../model/columns.ts';
import type { Content, Roots } from '../model/content.ts';
import { checkInsideAddresses } from '../rules/inside-addresses.ts';
import { checkHome, checkIds, placeInColumns, publication } from '../rules/cross-checks.ts';
import type { Located } from '../rules/cross-checks.ts';
import { draftsLast, markDrafts } from './draft-issues.ts';
import { findArticleFiles } from './find-files.ts';
import type { ArticleFile } from './find-files.ts';
import type { Issue } from '../model/issue.ts';
import type { LoadOptions } from './load-options.ts';
import { readArticles } from './read-articles.ts';
import { readPublicFiles } from './public-files.ts';
import { readPages } from './read-pages.ts';
import { readYamlFile } from './read-yaml-file.ts';
import { checkSiteFiles } from './site-files.ts';
import { pathAsStaffSeeIt } from './staff-path.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { siteSchema } from '../model/site-config.ts';
import { redirectsSchema, wordingSchema } from '../model/word-lists.ts';
import type { YamlPath } from '../model/yaml-text.ts';

export const noContentRule: Rule = {
  id: 'settings/no-content',
  level: 'stop',
  scope: 'site',
  title: 'content 文件夹',
  basis: '没有这个文件夹，生成不了网站。',
};

/** What was read, whether or not all of it is in order, for the checks that look at everything. */
export interface ReadContent {
  /** Its articles are those that have a column. */
  content: Content;
  located: readonly Located[];
  /** Ids of the texts that have no address because of what is wrong with them. */
  unread: ReadonlySet<string>;
  /** Paths as staff see them. */
  files: { columns: string; redirects: string; public: string };
  lineOfColumn(path: YamlPath): number;
  lineOfRedirect(path: YamlPath): number;
}

export interface LoadedContent {
  /** There when site.yaml and columns.yaml are in order. */
  read?: ReadContent;
  issues: Issue[];
}

export async function loadContent(roots: Roots, options: LoadOptions): Promise<LoadedContent> {
  const staffPath = pathAsStaffSeeIt(roots.content);
  if (!(await isFolder(roots.content))) {
    const fix = '请核对 --content 后面的文件夹。';
    const file = staffPath(roots.content);
    return { issues: [ruled(noContentRule, { file, message: '没有这个文件夹。', fix })] };
  }
  const at = (name: string) =>
    [join(roots.content, name), staffPath(join(roots.content, name))] as const;
  const site = await readYamlFile(...at('site.yaml'), siteSchema);
  const columns = await readYamlFile(...at('columns.yaml'), columnsSchema);
  const wording = await readYamlFile(...at('wording.yaml'), wordingSchema, []);
  const redirects = await readYamlFile(...at('redirects.yaml'), redirectsSchema, []);
  const {
    pages,
    bodies,
    issues: pageIssues,
  } = await readPages(join(roots.content, 'pages'), staffPath);
  const rules = wording.value ?? [];
  // Where site.yaml cannot be read, that is what there is to mend.
  const largestFile = site.value?.largestFile ?? Infinity;

  const issues: Issue[] = [
    ...site.issues,
    ...columns.issues,
    ...wording.issues,
    ...redirects.issues,
    ...pageIssues,
  ];
  for (const { page, body } of bodies) {
    const { file, bodyLine } = page;
    const text = { article: undefined, lines: {}, file };
    const inspected = options.inspect({ ...text, body, bodyLine, format: 'md' }, rules);
    const { references } = inspected.facts;
    const checked = await options.checkFiles(
      { ...text, folder: undefined, references },
      largestFile,
    );
    Object.assign(page, inspected.facts, { named: checked.named });
    issues.push(...inspected.issues, ...checked.issues);
  }
  const found = await findArticleFiles(join(roots.content, 'articles'), staffPath);
  issues.push(...found.issues);
  const located = await readArticles(found.files, rules, largestFile, options, issues);

  issues.push(...checkIds(draftsLast(located)));
  const published = await readPublicFiles(roots.public, pathAsStaffSeeIt(roots.public));
  issues.push(...published.issues);
  if (!site.value || !columns.value) return { issues };

  const file = at('columns.yaml')[1];
  const columnIssues = checkColumns(
    { file, columns: columns.value, lineOf: columns.lineOf },
    pages,
  );
  issues.push(
    ...columnIssues,
    ...placeInColumns(located, columns.value),
    ...(await checkSiteFiles(site.value, roots.public, at('site.yaml')[1], site.lineOf)),
    ...checkHome(site.value, columns.value, at('site.yaml')[1], site.lineOf),
    ...checkInsideAddresses({
      site: { ...site, value: site.value, file: at('site.yaml')[1] },
      columns: { ...columns, value: columns.value, file },
      redirects: { ...redirects, value: redirects.value ?? [], file: at('redirects.yaml')[1] },
      located,
      pages,
    }),
  );
  // Where columns are no tree, nothing below them has an address.
  if (columnIssues.length > 0) return { issues };
  const placed = located.map(({ article }) => article).filter(({ column }) => column !== '');
  const content: Content = {
    roots,
    site: site.value,
    columns: columns.value,
    ...publication(placed, options.now),
    pages,
    redirects: redirects.value ?? [],
    wording: rules,
    publicFiles: published.files,
  };
  const read: ReadContent = {
    content,
    located,
    unread: withoutAddress(found.files, placed),
    files: { columns: file, redirects: at('redirects.yaml')[1], public: basename(roots.public) },
    lineOfColumn: columns.lineOf,
    lineOfRedirect: redirects.lineOf,
  };
  markDrafts(issues, located);
  return { read, issues };
}

function withoutAddress(files: readonly ArticleFile[], placed: readonly Article[]): Set<string> {
  const ids = new Set(files.map(({ id }) => id));
  for (const { id } of placed) ids.delete(id);
  return ids;
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}
