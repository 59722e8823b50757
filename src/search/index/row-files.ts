/** The files of a row of buckets in the cache, under the hash of all that is in them. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from '../../system/digest.ts';
import { joinPositions, positionsPart } from '../positions.ts';
import type { LayerShape } from './layers.ts';

export const ROWS = 'rows';

/** The two files of a bucket. */
export interface BucketFiles {
  documents: Uint8Array;
  positions: Uint8Array;
}

/** Where a file of a row of buckets lies in the cache. */
export function rowFile(folder: string, row: string, place: number, ending: 'd' | 'p'): string {
  return join(folder, ROWS, row.slice(0, 2), row, `${place}.${ending}`);
}

/** @param rows of the layer @param bucket its number in the layer */
export function readBucket(
  folder: string,
  rows: readonly string[],
  { bits, rowBits, positionBits }: LayerShape,
  bucket: number,
): BucketFiles {
  const inFile = 2 ** (bits - positionBits);
  const place = bucket % 2 ** (bits - rowBits);
  const row = rows[Math.floor(bucket / 2 ** (bits - rowBits))] ?? '';
  const positions = readFileSync(rowFile(folder, row, Math.floor(place / inFile), 'p'));
  return {
    documents: readFileSync(rowFile(folder, row, place, 'd')),
    positions: positionsPart(positions, place % inFile, inFile),
  };
}

/** @param known rows that are there @returns the row's hash */
export function writeRow(
  folder: string,
  buckets: readonly BucketFiles[],
  { bits, positionBits }: LayerShape,
  known: ReadonlySet<string>,
): string {
  const inFile = 2 ** (bits - positionBits);
  const files = buckets.map(({ documents }, at): [string, Uint8Array] => [`${at}.d`, documents]);
  for (let from = 0; from < buckets.length; from += inFile) {
    const parts = buckets.slice(from, from + inFile).map(({ positions }) => positions);
    files.push([`${from / inFile}.p`, joinPositions(parts)]);
  }
  const lengths = files.map(([name, { length }]) => `${name} ${length}`).join('\n');
  const all = Buffer.concat([Buffer.from(lengths), ...files.map(([, bytes]) => bytes)]);
  const row = shortDigest(all, 16);
  if (known.has(row)) return row;
  const place = join(folder, ROWS, row.slice(0, 2), row);
  mkdirSync(place, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(place, name), bytes);
  return row;
}
