/**
 * Where the grams of three Han characters stand, which proves terms of more than three. A file is of one bucket or of some
 * in a row: for each the length of its part in 24 bits, then the parts. In a part, for each such gram of the bucket, in its
 * order:
 *
 *     4 bits: k
 *     for each document that holds it: gamma(places), and the places, ascending: the gaps, less one, in Rice of k
 *
 * The place of a character is not its number in the text: every sentence begins at a multiple of 64, so that a word more in
 * one sentence moves the others only when it no longer fits.
 */
import { bitReader, bitWriter } from './bits.ts';
import type { BitWriter } from './bits.ts';
import { isOfThree } from './gram-key.ts';
import type { Postings } from './postings.ts';

const SENTENCE = 64;
const SENTENCE_END = /[。！!？?;；]/;
const MOST_RICE = 15;

/** A gram, and for each document that holds it where. */
export interface Placed extends Postings {
  /** Parallel to `documents`; empty when the gram has no positions. */
  places: readonly (readonly number[])[];
}

/**
 * The place of each unit of a title and the text after it: title first, then, from the next sentence on, the text.
 * @returns one row of places for both, the title's units first
 */
export function placesOf(title: string, text: string): Uint32Array {
  const places = new Uint32Array(title.length + text.length);
  let place = 0;
  const toSentence = () => {
    place = Math.ceil(place / SENTENCE) * SENTENCE;
  };
  const lay = (part: string, from: number) => {
    for (let at = 0; at < part.length; at += 1) {
      places[from + at] = place;
      place += 1;
      if (SENTENCE_END.test(part.charAt(at))) toSentence();
    }
    toSentence();
  };
  lay(title, 0);
  place += SENTENCE;
  lay(text, title.length);
  return places;
}

/** One part of a file. @param grams of one bucket, as `encodeBucket` got them */
export function encodePositions(
  grams: readonly Placed[],
  writer: BitWriter = bitWriter(),
): Uint8Array<ArrayBuffer> {
  for (const gram of grams) {
    if (!isOfThree(gram.key)) continue;
    const k = riceOfPlaces(gram.places);
    writer.bits(k, 4);
    for (const places of gram.places) {
      writer.gamma(places.length);
      let last = -1;
      for (const place of places) {
        writer.rice(place - last - 1, k);
        last = place;
      }
    }
  }
  return writer.end();
}

/** The one that suits the mean gap. */
function riceOfPlaces(rows: readonly (readonly number[])[]): number {
  let sum = 0;
  let count = 0;
  for (const places of rows) {
    sum += (places.at(-1) ?? 0) + 1 - places.length;
    count += places.length;
  }
  const mean = Math.floor((sum / count) * 0.69 + 1);
  return Math.min(MOST_RICE, 31 - Math.clz32(mean));
}

/**
 * @param grams of the bucket up to the last whose places are wanted
 * @returns the places of each, empty for those that have none
 * @throws RangeError when the file is cut off
 */
export function decodePositions(bytes: Uint8Array, grams: readonly Postings[]): number[][][] {
  const reader = bitReader(bytes);
  return grams.map((gram) => {
    if (!isOfThree(gram.key)) return [];
    const k = reader.bits(4);
    return gram.documents.map(() => {
      const count = reader.gamma();
      const places: number[] = [];
      let last = -1;
      for (let at = 0; at < count; at += 1) {
        last += reader.rice(k) + 1;
        places.push(last);
      }
      return places;
    });
  });
}

/** @param parts of buckets in a row */
export function joinPositions(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(parts.reduce((sum, { length }) => sum + LENGTH + length, 0));
  let at = parts.length * LENGTH;
  for (const [place, part] of parts.entries()) {
    joined.set([part.length >>> 16, part.length >>> 8, part.length], place * LENGTH);
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

/** @param buckets that share the file @throws RangeError when the file is cut off */
export function positionsPart(file: Uint8Array, place: number, buckets: number): Uint8Array {
  const lengthOf = (part: number) => {
    const [high = 0, middle = 0, low = 0] = file.subarray(part * LENGTH, (part + 1) * LENGTH);
    return (high << 16) | (middle << 8) | low;
  };
  let from = buckets * LENGTH;
  for (let part = 0; part < place; part += 1) from += lengthOf(part);
  const to = from + lengthOf(place);
  if (to > file.length) throw new RangeError('The positions have come to their end.');
  return file.subarray(from, to);
}

/** Bytes of a part's length. */
const LENGTH = 3;
