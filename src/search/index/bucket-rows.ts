/**
 * Rows of buckets in the cache: a folder with the files of some buckets, and `sums`, which has the digest of each. The folder
 * is named by the digest of its sums, so that a name stands for all that is in it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from '../../system/digest.ts';
import { makeFolderSync } from '../../system/make-folder.ts';
import { KeptDamagedError } from '../../system/kept-damaged.ts';
import { joinPositions } from '../positions.ts';
import { fileDigest, readKeptFile } from './kept-file.ts';
import type { LayerShape } from './layer-shape.ts';

export const ROWS = 'rows';
const SUMS = 'sums';

/** The two files of a bucket. */
export interface BucketFiles {
  documents: Uint8Array;
  positions: Uint8Array;
}

/** A file of a row. */
interface RowFile {
  /** Absolute path. */
  source: string;
  /** The beginning of its SHA-256, in hex. */
  sha256: string;
}

/** Gives the file of a row with this number: `d` says which documents hold a gram, `p` where they do. */
export type RowFiles = (number: number, ending: 'd' | 'p') => RowFile;

/** @throws KeptDamagedError when the row's sums are not what its name says */
export function openRow(folder: string, row: string): RowFiles {
  const place = placeOf(folder, row);
  const sums = readKeptFile(join(place, SUMS), row).toString();
  const digests = new Map(
    sums.split('\n').map((line) => line.split(' ') as [name: string, digest: string]),
  );
  return (number, ending) => {
    const name = `${number}.${ending}`;
    const source = join(place, name);
    const sha256 = digests.get(name);
    if (sha256 === undefined) throw new KeptDamagedError(source);
    return { source, sha256 };
  };
}

/**
 * @param buckets of the row
 * @param known rows that are there
 * @returns the row's name
 */
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
  const sums = files.map(([name, bytes]) => `${name} ${fileDigest(bytes)}`).join('\n');
  const row = shortDigest(sums, 16);
  if (known.has(row)) return row;
  const place = placeOf(folder, row);
  makeFolderSync(place);
  for (const [name, bytes] of files) writeFileSync(join(place, name), bytes);
  writeFileSync(join(place, SUMS), sums);
  return row;
}

function placeOf(folder: string, row: string): string {
  return join(folder, ROWS, row.slice(0, 2), row);
}
