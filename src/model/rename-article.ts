/** Another name for an article that was not published yet, with all that lies beside it. */
import { mkdir, rename, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findArticleFiles } from './find-files.ts';
import { isArticleName } from './article-names.ts';
import { nearest } from './nearest.ts';

/**
 * @param articles absolute path of content/articles
 * @param staffPath turns an absolute path into the path as staff see it
 * @param from the old name, or the path of its file
 * @param to the new name; nothing of that name is overwritten
 * @returns both paths as staff see them, or why nothing was changed
 */
export async function renameArticle(
  articles: string,
  staffPath: (path: string) => string,
  from: string,
  to: string,
): Promise<{ from: string; to: string } | { problem: string }> {
  const [old, wanted] = [nameIn(from), nameIn(to)];
  if (!isArticleName(wanted)) {
    return {
      problem: `「${wanted}」不能作名称：写成“8 位日期-短名”，短名只用小写字母、数字和连字符，例如 20261103-spring。`,
    };
  }
  const { files } = await findArticleFiles(articles, staffPath);
  const [article, another] = files.filter(({ id }) => id === old);
  if (!article) {
    const meant = nearest(
      old,
      files.map(({ id }) => id),
    );
    return { problem: `没有叫「${old}」的稿件。${meant ? `是不是「${meant}」？` : ''}` };
  }
  if (another) {
    return { problem: `有几篇稿件叫「${old}」：${article.file}、${another.file}。请先改掉一篇。` };
  }
  const year = join(articles, wanted.slice(0, 4));
  const target = join(year, article.folder ? wanted : `${wanted}.${article.format}`);
  const taken = files.find(({ id }) => id === wanted)?.file;
  if (taken || (await isThere(target))) {
    return {
      problem: `名称「${wanted}」已经有稿件在用：${taken ?? staffPath(target)}。没有改动。`,
    };
  }
  const source = article.folder ?? article.path;
  await mkdir(year, { recursive: true });
  await rename(source, target);
  return { from: staffPath(source), to: staffPath(target) };
}

/** Of `content/articles/2026/20261101-a/index.md` and of `20261101-a.md` the name. */
function nameIn(written: string): string {
  return basename(written.replaceAll('\\', '/').replace(/(?:\/index)?\.mdx?$|\/$/, ''));
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
