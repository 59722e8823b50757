/**
 * What the cache knows of the last index: `index.json` in the cache's folder. It is written when all that it names is
 * there; the files themselves are written as they come, and have names by which it is known that they are whole.
 */
import { join } from 'node:path';
import { readKeptRows, writeKeptRows } from '../../system/kept-json.ts';

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

/** A layer as the cache knows it. */
export interface KeptLayer {
  documents: readonly KeptDocument[];
  bits: number;
  /** It is the newest: its positions are in few files, and its texts each in a folder. */
  isNewest: boolean;
  /** The hashes of its rows of buckets. */
  rows: readonly string[];
}

export interface KeptIndex {
  /** Oldest first. */
  layers: readonly KeptLayer[];
  /** The folder of Pagefind's runtime in the cache; '' while it is unknown. */
  runtime: string;
}

/** How the file begins: `known` holds columns and source once for all that share them. */
interface Head {
  version: string;
  runtime: string;
  known: [columns: readonly string[], source: string][];
  layers: { bits: number; isNewest: boolean; rows: readonly string[]; documents: number }[];
}

/** A row of the file: a document, in the order of the layers. */
type Row = [id: string, key: string, date: string, text: string, known: number, length: number];

/** All that makes a document's own grams and place: two alike have the same in every layer. */
export function identityOf({ id, text, columns, source }: KeptDocument): string {
  return [id, text, source, ...columns].join('\0');
}

const NONE: KeptIndex = { layers: [], runtime: '' };

/** @param version of the programs: of an index that others made nothing is known, nor of one that is damaged */
export function readKeptIndex(folder: string, version: string): KeptIndex {
  const stored = readKeptRows(fileIn(folder));
  const head = stored?.head as Head | undefined;
  if (!stored || head?.version !== version) return NONE;
  const documents = (stored.rows as Row[]).map(([id, key, date, text, place, length]) => {
    const [columns, source] = head.known[place] ?? [[], ''];
    return { id, key, date, text, columns, source, length };
  });
  let next = 0;
  const layers = head.layers.map(({ documents: count, ...layer }): KeptLayer => {
    next += count;
    return { ...layer, documents: documents.slice(next - count, next) };
  });
  return { layers, runtime: head.runtime };
}

export async function writeKeptIndex(
  folder: string,
  version: string,
  { layers, runtime }: KeptIndex,
): Promise<void> {
  const places = new Map<string, number>();
  const known: Head['known'] = [];
  const placeOf = ({ columns, source }: KeptDocument) => {
    const key = [source, ...columns].join('\0');
    const place = places.get(key) ?? known.push([columns, source]) - 1;
    places.set(key, place);
    return place;
  };
  const rows = layers
    .flatMap(({ documents }) => documents)
    .map((document): Row => {
      const { id, key, date, text, length } = document;
      return [id, key, date, text, placeOf(document), length];
    });
  const head: Head = {
    version,
    runtime,
    known,
    layers: layers.map(({ documents, ...layer }) => ({ ...layer, documents: documents.length })),
  };
  await writeKeptRows(fileIn(folder), head, rows);
}

export const KEPT_INDEX = 'index.json';

const fileIn = (folder: string) => join(folder, KEPT_INDEX);
