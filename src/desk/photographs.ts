/** Photographs that come beside a Word file: they stand at the end of the article. */
import { readFile, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { encodePicture } from './blocks/pictures.ts';
import type { ImportedText, ImportNotice } from './word/import-text.ts';

const KINDS = new Set(['.jpg', '.jpeg', '.png', '.webp', '.gif', '.tif', '.tiff', '.bmp', '.heic']);

/** Whether a file's name says that it is a picture. */
export function photographKind(path: string): boolean {
  return KINDS.has(extname(path).toLowerCase());
}

/**
 * @param photographs `word` as it was given, `path` absolute
 * @param folder of the article's pictures
 */
export async function addPhotographs(
  text: ImportedText,
  photographs: readonly { word: string; path: string }[],
  folder: string,
): Promise<ImportedText> {
  let { body } = text;
  const pictures = [...text.pictures];
  const notices: ImportNotice[] = [...text.notices];
  for (const { word, path } of photographs) {
    const bytes = await readFile(path).catch(() => undefined);
    const made = await encodePicture(bytes, path);
    if ('fault' in made) {
      notices.push({ message: `照片「${word}」没有带入：${made.fault}` });
      continue;
    }
    const name = `photo-${pictures.length + 1}.${made.ending}`;
    await writeFile(join(folder, name), made.bytes);
    pictures.push(name);
    const line = body.split('\n').length + 1;
    body += `\n![](${name})\n`;
    notices.push({
      line,
      message: '照片放在了文末，请挪到合适的地方，在图片下面写图说，在源文件里写在方括号里。',
    });
  }
  return { ...text, body, pictures, notices };
}
