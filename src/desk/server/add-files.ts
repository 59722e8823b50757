/** Pictures and attachments that come to an article, under names that every system and address can hold. */
import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { judgeBytes } from '../../attachments/judge-file.ts';
import { sourceOfBytes } from '../../images/byte-source.ts';
import type { ArticleFile } from '../../model/article.ts';
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
  const folder = await folderFor(place);
  const taken = new Set(await readdir(folder));
  if (isPicture) {
    const made = await encodePicture(bytes, written);
    if ('fault' in made)
      return { message: made.fault, fix: '请换一张图片，或者转成 JPG 再放进来。' };
    const stem = basename(written, extname(written));
    const name = freeName(`${stem}.${made.ending}`, taken);
    await writeFile(join(folder, name), made.bytes, { flag: 'wx' });
    const file = { name, size: made.bytes.length, isPicture: true, isUsed: false };
    return { file, markdown: `![](${name})` };
  }
  const name = freeName(written, taken);
  await writeFile(join(folder, name), bytes, { flag: 'wx' });
  const label = basename(written, extname(written)).replaceAll(/[[\]\\]/g, '');
  return {
    file: { name, size: bytes.length, isPicture: false, isUsed: false },
    markdown: `[${label}](${name})`,
  };
}

/** An article that is one file gets a folder: its address stays as it is. */
export async function folderFor({ folder, path, format }: ArticleFile): Promise<string> {
  if (folder !== undefined) return folder;
  const made = join(dirname(path), basename(path, extname(path)));
  await mkdir(made, { recursive: true });
  await rename(path, join(made, `index.${format}`));
  return made;
}
