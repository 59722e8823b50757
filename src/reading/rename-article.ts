/** Another name for an article, with all that lies beside it: what goes where. */
import { stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { findArticleFiles } from './find-files.ts';
import { isArticleName } from '../model/article-name.ts';
import { calendarDay } from '../model/calendar.ts';
import { suggestName } from '../model/latin-names.ts';
import { nearest } from '../model/nearest.ts';
import { unquotedName } from './quoted-name.ts';

export interface PlannedRename {
  /** The names. */
  id: string;
  wanted: string;
  files: { from: string; to: string };
  told: { from: string; to: string };
}

/**
 * @param articles absolute path of content/articles
 * @param staffPath turns an absolute path into the path as staff see it
 * @param from the old name, or the path of its file
 * @param to the new name; nothing of that name is overwritten
 * @returns what goes where, absolute and as staff see it, or why nothing can
 */
export async function planRename(
  articles: string,
  staffPath: (path: string) => string,
  from: string,
  to: string,
): Promise<PlannedRename | { problem: string }> {
  const [old, wanted] = [nameIn(from), nameIn(to)];
  if (!isArticleName(wanted)) {
    const day = /^\d{8}/.exec(old)?.[0] ?? '';
    const dated = wanted.normalize('NFKC');
    const example = await suggestName(/\d{8}/.test(dated) ? dated : `${day} ${dated}`);
    return {
      problem: `「${wanted}」不能作名称：写成“8 位日期-短名”，短名只用小写字母、数字和连字符，例如 ${example}。`,
    };
  }
  if (old === wanted) return { problem: `原来的名称和改成的都是「${old}」。没有改动。` };
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})/.exec(wanted) ?? [];
  const read = calendarDay(`${year}-${month}-${day}`);
  if (!('text' in read)) {
    return { problem: `「${wanted}」开头的 8 位不是日期：${read.message}没有改动。` };
  }
  const { files } = await findArticleFiles(articles, staffPath);
  const [article, another] = files.filter(({ id }) => id === old);
  if (!article) {
    const meant = nearest(
      old,
      files.map(({ id }) => id),
    );
    const hint = meant ? `是不是「${meant}」？` : '要写稿件文件夹的名称，不写标题。';
    return { problem: `没有叫「${old}」的稿件。${hint}` };
  }
  if (another) {
    return { problem: `有几篇稿件叫「${old}」：${article.file}、${another.file}。请先改掉一篇。` };
  }
  const folder = join(articles, year);
  const target = join(folder, article.folder ? wanted : `${wanted}.${article.format}`);
  const taken = files.find(({ id }) => id === wanted)?.file;
  if (taken || (await isThere(target))) {
    return {
      problem: `名称「${wanted}」已经有稿件在用：${taken ?? staffPath(target)}。没有改动。`,
    };
  }
  const source = article.folder ?? article.path;
  return {
    id: old,
    wanted,
    files: { from: source, to: target },
    told: { from: staffPath(source), to: staffPath(target) },
  };
}

/** Of `content/articles/2026/20261101-a/index.md` and of `20261101-a.md` the name. */
function nameIn(written: string): string {
  return basename(
    unquotedName(written)
      .replaceAll('\\', '/')
      .replace(/(?:\/index)?\.mdx?$|\/$/, ''),
  );
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
