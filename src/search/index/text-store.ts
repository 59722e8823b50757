/** The texts of documents in the cache as they are published, each under the hash of its bytes. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { shortDigest } from '../../system/digest.ts';
import { makeFolderSync } from '../../system/make-folder.ts';
import { ownDateGrams } from '../date-grams.ts';
import { normalise } from '../normalise.ts';
import { facetGrams, readText, storeText } from '../search-document.ts';
import type { SearchDocument } from '../search-document.ts';
import { readKeptFile } from './kept-file.ts';
import type { GramSource } from './sorted-grams.ts';
import type { KeptDocument } from './kept-index.ts';

export const TEXTS = 'texts';

export interface TextStore {
  /** @returns the hash under which it lies, and how many characters are in it */
  put(document: SearchDocument): { text: string; length: number };
  /** What is found in a document. @throws KeptDamagedError when its file is another one */
  read(document: KeptDocument): GramSource;
  fileOf(text: string): string;
}

/** @param known hashes of texts that are there */
export function openTextStore(folder: string, known: ReadonlySet<string>): TextStore {
  const made = new Set<string>();
  const fileOf = (text: string) => join(folder, TEXTS, text.slice(0, 2), text);
  return {
    fileOf,
    put(document) {
      const bytes = deflateSync(storeText(document), { level: 9 });
      const text = shortDigest(bytes, 20);
      const stored = { text, length: document.title.length + document.text.length };
      if (known.has(text)) return stored;
      const place = join(folder, TEXTS, text.slice(0, 2));
      if (!made.has(place)) makeFolderSync(place);
      made.add(place);
      writeFileSync(fileOf(text), bytes);
      return stored;
    },
    read({ text, columns, source, date }) {
      const bytes = readKeptFile(fileOf(text), text);
      const { title, content, number = '' } = readText(inflateSync(bytes).toString());
      return {
        title: normalise(title),
        text: normalise(content),
        named: normalise(number),
        facets: facetGrams(columns, source, normalise(source)),
        dates: ownDateGrams(date),
      };
    },
  };
}
