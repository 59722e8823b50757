/** The documents of a term, by the grams of its forms. */
import { intersection, union } from '../../search/number-sets.ts';
import type { Lookup, Term } from '../../search/query-plan.ts';
import type { Documents, GramDocuments } from './gram-documents.ts';

export interface Matches extends Documents {
  /** Those that hold it for certain; of the others their texts tell, or positions (`unproved`). */
  proved: readonly number[];
  /** What positions may still prove. Undefined when there is something that only texts can show. */
  unproved: Unproved[] | undefined;
}

/** A row of Han characters, and the documents that may hold it. */
export interface Unproved {
  row: NonNullable<Lookup['row']>;
  documents: readonly number[];
}

/** @param lookups of the term; at least one */
export async function matchesOf(
  lookups: readonly Lookup[],
  grams: GramDocuments,
): Promise<Matches> {
  const found = await Promise.all(lookups.map((lookup) => documentsOf(lookup, grams)));
  const all = found.reduce((one, two) => ({
    documents: union(one.documents, two.documents),
    titled: union(one.titled, two.titled),
  }));
  const of = (place: number) => found[place]?.documents ?? [];
  const provedAt = lookups.flatMap(({ proves }, at) => (proves ? [of(at)] : []));
  const unproved = lookups.flatMap(({ proves, row }, at) => {
    return proves || of(at).length === 0 ? [] : [{ row, documents: of(at) }];
  });
  const canBeProved = unproved.flatMap(({ row, documents }) => (row ? [{ row, documents }] : []));
  return {
    ...all,
    proved: provedAt.reduce((one, two) => union(one, two), []),
    unproved: canBeProved.length === unproved.length ? canBeProved : undefined,
  };
}

async function documentsOf({ keys, year }: Lookup, grams: GramDocuments): Promise<Documents> {
  const found = await Promise.all(keys.map((key) => grams.of(key)));
  const all = found.reduce((one, two) => ({
    documents: intersection(one.documents, two.documents),
    titled: intersection(one.titled, two.titled),
  }));
  if (year === undefined) return all;
  const ranges = grams.yearRange(year);
  const isOfYear = (number: number) => ranges.some(([from, end]) => number >= from && number < end);
  return { documents: all.documents.filter(isOfYear), titled: all.titled.filter(isOfYear) };
}

/** Whether the index can be asked for it: not for a mark alone. */
export const canBeAsked = ({ lookups }: Term) => lookups.length > 0;
