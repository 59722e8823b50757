/** What the inspection finds in a file, read in the real process, and files made for it part by part. */
import { writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { FileWords } from '../../../src/attachments/file-words.ts';
import { openTextReader } from '../../../src/attachments/text-reader.ts';
import { aFolder } from '../../support/a-folder.ts';
import { aZip, excelParts, wordParts } from '../../support/office-files.ts';

const reader = openTextReader();
afterAll(() => reader.close());

export async function words(name: string, bytes: Buffer | string): Promise<FileWords> {
  const file = join(await aFolder(), name);
  await writeFile(file, bytes);
  return reader.words(file, extname(name));
}

/** `mobile 正文 139****5678 hidden` */
export const hitsOf = ({ hits }: FileWords): string[] =>
  hits.map(({ kind, where, isHidden, shown }) =>
    [kind, where, shown, ...(isHidden ? ['hidden'] : [])].join(' '),
  );

export const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
export const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
export const word = (body: string, parts: Record<string, string> = {}): Buffer =>
  aZip({ ...wordParts(body), ...parts });
export const excel = (rows: string, parts: Record<string, string> = {}): Buffer =>
  aZip({ ...excelParts(rows), ...parts });
export const cell = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
