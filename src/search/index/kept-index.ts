/**
 * What the cache knows of the last index: `index.json` in the cache's folder. It is written when all that it names is
 * there, so that what it names can be believed; the files themselves are written as they come.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../../system/write-atomically.ts';

/** A document as the cache knows it. */
export interface KeptDocument {
  id: string;
  /** The source's: it is loaded anew when this changes. */
  key: string;
  date: string;
  /** Hash of its text's file. */
  text: string;
  columns: readonly string[];
  source: string;
  /** Characters in it, of which the size of the index is a function. */
  length: number;
}

export interface KeptIndex {
  /** In the order of their numbers: the layers are a function of them. */
  documents: readonly KeptDocument[];
  /** For each layer the hashes of its rows of buckets. */
  rows: readonly (readonly string[])[];
  /** The folder of Pagefind's runtime in the cache; '' while it is unknown. */
  runtime: string;
}

/** As it lies in the file: `known` holds columns and source once for all that share them. */
interface Stored {
  version: string;
  runtime: string;
  known: [columns: readonly string[], source: string][];
  rows: readonly (readonly string[])[];
  documents: [id: string, key: string, date: string, text: string, known: number, length: number][];
}

/** All that makes a document's own grams and place: two alike have the same in every layer. */
export function identityOf({ id, text, columns, source }: KeptDocument): string {
  return [id, text, source, ...columns].join('\0');
}

const NONE: KeptIndex = { documents: [], rows: [], runtime: '' };

/** @param version of the programs: of an index that others made nothing is known */
export async function readKeptIndex(folder: string, version: string): Promise<KeptIndex> {
  try {
    const stored = JSON.parse(await readFile(fileIn(folder), 'utf8')) as Stored;
    if (stored.version !== version) return NONE;
    const documents = stored.documents.map(([id, key, date, text, place, length]): KeptDocument => {
      const [columns, source] = stored.known[place] ?? [[], ''];
      return { id, key, date, text, columns, source, length };
    });
    return { documents, rows: stored.rows, runtime: stored.runtime };
  } catch {
    return NONE;
  }
}

export async function writeKeptIndex(
  folder: string,
  version: string,
  { documents, rows, runtime }: KeptIndex,
): Promise<void> {
  const places = new Map<string, number>();
  const known: Stored['known'] = [];
  const placeOf = ({ columns, source }: KeptDocument) => {
    const key = [source, ...columns].join('\0');
    const place = places.get(key) ?? known.push([columns, source]) - 1;
    places.set(key, place);
    return place;
  };
  const stored: Stored = {
    version,
    runtime,
    known,
    rows,
    documents: documents.map((document) => {
      const { id, key, date, text, length } = document;
      return [id, key, date, text, placeOf(document), length];
    }),
  };
  await writeAtomically(fileIn(folder), JSON.stringify(stored));
}

const fileIn = (folder: string) => join(folder, 'index.json');
