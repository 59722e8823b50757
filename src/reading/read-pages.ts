/** content/pages/*.md → single pages. */
import { join } from 'node:path';
import { folderEntries, reporter, rootOf } from './folder-entries.ts';
import { isShortName } from '../model/article-name.ts';
import type { Issue } from '../model/issue.ts';
import { copyRule, copyWords } from './litter.ts';
import { pageFieldNames, pageSchema, pageSynonyms } from '../model/page.ts';
import type { PageFields, ReadPage } from '../model/page.ts';
import { readFields } from './read-fields.ts';
import type { SeenField } from './read-fields.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { BureauWords } from '../model/bureau-words.ts';

export const pageNameRule: Rule = {
  id: 'page/name',
  level: 'stop',
  scope: 'file',
  title: '单页的名称',
  basis: '单页的文件名会成为网址。',
};

const PAGE = {
  schema: pageSchema,
  synonyms: pageSynonyms,
  names: pageFieldNames,
  wordsOf: ({ title, summary = '', keywords = [] }: PageFields): SeenField[] => [
    [['title'], title],
    [['summary'], summary],
    [['keywords'], keywords.join('、')],
  ],
};

/** @param folder absolute path of content/pages, which may be missing */
export async function readPages(
  folder: string,
  staffPath: (path: string) => string,
  bureau: BureauWords,
): Promise<{ pages: ReadPage[]; issues: Issue[] }> {
  const issues: Issue[] = [];
  const pages: ReadPage[] = [];
  const report = reporter(issues, staffPath);
  const root = await rootOf(folder, 'content', report);
  if (!root) return { pages, issues };
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
    const slug = name.replace(/\.md$/, '');
    if (slug === name || !isShortName(slug)) {
      const message = `单页的文件名「${name}」不能用。`;
      const fix = '只用小写字母、数字和连字符，以 .md 结尾，例如 lxwm.md。';
      issues.push(ruled(pageNameRule, { file, message, fix }));
      continue;
    }
    const read = readPage(slug, path, file, bureau);
    issues.push(...read.issues);
    if (read.page) pages.push(read.page);
  }
  return { pages, issues };
}

function readPage(
  slug: string,
  path: string,
  file: string,
  bureau: BureauWords,
): { page?: ReadPage; issues: Issue[] } {
  const { text, issues } = readFields(path, file, PAGE, bureau);
  if (!text) return { issues };
  const { fields, facts, bodyLine } = text;
  return { page: { ...fields, ...facts, slug, path, file, bodyLine }, issues };
}
