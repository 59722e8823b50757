/** Which files of content/articles are articles, and which lie where no reader would ever see them. */
import { readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { suggestName } from './latin-names.ts';
import type { Issue } from './issue.ts';

/** Where an article's text lies. */
export interface ArticleFile {
  id: string;
  path: string;
  file: string;
  folder: string | undefined;
  format: 'md' | 'mdx';
  /** Names of what else lies in its folder; a folder's ends with a slash. */
  beside?: readonly string[];
}

const NAME = /^\d{8}-[a-z0-9]+(?:-[a-z0-9]+)*$/;
const LONGEST_NAME = 89;
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
      const found = entry.isDirectory()
        ? await articleInFolder(path, root, report)
        : articleAlone(path, entry.name, report);
      if (!found) continue;
      const file = staffPath(found.path);
      if (!isName(found.id, year.name)) issues.push(await nameIssue(found.id, year.name, file));
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
  const [text] = texts;
  if (!text || texts.length > 1) {
    report(
      folder,
      text ? '这个文件夹里既有 index.md 又有 index.mdx。' : '这个文件夹里没有 index.md。',
      text ? '只留一个。' : '稿件的正文文件要叫 index.md（或 index.mdx）。',
    );
    return undefined;
  }
  const id = folder.slice(folder.lastIndexOf(sep) + 1);
  const format = text.name.endsWith('x') ? 'mdx' : 'md';
  const beside = entries
    .filter((entry) => entry !== text)
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name));
  return { id, path: join(folder, text.name), folder, format, beside };
}

function articleAlone(
  path: string,
  name: string,
  report: Report,
): Omit<ArticleFile, 'file'> | undefined {
  const [, id, extension] = /^(.*)\.(mdx?)$/.exec(name) ?? [];
  if (id === undefined) {
    report(
      path,
      `「${name}」不是稿件，不会发布。`,
      '稿件是 .md 文件；图片和附件请和稿件放进同一个文件夹。',
    );
    return undefined;
  }
  return { id, path, folder: undefined, format: extension === 'mdx' ? 'mdx' : 'md' };
}

function isName(id: string, year: string): boolean {
  return NAME.test(id) && id.length <= LONGEST_NAME && id.startsWith(year);
}

async function nameIssue(id: string, year: string, file: string): Promise<Issue> {
  if (/[^\x20-\x7E]/.test(id)) {
    return {
      file,
      message: `稿件名「${id}」里有中文或全角字符。`,
      fix: `名称会成为网址，请只用小写字母、数字和连字符，例如「${await suggestName(id)}」。`,
    };
  }
  if (!NAME.test(id) || id.length > LONGEST_NAME) {
    return {
      file,
      message: `稿件名「${id}」不合规则。`,
      fix: `名称是“8 位日期-短名”，短名只用小写字母、数字和连字符，例如「${await suggestName(id)}」。`,
    };
  }
  return {
    file,
    message: `稿件名「${id}」的年份和所在文件夹「${year}」不一致。`,
    fix: `移到 ${id.slice(0, 4)} 文件夹，或改名。`,
  };
}
