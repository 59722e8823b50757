/** Which files of content/articles are articles, and which lie where no reader would ever see them. */
import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { copyProblem, missingText, nameProblem, notAnArticle } from './article-names.ts';
import type { Issue } from './issue.ts';

/** Where an article's text lies. */
export interface ArticleFile {
  id: string;
  path: string;
  file: string;
  folder: string | undefined;
  format: 'md' | 'mdx';
}

/** What editors and systems leave behind; nobody means it to be published. */
const LITTER = /^(?:\.|~\$|Thumbs\.db$|desktop\.ini$)/i;

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
  const root = await realpath(articles).catch(() => undefined);
  if (!root) return { files, issues };
  const report = (path: string, message: string, fix: string): void => {
    issues.push({ file: staffPath(path), message, fix });
  };

  for (const year of await entriesOf(articles)) {
    const yearPath = join(articles, year.name);
    if (await leaves(yearPath, year, root, report)) continue;
    if (!year.isDirectory() || !/^\d{4}$/.test(year.name)) {
      report(yearPath, '稿件要放在年份文件夹里。', '移到 content/articles/2026/ 这样的文件夹中。');
      continue;
    }
    for (const entry of await entriesOf(yearPath)) {
      const path = join(yearPath, entry.name);
      if (await leaves(path, entry, root, report)) continue;
      const copy = copyProblem(entry.name);
      if (copy) {
        report(path, copy.message, copy.fix);
        continue;
      }
      const found = entry.isDirectory()
        ? await articleInFolder(path, root, report)
        : articleAlone(path, entry.name, report);
      if (!found) continue;
      const file = staffPath(found.path);
      const problem = await nameProblem(found.id, year.name, found.path, file);
      if (problem) issues.push({ file, ...problem });
      files.push({ ...found, file });
    }
  }
  return { files, issues };
}

type Report = (path: string, message: string, fix: string) => void;
type Entry = { name: string; isDirectory(): boolean; isFile(): boolean; isSymbolicLink(): boolean };

async function entriesOf(folder: string): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !LITTER.test(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Symbolic links may show files of the build machine to the world; they are refused whole. */
async function leaves(path: string, entry: Entry, root: string, report: Report): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  const target = await realpath(path).catch(() => undefined);
  const outside = !target || relative(root, target).startsWith('..' + sep);
  report(
    path,
    outside ? '这是一个指向 content 以外的符号链接。' : '这是一个符号链接。',
    '删掉链接，把文件本身放进来。',
  );
  return true;
}

async function articleInFolder(
  folder: string,
  root: string,
  report: Report,
): Promise<Omit<ArticleFile, 'file'> | undefined> {
  const entries = await entriesOf(folder);
  for (const entry of entries) await leaves(join(folder, entry.name), entry, root, report);
  const texts = entries.filter(({ name }) => /^index\.mdx?$/.test(name));
  for (const { name } of entries) {
    const copy = /\.mdx?$/i.test(name) ? copyProblem(name) : undefined;
    if (copy) report(join(folder, name), copy.message, copy.fix);
  }
  const [text] = texts;
  if (!text) {
    const { message, fix } = missingText(entries.map(({ name }) => name));
    report(folder, message, fix);
    return undefined;
  }
  if (texts.length > 1) {
    report(folder, '这个文件夹里既有 index.md 又有 index.mdx。', '只留一个。');
    return undefined;
  }
  const id = folder.slice(folder.lastIndexOf(sep) + 1);
  const format = text.name.endsWith('x') ? 'mdx' : 'md';
  return { id, path: join(folder, text.name), folder, format };
}

function articleAlone(
  path: string,
  name: string,
  report: Report,
): Omit<ArticleFile, 'file'> | undefined {
  const [, id, extension] = /^(.*)\.(mdx?)$/.exec(name) ?? [];
  if (id === undefined) {
    const { message, fix } = notAnArticle(name);
    report(path, message, fix);
    return undefined;
  }
  return { id, path, folder: undefined, format: extension === 'mdx' ? 'mdx' : 'md' };
}
