/** The grams of some documents, sorted: how a layer's buckets are made of texts. */
import { isOfThree, KEY_BITS, otherKey } from '../gram-key.ts';
import { textGrams } from '../grams.ts';
import type { Placed } from '../positions.ts';
import { placesOf } from '../positions.ts';

/** What is in a document to be found, all normalised. */
export interface GramSource {
  title: string;
  text: string;
  /** Grams that it has without their standing in it: what filters ask for. */
  facets: readonly string[];
}

/** Sorted by the first bits of their keys; within those, when they are asked for. */
const GROUP_BITS = 16;
const REST = 2 ** (KEY_BITS - GROUP_BITS);
/** Numbers of records that fit beside the rest of a key into the 53 bits of a number. */
const RECORDS = 2 ** (53 - KEY_BITS + GROUP_BITS);

/** A text has about so many records for each of its characters; a record takes 22 bytes. */
const RECORDS_A_CHARACTER = 2.6;
const RECORDS_AT_ONCE = 5_000_000;
/** Characters of texts that are sorted together, at most. */
export const MOST_CHARACTERS = RECORDS_AT_ONCE / RECORDS_A_CHARACTER;

/**
 * Calls `take` for each of the 2 ** bits buckets, with its grams ascending by key.
 *
 * @param sources in the order of their numbers: the number of a source is its place
 */
export function sortGrams(
  sources: readonly GramSource[],
  bits: number,
  take: (grams: Placed[], bucket: number) => void,
): void {
  const records = recordStore();
  for (const [number, { title, text, facets }] of sources.entries()) {
    const places = placesOf(title, text);
    textGrams(title, (key, at) => records.push(key, number, (places[at] ?? 0) * 2 + 1));
    const shift = title.length;
    textGrams(text, (key, at) => records.push(key, number, (places[at + shift] ?? 0) * 2));
    for (const facet of facets) records.push(otherKey(facet), number, 0);
  }
  const { order, groups } = records.sorted();
  const width = 2 ** (GROUP_BITS - bits);
  for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
    const grams: Placed[] = [];
    for (let group = bucket * width; group < (bucket + 1) * width; group += 1) {
      const within = order.subarray(groups[group] ?? 0, groups[group + 1] ?? 0).toSorted();
      gramsOf(within, group * REST, records, grams);
    }
    take(grams, bucket);
  }
}

/** @param within rest of the key × RECORDS + record, ascending; records are in the order of documents and places */
function gramsOf(
  within: Float64Array,
  firstKey: number,
  { numberOf, placeOf }: Pick<RecordStore, 'numberOf' | 'placeOf'>,
  grams: Placed[],
): void {
  let last = -1;
  let number = -1;
  let documents: number[] = [];
  let titled: number[] = [];
  let places: number[][] = [];
  let own: number[] | undefined;
  let hasPlaces = false;
  for (let at = 0; at < within.length; at += 1) {
    const value = within[at] ?? 0;
    const rest = Math.floor(value / RECORDS);
    const record = value - rest * RECORDS;
    if (rest !== last) {
      last = rest;
      number = -1;
      documents = [];
      titled = [];
      places = [];
      const key = firstKey + rest;
      hasPlaces = isOfThree(key);
      grams.push({ key, documents, titled, places });
    }
    const of = numberOf(record);
    if (of !== number) {
      number = of;
      documents.push(number);
      if (hasPlaces) {
        own = [];
        places.push(own);
      }
    }
    const place = placeOf(record);
    if (place % 2 === 1 && titled[titled.length - 1] !== number) titled.push(number);
    if (hasPlaces) own?.push(place >>> 1);
  }
}

interface RecordStore {
  /** @param number of the document @param place twice its place, and one more in a title */
  push(key: number, number: number, place: number): void;
  numberOf(record: number): number;
  placeOf(record: number): number;
  /** The records by group, and where each group begins. */
  sorted(): { order: Float64Array; groups: Uint32Array };
}

/** Keys and places of all records, in typed arrays: there are millions. */
function recordStore(): RecordStore {
  let capacity = 1 << 16;
  let length = 0;
  let heads = new Uint16Array(capacity);
  let rests = new Uint32Array(capacity);
  let numbers = new Uint32Array(capacity);
  let places = new Uint32Array(capacity);
  const longer = (old: Uint32Array) => {
    const grown = new Uint32Array(capacity);
    grown.set(old);
    return grown;
  };
  const grow = () => {
    capacity *= 2;
    const oldHeads = heads;
    heads = new Uint16Array(capacity);
    heads.set(oldHeads);
    rests = longer(rests);
    numbers = longer(numbers);
    places = longer(places);
  };
  return {
    numberOf: (record) => numbers[record] ?? 0,
    placeOf: (record) => places[record] ?? 0,
    push(key, number, place) {
      if (length === capacity) grow();
      const head = Math.floor(key / REST);
      heads[length] = head;
      rests[length] = key - head * REST;
      numbers[length] = number;
      places[length] = place;
      length += 1;
    },
    sorted() {
      const groups = new Uint32Array(2 ** GROUP_BITS + 1);
      for (let at = 0; at < length; at += 1) {
        const group = (heads[at] ?? 0) + 1;
        groups[group] = (groups[group] ?? 0) + 1;
      }
      for (let group = 1; group < groups.length; group += 1) {
        groups[group] = (groups[group] ?? 0) + (groups[group - 1] ?? 0);
      }
      const ends = groups.slice();
      const order = new Float64Array(length);
      for (let at = 0; at < length; at += 1) {
        const group = heads[at] ?? 0;
        const place = ends[group] ?? 0;
        order[place] = (rests[at] ?? 0) * RECORDS + at;
        ends[group] = place + 1;
      }
      return { order, groups };
    },
  };
}
