/** The text inside attachments that readers may search: Word (docx), PDF with text in it, Excel (xlsx). */
import { extname, join } from 'node:path';
import { shortDigest } from '../system/digest.ts';
import { readKept, writeKept } from '../system/kept-json.ts';
import type { TextOutcome } from './text-outcome.ts';
import type { TextReader } from './text-reader.ts';

const READABLE = new Set(['.docx', '.xlsx', '.pdf']);

export function hasReadableText(name: string): boolean {
  return READABLE.has(extname(name).toLowerCase());
}

/** Where texts are kept, in the cache's folder. */
export const TEXTS = 'attachments';

/** The name under which a file's text is kept. */
export function keptName(file: string, digest: string, version: string): string {
  const extension = extname(file).toLowerCase();
  return `${shortDigest(`${version} ${extension} ${digest}`, 24)}.json`;
}

/** How texts are read, and where they are kept. */
export interface KeptTexts {
  reader: Pick<TextReader, 'read'>;
  /** Changes when the reader reads otherwise than before. */
  version: string;
  cacheFolder: string;
}

/**
 * The text of a file, as far as it can be read.
 * @param digest hash of the file, under which the text is kept in the cache
 */
export async function attachmentText(
  file: string,
  digest: string,
  { reader, version, cacheFolder }: KeptTexts,
): Promise<TextOutcome> {
  const extension = extname(file).toLowerCase();
  const kept = join(cacheFolder, TEXTS, keptName(file, digest, version));
  const known = readKept(kept) as TextOutcome | undefined;
  if (known) return known;
  const outcome = await reader.read(file, extension);
  // A busy machine may do better next time.
  if (outcome.fault !== 'slow') {
    await writeKept(kept, outcome);
  }
  return outcome;
}
