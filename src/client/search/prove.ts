/** Which candidates are answers, as far as the index alone can prove it. */
import { difference, intersection, union } from '../../search/number-sets.ts';
import type { BundleContents } from '../../search/virtual-bundle.ts';
import type { Candidates } from './candidates.ts';
import type { SearchIndex } from './search-index.ts';
import type { Matches, Unproved } from './term-matches.ts';

/** Pages in a bundle: what Pagefind takes for one query grows with their square. */
export const IN_BUNDLE = 400;

/** The words of a bundle, none of them the beginning of another. */
export const wordName = (at: number) =>
  String.fromCharCode(0x61 + Math.floor(at / 26), 0x61 + (at % 26));

/** Whether all candidates are proved by the grams they were found by. */
export function isProved({ ranked, terms, without, needsTexts }: Candidates): boolean {
  if (needsTexts) return false;
  const numbers = ranked.toSorted((a, b) => a - b);
  return (
    terms.every(({ proved }) => difference(numbers, proved).length === 0) &&
    without.every(({ documents }) => intersection(numbers, documents).length === 0)
  );
}

/** The candidates that are answers, in their order; undefined when only their texts can say. */
export async function provedAnswers(
  { ranked, terms, without, needsTexts }: Candidates,
  index: SearchIndex,
): Promise<number[] | undefined> {
  const all = [...terms, ...without];
  if (needsTexts || all.some(({ unproved }) => unproved === undefined)) return undefined;
  const numbers = ranked.toSorted((a, b) => a - b);
  const holding = (matches: Matches) => provedBy(matches, numbers, index);
  const held = await Promise.all(terms.map(holding));
  const excluded = await Promise.all(without.map(holding));
  const left = excluded.reduce(difference, held.reduce(intersection, numbers));
  const isLeft = new Set(left);
  return ranked.filter((document) => isLeft.has(document));
}

/** Those of the documents that hold the term. */
async function provedBy(
  { proved, unproved = [] }: Matches,
  documents: readonly number[],
  index: SearchIndex,
): Promise<number[]> {
  const sets = await Promise.all(
    unproved.map((each) =>
      rowHolders({ ...each, documents: intersection(each.documents, documents) }, index),
    ),
  );
  return sets.reduce(union, [...proved]);
}

/**
 * Pagefind looks for words that follow one another. The grams of a row stand at distances that are known: a gram is given
 * places at which those of one row follow one another exactly when they have these distances.
 */
async function rowHolders({ row, documents }: Unproved, index: SearchIndex): Promise<number[]> {
  const places = await Promise.all(row.map(({ key }) => index.placesOf(key, documents)));
  const pagefind = await index.pagefind;
  const holders: number[] = [];
  for (let from = 0; from < documents.length; from += IN_BUNDLE) {
    const pages = documents.slice(from, from + IN_BUNDLE);
    const words = row.map(({ at }, word) => ({
      name: wordName(word),
      pages: pages.map((document, page) => {
        const own = places[word]?.get(document) ?? [];
        const rows = own.map((place) => place - at).filter((start) => start >= 0);
        return [page, rows.map((start) => start * (row.length + 1) + word)] as const;
      }),
    }));
    const { version } = index.files.list;
    const contents: BundleContents = { version, pages: pages.length, words, filters: {} };
    const found = await pagefind.search(contents, `"${words.map(({ name }) => name).join(' ')}"`);
    holders.push(...found.flatMap((page) => pages[page] ?? []));
  }
  return holders.toSorted((a, b) => a - b);
}
