/** The grams of new texts, sorted: what a layer gets beside the layers that were. */
import { isOfThree, KEY_BITS, otherKey } from '../gram-key.ts';
import { textGrams } from '../grams.ts';
import type { Placed } from '../positions.ts';
import { placesOf } from '../positions.ts';
import {
  countOf,
  documentOf,
  gramRecords,
  placeOf,
  restOf,
  RUN,
  STRIP_BITS,
} from './gram-records.ts';

/** What is in a document to be found, all normalised. */
export interface GramSource {
  title: string;
  text: string;
  /** Grams that it has without their standing in it: what filters ask for. */
  facets: readonly string[];
  /** Those of its own date. They count as its title's: what was published then comes before what mentions it. */
  dates: readonly string[];
  /** A piece of the text that names the document, as its title does: its number. '' where there is none. */
  named: string;
}

export interface SortedGrams {
  /** The grams whose keys begin with the number of a bucket, one of 2 ** bits; ascending by key. */
  of(bucket: number, bits: number): Placed[];
  /** Ends what is kept for them. */
  close(): void;
}

/** Records that are sorted together, about: a call takes as long as comparing so many. */
const TOGETHER = 128;
/** Keys in a strip. */
const IN_STRIP = 2 ** (KEY_BITS - STRIP_BITS);

/**
 * @param numbers of the documents, ascending
 * @param sourceOf their texts, each asked for once
 * @param path of a file for what memory shall not hold
 * @param run records that it may hold
 */
export function sortedGrams(
  numbers: readonly number[],
  sourceOf: (number: number) => GramSource,
  path: string,
  run = RUN,
): SortedGrams {
  const records = gramRecords(path, run);
  for (const number of numbers) {
    const { title, text, facets, dates, named } = sourceOf(number);
    for (const own of dates) records.push(otherKey(own), number, 1);
    const places = placesOf(title, text);
    textGrams(title, (key, at) => records.push(key, number, (places[at] ?? 0) * 2 + 1));
    const shift = title.length;
    const from = named === '' ? -1 : text.indexOf(named);
    const to = from < 0 ? -1 : from + named.length;
    textGrams(text, (key, at) => {
      const isTitle = at >= from && at < to;
      records.push(key, number, (places[at + shift] ?? 0) * 2 + (isTitle ? 1 : 0));
    });
    for (const facet of facets) records.push(otherKey(facet), number, 0);
  }
  let strip = groupedStrip(records.strip(0), 0);
  const inStrip = (number: number) => {
    if (strip.number !== number) strip = groupedStrip(records.strip(number), number);
    return strip;
  };
  return {
    of(bucket, bits) {
      const space = 2 ** (KEY_BITS - bits);
      const width = Math.max(1, space / IN_STRIP);
      const first = Math.floor((bucket * space) / IN_STRIP);
      return Array.from({ length: width }, (_, at) =>
        inStrip(first + at).between(bucket * space, (bucket + 1) * space),
      ).flat();
    },
    close: records.close,
  };
}

interface GroupedStrip {
  number: number;
  /** Its grams from one key up to another, ascending. */
  between(from: number, end: number): Placed[];
}

/** Groups by the next bits of keys, each sorted when it is asked for. @param records in the order of documents and places */
function groupedStrip(records: Uint32Array, number: number): GroupedStrip {
  const count = countOf(records);
  const groups = 2 ** Math.max(0, 31 - Math.clz32(count / TOGETHER));
  const inGroup = IN_STRIP / groups;
  const starts = new Uint32Array(groups + 1);
  for (let at = 0; at < count; at += 1) {
    const next = Math.floor(restOf(records, at) / inGroup) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let at = 1; at <= groups; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const ends = starts.slice();
  /** Rest of the key within the group × count + record: 44 bits, since a group has about `TOGETHER` records. */
  const order = new Float64Array(count);
  for (let at = 0; at < count; at += 1) {
    const rest = restOf(records, at);
    const group = Math.floor(rest / inGroup);
    const place = ends[group] ?? 0;
    ends[group] = place + 1;
    order[place] = (rest - group * inGroup) * count + at;
  }
  const firstKey = number * IN_STRIP;
  let last = { group: -1, grams: [] as Placed[] };
  const gramsOfGroup = (group: number) => {
    if (last.group === group) return last.grams;
    const within = order.subarray(starts[group], starts[group + 1]).toSorted();
    last = { group, grams: gramsOf(within, firstKey + group * inGroup, records) };
    return last.grams;
  };
  return {
    number,
    between(from, end) {
      const grams: Placed[] = [];
      const firstGroup = Math.max(0, Math.floor((from - firstKey) / inGroup));
      for (let group = firstGroup; group < groups; group += 1) {
        if (firstKey + group * inGroup >= end) break;
        for (const gram of gramsOfGroup(group)) {
          if (gram.key >= from && gram.key < end) grams.push(gram);
        }
      }
      return grams;
    },
  };
}

/** @param within rest of the key × records + record, ascending */
function gramsOf(within: Float64Array, firstKey: number, records: Uint32Array): Placed[] {
  const grams: Placed[] = [];
  const count = countOf(records);
  let last = -1;
  let number = -1;
  let documents: number[] = [];
  let titled: number[] = [];
  let places: number[][] = [];
  let own: number[] = [];
  let hasPlaces = false;
  for (const value of within) {
    const rest = Math.floor(value / count);
    const record = value - rest * count;
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
    const of = documentOf(records, record);
    const place = placeOf(records, record);
    if (of !== number) {
      number = of;
      documents.push(number);
      if (hasPlaces) {
        own = [];
        places.push(own);
      }
    }
    if (place % 2 === 1 && titled[titled.length - 1] !== number) titled.push(number);
    if (hasPlaces) own.push(place >>> 1);
  }
  return grams;
}
