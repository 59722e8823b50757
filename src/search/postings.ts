/**
 * A bucket: which documents of a layer hold the grams whose keys begin with the bucket's number. Form, in the codes of
 * `bits.ts`:
 *
 *     gamma(grams + 1); where there are none, no more
 *     gamma(first + 1) and gamma(documents): the number of the first document that the layer has here, and how many; in
 *       what follows, that one is 0
 *     the keys without the bits that all share, ascending: the gaps between them, less one, in Rice of `riceOfGaps`
 *     for each gram, in their order:
 *       1 bit: 1 when those follow that do NOT hold it (more than half hold it), 0 when those that do
 *       gamma(documents + 1), and their numbers, ascending, in Rice of `riceOfGaps(documents, …)`
 *       gamma(titles + 1), and which of the holding documents have it in their title (0 is the first of them), likewise;
 *         where all have, the number alone
 */
import { bitReader, bitWriter, riceOfGaps } from './bits.ts';
import type { BitReader, BitWriter } from './bits.ts';
import { KEY_BITS } from './gram-key.ts';

/** The documents of one gram. */
export interface Postings {
  key: number;
  /** Their numbers, ascending. */
  documents: readonly number[];
  /** Those of them whose title holds it. */
  titled: readonly number[];
}

/** The documents that a layer has in a bucket. */
export interface Span {
  /** The number of the first. */
  from: number;
  /** One more than the number of the last. */
  end: number;
}

export function bucketOf(key: number, bits: number): number {
  return Math.floor(key / 2 ** (KEY_BITS - bits));
}

/** @param grams of one bucket of 2 ** bits, ascending by key @param writer is used up to its end */
export function encodeBucket(
  grams: readonly Postings[],
  bits: number,
  { from, end }: Span,
  writer: BitWriter = bitWriter(),
): Uint8Array<ArrayBuffer> {
  writer.gamma(grams.length + 1);
  if (grams.length === 0) return writer.end();
  writer.gamma(from + 1);
  writer.gamma(end - from);
  const space = 2 ** (KEY_BITS - bits);
  const k = riceOfGaps(space, grams.length);
  let last = -1;
  for (const { key } of grams) {
    const own = key % space;
    writer.rice(own - last - 1, k);
    last = own;
  }
  for (const gram of grams) {
    const isMost = gram.documents.length * 2 > end - from;
    writer.bits(isMost ? 1 : 0, 1);
    writeNumbers(writer, isMost ? others(gram.documents, from, end) : gram.documents, from, end);
    writeTitled(writer, gram);
  }
  return writer.end();
}

function writeNumbers(
  writer: BitWriter,
  numbers: readonly number[],
  from: number,
  end: number,
): void {
  writer.gamma(numbers.length + 1);
  if (numbers.length === 0 || numbers.length === end - from) return;
  const k = riceOfGaps(end - from, numbers.length);
  let last = from - 1;
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
  writeNumbers(writer, places, 0, documents.length);
}

/** @param bucket its number, of 2 ** bits @throws RangeError when the file is cut off */
export function decodeBucket(bytes: Uint8Array, bucket: number, bits: number): Postings[] {
  const reader = bitReader(bytes);
  const { keys, from, end } = readHead(reader, bucket, bits);
  return keys.map((key) => ({ key, ...readGram(reader, from, end) }));
}

/** The documents of one gram, and its place among those of the bucket; undefined when no document of the layer holds it. */
export function findInBucket(
  bytes: Uint8Array,
  key: number,
  bits: number,
): (Postings & { place: number; before: readonly Postings[] }) | undefined {
  const reader = bitReader(bytes);
  const { keys, from, end } = readHead(reader, bucketOf(key, bits), bits);
  const place = keys.indexOf(key);
  if (place === -1) return undefined;
  const read = keys
    .slice(0, place + 1)
    .map((own) => ({ key: own, ...readGram(reader, from, end) }));
  const found = read.pop();
  return found && { ...found, place, before: read };
}

function readHead(reader: BitReader, bucket: number, bits: number): Span & { keys: number[] } {
  const count = reader.gamma() - 1;
  if (count === 0) return { keys: [], from: 0, end: 0 };
  const from = reader.gamma() - 1;
  const end = from + reader.gamma();
  const space = 2 ** (KEY_BITS - bits);
  const k = riceOfGaps(space, count);
  const keys: number[] = [];
  let last = bucket * space - 1;
  for (let at = 0; at < count; at += 1) {
    last += reader.rice(k) + 1;
    keys.push(last);
  }
  return { keys, from, end };
}

function readGram(reader: BitReader, from: number, end: number): Omit<Postings, 'key'> {
  const isMost = reader.bits(1) === 1;
  const numbers = readNumbers(reader, from, end);
  const holding = isMost ? others(numbers, from, end) : numbers;
  const places = readNumbers(reader, 0, holding.length);
  return { documents: holding, titled: places.map((place) => holding[place] ?? 0) };
}

function readNumbers(reader: BitReader, from: number, end: number): number[] {
  const count = reader.gamma() - 1;
  if (count === 0) return [];
  if (count === end - from) return Array.from({ length: count }, (_, at) => from + at);
  const k = riceOfGaps(end - from, count);
  const numbers: number[] = [];
  let last = from - 1;
  for (let at = 0; at < count; at += 1) {
    last += reader.rice(k) + 1;
    numbers.push(last);
  }
  return numbers;
}

/** The numbers of the span that are not among these. */
function others(numbers: readonly number[], from: number, end: number): number[] {
  const left: number[] = [];
  let at = 0;
  for (let number = from; number < end; number += 1) {
    if (numbers[at] === number) at += 1;
    else left.push(number);
  }
  return left;
}
