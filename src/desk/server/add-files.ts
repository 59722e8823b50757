/** Pictures and attachments that come to an article, under names that every system and address can hold. */
import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { judgeBytes } from '../../attachments/judge-file.ts';
import { sourceOfBytes } from '../../images/byte-source.ts';
import type { ArticleFile } from '../../model/article.ts';
import { writeTogether } from '../../system/write-together.ts';
import type { FileChange } from '../../system/write-together.ts';
import { photographKind } from '../photographs.ts';
import type { Refusal } from '../api.ts';
import type { AddedFile } from '../files-api.ts';
import { freeName } from '../free-name.ts';
import { encodePicture } from '../blocks/pictures.ts';

/**
 * @param written the name that it had on the sender's machine
 * @returns how it is shown in the text
 */
export async function addFile(
  place: ArticleFile,
  written: string,
  bytes: Uint8Array,
): Promise<AddedFile | Refusal> {
  if (bytes.length === 0) return { message: `「${written}」是空的。`, fix: '请重新选择文件。' };
  const isPicture = photographKind(written);
  // As `check` would judge it: what cannot be published does not come in first.
  const problem = isPicture ? undefined : judgeBytes(sourceOfBytes(bytes), basename(written));
  if (problem && problem.level !== 'warn') {
    return { message: `「${written}」${problem.message}`, fix: problem.fix };
  }
  if (isPicture) {
    const made = await encodePicture(bytes, written);
    if ('fault' in made)
      return { message: made.fault, fix: '请换一张图片，或者转成 JPG 再放进来。' };
    const stem = basename(written, extname(written));
    const name = await putBeside(place, `${stem}.${made.ending}`, made.bytes);
    const file = { name, size: made.bytes.length, isPicture: true, isUsed: false };
    return { file, markdown: `![](${name})` };
  }
  const name = await putBeside(place, written, bytes);
  const label = basename(written, extname(written)).replaceAll(/[[\]\\]/g, '');
  return {
    file: { name, size: bytes.length, isPicture: false, isUsed: false },
    markdown: `[${label}](${name})`,
  };
}

/** Whole, or nothing is another: the article gets no folder for a file that finds no room. @returns the name that it got */
async function putBeside(place: ArticleFile, wanted: string, bytes: Uint8Array): Promise<string> {
  const { folder, moves } = folderFor(place, place.format);
  const name = freeName(wanted, new Set(await readdir(folder).catch(() => [])));
  await writeTogether([...moves, { path: join(folder, name), bytes }]);
  return name;
}

/**
 * An article that is one file gets a folder: its address stays as it is.
 * @param format that its text has there
 */
export function folderFor(
  { folder, path, format: now }: ArticleFile,
  format: ArticleFile['format'],
): { folder: string; moves: FileChange[] } {
  const at = folder ?? join(dirname(path), basename(path, extname(path)));
  const isThere = folder !== undefined && format === now;
  return { folder: at, moves: isThere ? [] : [{ from: path, to: join(at, `index.${format}`) }] };
}
