/** What the index has for a query: the documents that are answers, or may be, in their order. */
import { isSource } from '../../search/index-list.ts';
import { otherKey } from '../../search/gram-key.ts';
import { difference, intersection, union } from '../../search/number-sets.ts';
import type { Lookup, QueryPlan, Term } from '../../search/query-plan.ts';
import { columnGram, sourceFilterGram, sourceNameGram } from '../../search/search-document.ts';
import type { SearchRequest } from './request.ts';
import type { SearchIndex } from './search-index.ts';
import { canBeAsked, matchesOf } from './term-matches.ts';
import type { Matches } from './term-matches.ts';

export interface Candidates {
  /** The best first. */
  ranked: readonly number[];
  /** Of each term that the index can be asked for. */
  terms: readonly Matches[];
  without: readonly Matches[];
  /** There is something in the query that only texts can show. */
  needsTexts: boolean;
  /** The terms that no document holds. */
  absent: readonly Term[];
}

export async function candidatesFor(
  index: SearchIndex,
  plan: QueryPlan,
  request: SearchRequest,
): Promise<Candidates> {
  const asked = plan.terms.filter(canBeAsked);
  const find = (term: Term) => matchesOf(lookupsOf(term, index), index);
  const [terms, without, filtered, borders] = await Promise.all([
    Promise.all(asked.map(find)),
    Promise.all(plan.without.filter(canBeAsked).map(find)),
    Promise.all(filterSets(index, request)),
    Promise.all(plan.borders.map((key) => index.of(key))),
  ]);
  const absent = asked.filter((_, at) => terms[at]?.documents.length === 0);
  const all = [...terms.map(({ documents }) => documents), ...filtered];
  const held = all.length === 0 ? [] : all.reduce((one, two) => intersection(one, two));
  const left = without.reduce((one, { proved }) => difference(one, proved), held);
  const titled = intersections(
    left,
    terms.map((each) => each.titled),
  );
  const together =
    borders.length === 0
      ? []
      : intersections(
          left,
          borders.map((it) => it.documents),
        );
  return {
    ranked: rank(left, request.order === 'date' ? [] : [titled, together]),
    terms,
    without,
    needsTexts: asked.length < plan.terms.length || plan.without.some((term) => !canBeAsked(term)),
    absent,
  };
}

const intersections = (first: readonly number[], others: readonly (readonly number[])[]) =>
  others.reduce((one, two) => intersection(one, two), first);

/** The documents of each tier before those of the next, and newer ones first. */
function rank(documents: readonly number[], tiers: readonly (readonly number[])[]): number[] {
  const before = tiers.reduce((one, two) => union(one, two), []);
  const rows = tiers.map((tier, at) => {
    const better = tiers.slice(0, at).reduce((one, two) => union(one, two), []);
    return difference(tier, better);
  });
  return [...rows, difference(documents, before)].flatMap((row) => row.toReversed());
}

/** A term that is the whole name of a source also finds what came from it. */
function lookupsOf({ forms, lookups }: Term, { files: { list } }: SearchIndex): Lookup[] {
  const named = forms.filter(
    ({ year, normalised }) => year === undefined && isSource(list, normalised),
  );
  const keys = named.map(({ normalised }) => otherKey(sourceNameGram(normalised)));
  return [...lookups, ...keys.map((key): Lookup => ({ keys: [key], proves: true }))];
}

/** For each filter that is chosen the documents that it lets pass. */
function filterSets(
  index: SearchIndex,
  { column, year, source }: SearchRequest,
): Promise<readonly number[]>[] {
  const having = async (gram: string) => (await index.of(otherKey(gram))).documents;
  const sets: Promise<readonly number[]>[] = [];
  if (column) sets.push(having(columnGram(column)));
  if (source) sets.push(having(sourceFilterGram(source)));
  if (year) {
    const numbers = index.yearRange(year).flatMap(([from, end]) => {
      return Array.from({ length: end - from }, (_, at) => from + at);
    });
    sets.push(Promise.resolve(numbers));
  }
  return sets;
}
