/** content/pages/*.md → single pages. */
import { join } from 'node:path';
import { folderEntries, reporter, rootOf } from './folder-entries.ts';
import { readFrontMatter } from './front-matter.ts';
import type { Issue } from '../model/issue.ts';
import { copyRule, copyWords } from './litter.ts';
import { NOTHING_NAMED } from '../model/body.ts';
import { pageFieldNames, pageSchema, pageSynonyms } from '../model/page.ts';
import type { Page } from '../model/page.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { schemaIssues } from '../model/schema-issues.ts';
import { secondFrontMatter } from './second-front-matter.ts';
import { isInConflict, textDamage } from './text-damage.ts';
import { readTextFile } from './text-file.ts';

export const pageNameRule: Rule = {
  id: 'page/name',
  level: 'stop',
  scope: 'file',
  title: '单页的名称',
  basis: '单页的文件名会成为网址。',
};

/** @param folder absolute path of content/pages, which may be missing */
export async function readPages(
  folder: string,
  staffPath: (path: string) => string,
): Promise<{ pages: Page[]; bodies: { page: Page; body: string }[]; issues: Issue[] }> {
  const issues: Issue[] = [];
  const bodies: { page: Page; body: string }[] = [];
  const report = reporter(issues, staffPath);
  const root = await rootOf(folder, 'content', report);
  if (!root) return { pages: [], bodies, issues };
  const entries = (await folderEntries(folder, root, report)) ?? [];
  const names = new Set(entries.map(({ name }) => name));
  for (const name of names) {
    const path = join(folder, name);
    const file = staffPath(path);
    const copy = copyWords(name, names);
    if (copy) {
      issues.push(ruled(copyRule, { file, ...copy }));
      continue;
    }
    const slug = /^([a-z0-9]+(?:-[a-z0-9]+)*)\.md$/.exec(name)?.[1];
    if (!slug) {
      const message = `单页的文件名「${name}」不能用。`;
      const fix = '只用小写字母、数字和连字符，以 .md 结尾，例如 lxwm.md。';
      issues.push(ruled(pageNameRule, { file, message, fix }));
      continue;
    }
    const read = readTextFile(path, file);
    if ('issue' in read) {
      issues.push(read.issue);
      continue;
    }
    issues.push(...textDamage(read.text, file));
    if (isInConflict(read.text)) continue;
    const front = readFrontMatter(read.text, file, pageFieldNames);
    const { data, body, bodyLine, lineOf, lineText, issues: found } = front;
    issues.push(...found, ...secondFrontMatter(body, bodyLine, file));
    if (data === undefined) continue;
    const parsed = pageSchema.safeParse(data, { reportInput: true });
    if (parsed.success) {
      const page = {
        ...parsed.data,
        slug,
        path,
        file,
        bodyLine,
        excerpt: '',
        references: [],
        named: NOTHING_NAMED,
      };
      bodies.push({ page, body });
    } else {
      const source = {
        file,
        lineOf,
        lineText,
        schema: pageSchema,
        synonyms: pageSynonyms,
        hasBody: true as const,
      };
      issues.push(...schemaIssues(parsed.error, source));
    }
  }
  return { pages: bodies.map(({ page }) => page), bodies, issues };
}
