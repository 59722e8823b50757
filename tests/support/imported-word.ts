/** A Word file of these parts as the import has it. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { importText } from '../../src/desk/word/import-text.ts';
import type { ImportedText } from '../../src/desk/word/import-text.ts';
import { sourceOfBytes } from '../../src/images/byte-source.ts';
import { wordFile } from './word-files.ts';
import type { WordParts } from './word-files.ts';

interface ImportedWord extends ImportedText {
  files: string[];
  /** `400x200` by file. */
  sizes: Record<string, string>;
}

export async function imported(parts: WordParts): Promise<ImportedWord> {
  const folder = await mkdtemp(join(tmpdir(), 'import-text-'));
  try {
    const text = await importText(sourceOfBytes(wordFile(parts)), folder);
    const files = (await readdir(folder)).toSorted();
    const sizes: Record<string, string> = {};
    for (const name of files) {
      const { width, height } = await sharp(join(folder, name)).metadata();
      sizes[name] = `${width}x${height}`;
    }
    return { ...text, files, sizes };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Its body alone. */
export const bodyOf = async (parts: WordParts): Promise<string> => (await imported(parts)).body;

/** What is said of it, each with its line. */
export const saidOf = async (parts: WordParts): Promise<string[]> =>
  (await imported(parts)).notices.map(({ line, message }) => `${line ?? ''}${message}`);
