/** Which files of content/articles are articles, and which lie where no reader would ever see them. */
import type { Dirent } from 'node:fs';
import { join, sep } from 'node:path';
import {
  articleNameRule,
  missingText,
  missingTextRule,
  nameProblem,
  notAnArticle,
  notAnArticleRule,
} from './article-names.ts';
import type { ArticleFile } from '../model/article.ts';
import { folderEntries, reporter, rootOf } from './folder-entries.ts';
import type { Report, Root } from './folder-entries.ts';
import type { Issue, Words } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import { copyOf, copyRule, copyWords } from './litter.ts';
import { litterWithText } from './litter-with-text.ts';
import { obstacleRule } from '../rules/obstacle-rule.ts';
import { obstacleWords } from '../system/regular-file.ts';

export const articlePlaceRule: Rule = {
  id: 'article/place',
  level: 'stop',
  scope: 'file',
  title: '稿件放的位置',
  basis: '放在年份文件夹以外的稿件不会发布。',
};

export const twoTextsRule: Rule = {
  id: 'article/two-texts',
  level: 'stop',
  scope: 'article',
  title: '两份正文',
  basis: '一个文件夹里只能有一篇稿件。',
};

/**
 * Walks `articles/<yyyy>/` and lists the articles by path.
 * @param articles absolute path of content/articles
 * @param staffPath turns an absolute path into the path as staff see it
 */
export async function findArticleFiles(
  articles: string,
  staffPath: (path: string) => string,
): Promise<{ files: ArticleFile[]; issues: Issue[] }> {
  const files: ArticleFile[] = [];
  const issues: Issue[] = [];
  const report = reporter(issues, staffPath);
  const root = await rootOf(articles, 'content', report);
  if (!root) return { files, issues };

  for (const year of (await folderEntries(articles, root, report)) ?? []) {
    const yearPath = join(articles, year.name);
    if (!year.isDirectory() || !/^\d{4}$/.test(year.name)) {
      const fix = '移到 content/articles/2026/ 这样的文件夹中。';
      report(articlePlaceRule, yearPath, { message: '稿件要放在年份文件夹里。', fix });
      continue;
    }
    const entries = (await folderEntries(yearPath, root, report)) ?? [];
    issues.push(...(await litterWithText(yearPath, staffPath)));
    const names = new Set(entries.map(({ name }) => name));
    for (const entry of entries) {
      const place = join(yearPath, entry.name);
      const copy = copyWords(entry.name, names) ?? copyOfFolder(entry.name, names);
      if (copy) {
        report(copyRule, place, copy);
        continue;
      }
      const found = entry.isDirectory()
        ? await articleInFolder(place, root, report)
        : articleAlone(place, entry.name, report);
      if (!found) continue;
      const file = staffPath(found.path);
      const problem = await nameProblem(found.id, year.name, found.path, file);
      if (problem) issues.push(ruled(articleNameRule, { file, ...problem }));
      files.push({ ...found, file });
    }
  }
  return { files, issues };
}

/** `20260305-a.md` may have become the folder `20260305-a` since its copy was made. */
function copyOfFolder(name: string, names: ReadonlySet<string>): Words | undefined {
  const original = copyOf(name)?.original.replace(/\.mdx?$/, '');
  return original !== undefined && names.has(original)
    ? copyWords(name, new Set([...names, copyOf(name)?.original ?? '']))
    : undefined;
}

async function articleInFolder(
  folder: string,
  root: Root,
  report: Report,
): Promise<Omit<ArticleFile, 'file'> | undefined> {
  const entries = await folderEntries(folder, root, report);
  if (!entries) return undefined;
  reportCopies(folder, entries, report);
  const texts = entries.filter(({ name }) => /^index\.mdx?$/.test(name));
  const [text] = texts;
  if (!text) {
    report(missingTextRule, folder, missingText(entries.map(({ name }) => name)));
    return undefined;
  }
  if (texts.length > 1) {
    const message = '这个文件夹里既有 index.md 又有 index.mdx。';
    report(twoTextsRule, folder, { message, fix: '只留一个。' });
    return undefined;
  }
  if (!text.isFile()) {
    report(obstacleRule, join(folder, text.name), obstacleWords('folder'));
    return undefined;
  }
  const id = folder.slice(folder.lastIndexOf(sep) + 1);
  const format = text.name.endsWith('x') ? 'mdx' : 'md';
  const beside = entries
    .filter((entry) => entry !== text)
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  return { id, path: join(folder, text.name), folder, format, beside };
}

/** Copies of the text, and what a synchroniser could not join: the other files are published only where they are named. */
function reportCopies(folder: string, entries: readonly Dirent[], report: Report): void {
  const names = new Set(entries.map(({ name }) => name));
  for (const { name } of entries) {
    const copy = copyOf(name);
    if (!copy || (!copy.isSure && !/^index\.mdx?$/.test(copy.original))) continue;
    const words = copyWords(name, names);
    if (words) report(copyRule, join(folder, name), words);
  }
}

function articleAlone(
  path: string,
  name: string,
  report: Report,
): Omit<ArticleFile, 'file'> | undefined {
  const [, id, extension] = /^(.*)\.(mdx?)$/.exec(name) ?? [];
  if (id === undefined) {
    report(notAnArticleRule, path, notAnArticle(name));
    return undefined;
  }
  return { id, path, folder: undefined, format: extension === 'mdx' ? 'mdx' : 'md' };
}
