/**
 * The grams of new texts before they are sorted: a record for each place at which one stands. So many are kept in memory as
 * make a run; a run is put in the order of its strips (the first bits of keys) and lies in a file until a strip is asked for.
 */
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { KeptDamagedError } from '../../system/kept-damaged.ts';
import { KEY_BITS } from '../gram-key.ts';

/** A strip is read at once. */
export const STRIP_BITS = 8;
const STRIPS = 2 ** STRIP_BITS;
const REST = 2 ** (KEY_BITS - STRIP_BITS);
/** Records in a run: 38 MB while it is put in order. */
export const RUN = 1_500_000;
const FIRST_CAPACITY = 1 << 14;

/** Words of 32 bits in a record: the low bits of the key; its next bits and the document; the place. */
const WORDS = 3;
const DOCUMENT_BITS = KEY_BITS - STRIP_BITS - 32;
const MOST_DOCUMENTS = 2 ** (32 - DOCUMENT_BITS);

export interface GramRecords {
  /** @param document in ascending order @param place twice its place, and one more in a title */
  push(key: number, document: number, place: number): void;
  /** The records of a strip, in the order in which they came. @throws KeptDamagedError when the file has become another */
  strip(strip: number): Uint32Array;
  close(): void;
}

/** A run in the file. */
interface Run {
  /** Where each strip begins, in records of the file; the last entry is the run's end. */
  starts: Float64Array;
  /** Of each strip: what is read must be what was written. */
  sums: Uint32Array;
}

/** What a record of a strip says. */
export const restOf = (records: Uint32Array, at: number): number =>
  ((records[at * WORDS + 1] ?? 0) >>> (32 - DOCUMENT_BITS)) * 2 ** 32 + (records[at * WORDS] ?? 0);
export const documentOf = (records: Uint32Array, at: number): number =>
  (records[at * WORDS + 1] ?? 0) % MOST_DOCUMENTS;
export const placeOf = (records: Uint32Array, at: number): number => records[at * WORDS + 2] ?? 0;
export const countOf = (records: Uint32Array): number => records.length / WORDS;

/**
 * @param path of a file that is not there yet, and is gone when all is closed; it is only made for more than a run
 * @param run so many records are kept in memory
 */
export function gramRecords(path: string, run: number): GramRecords {
  let strips = new Uint8Array(Math.min(run, FIRST_CAPACITY));
  let records = new Uint32Array(strips.length * WORDS);
  let length = 0;
  let file: number | undefined;
  const runs: Run[] = [];
  let written = 0;
  let last: { starts: Float64Array; sorted: Uint32Array } | undefined;

  const grow = () => {
    const capacity = Math.min(run, strips.length * 2);
    const grown = new Uint8Array(capacity);
    grown.set(strips);
    strips = grown;
    const more = new Uint32Array(capacity * WORDS);
    more.set(records);
    records = more;
  };
  const sortRun = () => {
    const starts = new Float64Array(STRIPS + 1);
    for (let at = 0; at < length; at += 1) {
      const next = (strips[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let at = 1; at <= STRIPS; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
    const ends = starts.slice();
    const sorted = new Uint32Array(length * WORDS);
    for (let at = 0; at < length; at += 1) {
      const strip = strips[at] ?? 0;
      const to = ends[strip] ?? 0;
      ends[strip] = to + 1;
      sorted[to * WORDS] = records[at * WORDS] ?? 0;
      sorted[to * WORDS + 1] = records[at * WORDS + 1] ?? 0;
      sorted[to * WORDS + 2] = records[at * WORDS + 2] ?? 0;
    }
    length = 0;
    return { starts, sorted };
  };
  const writeRun = () => {
    const { starts, sorted } = sortRun();
    file ??= openSync(path, 'wx+');
    writeAll(file, sorted, written * WORDS * 4);
    const sums = Uint32Array.from({ length: STRIPS }, (_, strip) => {
      const [from = 0, to = 0] = starts.subarray(strip, strip + 2);
      return crc32(bytesOf(sorted.subarray(from * WORDS, to * WORDS)));
    });
    runs.push({ starts: starts.map((start) => start + written), sums });
    written += sorted.length / WORDS;
  };
  return {
    push(key, document, place) {
      if (length === run) writeRun();
      if (length === strips.length) grow();
      const strip = Math.floor(key / REST);
      const rest = key - strip * REST;
      const high = Math.floor(rest / 2 ** 32);
      strips[length] = strip;
      records[length * WORDS] = rest - high * 2 ** 32;
      records[length * WORDS + 1] = high * MOST_DOCUMENTS + document;
      records[length * WORDS + 2] = place;
      length += 1;
    },
    strip(strip) {
      if (!last) {
        last = sortRun();
        [strips, records] = [new Uint8Array(), new Uint32Array()];
      }
      const { starts, sorted } = last;
      const rest = sorted.subarray((starts[strip] ?? 0) * WORDS, (starts[strip + 1] ?? 0) * WORDS);
      if (file === undefined) return rest;
      const spans = runs.map(({ starts: of, sums }) => {
        return { from: of[strip] ?? 0, to: of[strip + 1] ?? 0, sum: sums[strip] };
      });
      const count = spans.reduce((sum, { from, to }) => sum + to - from, 0);
      const all = new Uint32Array(count * WORDS + rest.length);
      let at = 0;
      for (const { from, to, sum } of spans) {
        const part = all.subarray(at, at + (to - from) * WORDS);
        const isWhole = readAll(file, part, from * WORDS * 4);
        if (!isWhole || crc32(bytesOf(part)) !== sum) throw new KeptDamagedError(path);
        at += part.length;
      }
      all.set(rest, at);
      return all;
    },
    close() {
      if (file === undefined) return;
      closeSync(file);
      rmSync(path, { force: true });
    },
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Uint32Array): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

function writeAll(file: number, words: Uint32Array, position: number): void {
  const bytes = bytesOf(words);
  for (let at = 0; at < bytes.length;) {
    at += writeSync(file, bytes, at, bytes.length - at, position + at);
  }
}

/** @returns whether the file has as much */
function readAll(file: number, words: Uint32Array, position: number): boolean {
  const bytes = bytesOf(words);
  for (let at = 0; at < bytes.length;) {
    const read = readSync(file, bytes, at, bytes.length - at, position + at);
    if (read === 0) return false;
    at += read;
  }
  return true;
}
