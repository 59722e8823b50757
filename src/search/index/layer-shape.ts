/** How many files a layer is: a function of the texts in it. */
import type { KeptDocument } from './kept-index.ts';

export interface LayerShape {
  /** 2 ** bits buckets. */
  bits: number;
  /** 2 ** rowBits rows of buckets, each with a version of its own. */
  rowBits: number;
  /** 2 ** positionBits files of positions. */
  positionBits: number;
}

/** Bytes in a bucket, about, and in the index for each character of the texts. */
const BUCKET = 2800;
const BYTES_A_CHARACTER = 2.7;
/** One article more makes all files of the newest layer anew: 32 buckets, and positions in four files. */
const NEWEST_BUCKET = 6000;
const NEWEST_BITS = 5;
const NEWEST_ROW_BITS = 2;
/** A table of versions is loaded with every query: 1.5 kB at most. */
const MOST_ROW_BITS = 9;
const MOST_BITS = 16;

export function layerShape(documents: readonly KeptDocument[], isNewest: boolean): LayerShape {
  const bytes = documents.reduce((sum, { length }) => sum + length, 0) * BYTES_A_CHARACTER;
  const wanted = Math.log2(Math.max(1, bytes / (isNewest ? NEWEST_BUCKET : BUCKET)));
  const bits = Math.min(MOST_BITS, Math.max(isNewest ? NEWEST_BITS : 4, Math.round(wanted)));
  if (isNewest) return { bits, rowBits: NEWEST_ROW_BITS, positionBits: NEWEST_ROW_BITS };
  return {
    bits,
    rowBits: Math.min(bits, MOST_ROW_BITS, Math.max(4, bits - 3)),
    positionBits: bits,
  };
}
