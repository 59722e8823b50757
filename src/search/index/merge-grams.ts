/** Grams of several parts of a layer as one: how a layer is made of layers that were. */
import type { Placed } from '../positions.ts';
import type { Span } from '../postings.ts';

/** @param parts each ascending by key; no document is in two of them */
export function mergeGrams(parts: readonly Placed[][]): Placed[] {
  if (parts.length <= 1) return parts[0] ?? [];
  const middle = parts.length >>> 1;
  return mergeTwo(mergeGrams(parts.slice(0, middle)), mergeGrams(parts.slice(middle)));
}

function mergeTwo(one: Placed[], two: Placed[]): Placed[] {
  if (one.length === 0) return two;
  if (two.length === 0) return one;
  const merged: Placed[] = [];
  let other = 0;
  for (const gram of one) {
    for (let next = two[other]; next && next.key < gram.key; next = two[other]) {
      merged.push(next);
      other += 1;
    }
    const same = two[other];
    if (same?.key === gram.key) {
      merged.push(joined(gram, same));
      other += 1;
    } else merged.push(gram);
  }
  for (; other < two.length; other += 1) merged.push(...two.slice(other, other + 1));
  return merged;
}

function joined(one: Placed, two: Placed): Placed {
  const { key } = one;
  const titled = mergedNumbers(one.titled, two.titled);
  if ((one.documents.at(-1) ?? 0) < (two.documents[0] ?? 0)) {
    const documents = [...one.documents, ...two.documents];
    return { key, documents, titled, places: [...one.places, ...two.places] };
  }
  const documents: number[] = [];
  const places: (readonly number[])[] = [];
  const take = ({ documents: from, places: of }: Placed, at: number) => {
    documents.push(from[at] ?? 0);
    const own = of[at];
    if (own) places.push(own);
  };
  let other = 0;
  for (const [at, document] of one.documents.entries()) {
    for (; other < two.documents.length && (two.documents[other] ?? 0) < document; other += 1) {
      take(two, other);
    }
    take(one, at);
  }
  for (; other < two.documents.length; other += 1) take(two, other);
  return { key, documents, titled, places };
}

function mergedNumbers(one: readonly number[], two: readonly number[]): number[] {
  return two.length === 0 ? [...one] : [...one, ...two].toSorted((a, b) => a - b);
}

/**
 * The grams with their documents numbered anew.
 * @param numbered gives the new number, or -1 for a document that is left out; ascending where it is a number
 */
export function renumbered(
  grams: readonly Placed[],
  numbered: (document: number) => number,
): Placed[] {
  return grams.flatMap(({ key, documents, titled, places }) => {
    const now: number[] = [];
    const nowPlaces: (readonly number[])[] = [];
    for (const [at, document] of documents.entries()) {
      const number = numbered(document);
      if (number === -1) continue;
      now.push(number);
      const own = places[at];
      if (own) nowPlaces.push(own);
    }
    if (now.length === 0) return [];
    const titles = titled.map(numbered).filter((number) => number !== -1);
    return [{ key, documents: now, titled: titles, places: nowPlaces }];
  });
}

/** The grams with those of their documents that are in a span. */
export function clipped(grams: readonly Placed[], { from, end }: Span): Placed[] {
  const within: Placed[] = [];
  for (const gram of grams) {
    const { key, documents, titled, places } = gram;
    const first = firstFrom(documents, from);
    const after = firstFrom(documents, end);
    if (first === after) continue;
    if (after - first === documents.length) within.push(gram);
    else {
      within.push({
        key,
        documents: documents.slice(first, after),
        titled: titled.slice(firstFrom(titled, from), firstFrom(titled, end)),
        places: places.slice(first, after),
      });
    }
  }
  return within;
}

/** The place of the first number that is not below. */
function firstFrom(numbers: readonly number[], least: number): number {
  let [from, to] = [0, numbers.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((numbers[middle] ?? 0) < least) from = middle + 1;
    else to = middle;
  }
  return from;
}
