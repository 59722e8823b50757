/**
 * Which documents are in which layer of the index, and how many files a layer is: functions of the documents alone, never
 * of history or of today.
 *
 * A layer ends at another document in each of 512 cells, which are equal parts of the keys. Each document draws cells by a
 * hash of its id: eight, one in 64, in which it is the last of the middle layer until another draws them; and one document
 * in four draws a cell in which the old layer takes all that the middle one has by then. So a document more moves a few
 * borders, and none moves them all.
 */
import { otherKey } from '../gram-key.ts';
import type { KeptDocument } from './kept-index.ts';

export const CELL_BITS = 9;
const CELLS = 2 ** CELL_BITS;
/** Documents in the newest and in the middle layer, in the mean of the cells. */
const IN_NEWEST = 64;
const IN_MIDDLE = 2048;
/** A smaller site has no old layer: it would cost every query requests. */
const LEAST_WITH_OLD = 1024;

interface Dated {
  /** `2026-03-05`; '' for what has no date, such as single pages: it says what holds now, and is of the newest. */
  date: string;
  /** Unlike that of any other. */
  id: string;
}

/** The documents of a layer in each cell: the number of the first, and one more than that of the last. */
export interface Spans {
  from: Uint32Array;
  end: Uint32Array;
}

export interface LayerShape {
  /** 2 ** bits buckets. */
  bits: number;
  /** 2 ** rowBits rows of buckets, each with a version of its own. */
  rowBits: number;
  /** 2 ** positionBits files of positions. */
  positionBits: number;
}

export interface PlannedLayer {
  name: 'old' | 'middle' | 'newest';
  spans: Spans;
  shape: LayerShape;
}

/** In the order of their numbers: by date, then by id; what has no date last. */
export function inOrder<T extends Dated>(documents: readonly T[]): T[] {
  const key = ({ date }: Dated) => date || '9999';
  return documents.toSorted((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** @param documents in the order of their numbers @returns the layers, oldest first, none of them empty */
export function planLayers(documents: readonly KeptDocument[]): PlannedLayer[] {
  const { old, middle } = borders(documents);
  const first = new Uint32Array(CELLS);
  const end = new Uint32Array(CELLS).fill(documents.length);
  const characters = documents.reduce((sum, { length }) => sum + length, 0);
  /** Those of so many documents, in the mean. */
  const ofMany = (count: number) =>
    (characters * Math.min(count, documents.length)) / documents.length;
  const meanOld = old.reduce((sum, border) => sum + border, 0) / CELLS;
  const layers: PlannedLayer[] = [
    { name: 'old', spans: { from: first, end: old }, shape: shapeOf(ofMany(meanOld)) },
    { name: 'middle', spans: { from: old, end: middle }, shape: shapeOf(ofMany(IN_MIDDLE)) },
    { name: 'newest', spans: { from: middle, end }, shape: newestShape(ofMany(IN_NEWEST)) },
  ];
  return layers.filter(({ spans }) => spans.from.some((from, cell) => from !== spans.end[cell]));
}

/** Where the old and the middle layer end in each cell. */
function borders(documents: readonly Dated[]): { old: Uint32Array; middle: Uint32Array } {
  const old = new Uint32Array(CELLS);
  const middle = new Uint32Array(CELLS);
  const dated = documents.findLastIndex(({ date }) => date !== '') + 1;
  if (dated < IN_NEWEST) return { old, middle };
  const drawn = CELLS / IN_NEWEST;
  for (let number = 0; number < dated; number += 1) {
    const hash = otherKey(documents[number]?.id ?? '');
    const part = hash % IN_NEWEST;
    middle.fill(number + 1, part * drawn, (part + 1) * drawn);
    const cell = Math.floor(hash / IN_NEWEST) % IN_MIDDLE;
    if (dated >= LEAST_WITH_OLD && cell < CELLS) old[cell] = middle[cell] ?? 0;
  }
  return { old, middle };
}

/** Bytes in a bucket, about, and in the index for each character of the texts. */
const BUCKET = 2800;
const BYTES_A_CHARACTER = 2.7;
/** One article more makes all files of the newest layer anew: 32 buckets, and positions in four files. */
const NEWEST_BUCKET = 6000;
const NEWEST_BITS = 5;
const NEWEST_ROW_BITS = 2;
/** A table of versions is loaded with every query: 3 kB at most. */
const MOST_ROW_BITS = CELL_BITS;
const MOST_BITS = 16;
/** Four buckets share a file of positions. */
const POSITIONS = 2;

function shapeOf(characters: number): LayerShape {
  const bits = bitsFor(characters / BUCKET, 4);
  const rowBits = Math.min(bits, MOST_ROW_BITS, Math.max(4, bits - 3));
  return { bits, rowBits, positionBits: Math.max(rowBits, bits - POSITIONS) };
}

function newestShape(characters: number): LayerShape {
  const bits = bitsFor(characters / NEWEST_BUCKET, NEWEST_BITS);
  return { bits, rowBits: NEWEST_ROW_BITS, positionBits: NEWEST_ROW_BITS };
}

function bitsFor(buckets: number, least: number): number {
  const wanted = Math.round(Math.log2(Math.max(1, buckets * BYTES_A_CHARACTER)));
  return Math.min(MOST_BITS, Math.max(least, wanted));
}
