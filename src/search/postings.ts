/**
 * A bucket: which documents of a layer hold the grams whose keys begin with the bucket's number. Form, in the codes of
 * `bits.ts`:
 *
 *     gamma(grams + 1); where there are none, no more
 *     the keys without the bits that all share, ascending: the gaps between them, less one, in Rice of `riceOfGaps`
 *     for each gram, in their order:
 *       1 bit: 1 when those follow that do NOT hold it (more than half hold it), 0 when those that do
 *       gamma(documents + 1), and their numbers, ascending, in Rice of `riceOfGaps(documents of the layer, …)`
 *       gamma(titles + 1), and which of the holding documents have it in their title (0 is the first of them), likewise;
 *         where all have, the number alone
 */
import { bitReader, bitWriter, riceOfGaps } from './bits.ts';
import type { BitReader, BitWriter } from './bits.ts';
import { KEY_BITS } from './gram-key.ts';

/** The documents of one gram. */
export interface Postings {
  key: number;
  /** Their numbers in the layer, ascending. */
  documents: readonly number[];
  /** Those of them whose title holds it. */
  titled: readonly number[];
}

/** How the grams of a layer are spread over buckets. */
export interface BucketLayout {
  /** Documents of the layer. */
  documents: number;
  /** There are 2 ** bits buckets. */
  bits: number;
}

export function bucketOf(key: number, bits: number): number {
  return Math.floor(key / 2 ** (KEY_BITS - bits));
}

/** @param grams of one bucket, ascending by key @param writer is used up to its end */
export function encodeBucket(
  grams: readonly Postings[],
  { documents, bits }: BucketLayout,
  writer: BitWriter = bitWriter(),
): Uint8Array<ArrayBuffer> {
  writer.gamma(grams.length + 1);
  if (grams.length === 0) return writer.end();
  const space = 2 ** (KEY_BITS - bits);
  const k = riceOfGaps(space, grams.length);
  let last = -1;
  for (const { key } of grams) {
    const own = key % space;
    writer.rice(own - last - 1, k);
    last = own;
  }
  for (const gram of grams) {
    const isMost = gram.documents.length * 2 > documents;
    writer.bits(isMost ? 1 : 0, 1);
    writeNumbers(writer, isMost ? others(gram.documents, documents) : gram.documents, documents);
    writeTitled(writer, gram);
  }
  return writer.end();
}

function writeNumbers(writer: BitWriter, numbers: readonly number[], below: number): void {
  writer.gamma(numbers.length + 1);
  if (numbers.length === 0 || numbers.length === below) return;
  const k = riceOfGaps(below, numbers.length);
  let last = -1;
  for (const number of numbers) {
    writer.rice(number - last - 1, k);
    last = number;
  }
}

function writeTitled(writer: BitWriter, { documents, titled }: Postings): void {
  const places: number[] = [];
  let place = 0;
  for (const document of titled) {
    while (documents[place] !== document) place += 1;
    places.push(place);
  }
  writeNumbers(writer, places, documents.length);
}

/** @throws RangeError when the file is cut off */
export function decodeBucket(bytes: Uint8Array, bucket: number, layout: BucketLayout): Postings[] {
  const reader = bitReader(bytes);
  return readKeys(reader, bucket, layout).map((key) => ({
    key,
    ...readGram(reader, layout.documents),
  }));
}

/** The documents of one gram, and its place among those of the bucket; undefined when no document of the layer holds it. */
export function findInBucket(
  bytes: Uint8Array,
  key: number,
  layout: BucketLayout,
): (Postings & { place: number; before: readonly Postings[] }) | undefined {
  const reader = bitReader(bytes);
  const keys = readKeys(reader, bucketOf(key, layout.bits), layout);
  const place = keys.indexOf(key);
  if (place === -1) return undefined;
  const read = keys
    .slice(0, place + 1)
    .map((key) => ({ key, ...readGram(reader, layout.documents) }));
  const found = read.pop();
  return found && { ...found, place, before: read };
}

function readKeys(reader: BitReader, bucket: number, { bits }: BucketLayout): number[] {
  const count = reader.gamma() - 1;
  if (count === 0) return [];
  const space = 2 ** (KEY_BITS - bits);
  const k = riceOfGaps(space, count);
  const keys: number[] = [];
  let last = bucket * space - 1;
  for (let at = 0; at < count; at += 1) {
    last += reader.rice(k) + 1;
    keys.push(last);
  }
  return keys;
}

function readGram(reader: BitReader, documents: number): Omit<Postings, 'key'> {
  const isMost = reader.bits(1) === 1;
  const numbers = readNumbers(reader, documents);
  const holding = isMost ? others(numbers, documents) : numbers;
  const places = readNumbers(reader, holding.length);
  return { documents: holding, titled: places.map((place) => holding[place] ?? 0) };
}

function readNumbers(reader: BitReader, below: number): number[] {
  const count = reader.gamma() - 1;
  if (count === 0) return [];
  if (count === below) return Array.from({ length: below }, (_, number) => number);
  const k = riceOfGaps(below, count);
  const numbers: number[] = [];
  let last = -1;
  for (let at = 0; at < count; at += 1) {
    last += reader.rice(k) + 1;
    numbers.push(last);
  }
  return numbers;
}

/** The numbers below `below` that are not among these. */
function others(numbers: readonly number[], below: number): number[] {
  const left: number[] = [];
  let at = 0;
  for (let number = 0; number < below; number += 1) {
    if (numbers[at] === number) at += 1;
    else left.push(number);
  }
  return left;
}
