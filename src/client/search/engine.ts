/** The reader side of search: a query → hits, in batches, from the shards that may hold them. */
import { planQuery, type QueryPlan, type Term } from '../../search/query-plan.ts';
import { FILTERS, type FilterValues } from '../../search/search-document.ts';
import { canBeAsked, candidatesIn, type Candidate } from './candidates.ts';
import { hitOf, type FoundPage, type Hit } from './found-page.ts';
import { byDate, byRelevance } from './ranking.ts';
import { openIndex, type SearchIndex } from './search-index.ts';
import { alikeForms } from './traditional.ts';

export interface Filters {
  /** A value of the filter 栏目, as `columnValue` makes it; columns below it are taken in. */
  column?: string;
  year?: string;
  source?: string;
}

export interface SearchRequest extends Filters {
  order: 'relevance' | 'date';
}

/** Hits are looked for as they are asked for; every method rejects when the index cannot be read. */
export interface Answer {
  /** The next hits; fewer than `count` only at the end. */
  next(count: number): Promise<Hit[]>;
  /** How many pages are found, shown or not; undefined when there are more than `most`. */
  total(most: number): Promise<number | undefined>;
  /** Of all found pages; undefined when there are more than `most`. */
  filterValues(most: number): Promise<FilterValues[] | undefined>;
  /** When nothing was found: the terms, as written, that are in no page. */
  absent(): string[];
}

export interface Search {
  /** @param signal ends the answer's work: its methods then reject with the signal's reason. */
  search(query: string, request: SearchRequest, signal?: AbortSignal): Answer;
}

/** @param base the address of the index, ends with `/`; nothing of it is loaded before the first search. */
export function createSearch(base: string): Search {
  let attempt = 0;
  let opened: Promise<SearchIndex> | undefined;
  return {
    search(query, request, signal) {
      const absent = new Set<Term>();
      const planned = alikeForms(query).then((alike) => planQuery(query, alike));
      const pages = async function* (): AsyncGenerator<FoundPage> {
        const plan = await planned;
        for (const term of plan.terms) absent.add(term);
        if (!plan.terms.some(canBeAsked)) return;
        opened ??= openIndex(base, attempt);
        const index = await opened.catch(() => undefined);
        try {
          if (!index) throw new Error('The list of shards did not come.');
          yield* foundPages(index, plan, request, absent, signal);
        } catch (error) {
          if (!signal?.aborted) {
            index?.forget();
            opened = undefined;
            attempt += 1;
          }
          throw error;
        }
      };
      return answerOf(pages(), planned, absent);
    },
  };
}

/** Ranked together: as many shards as give so many candidates, but no more shards than that. */
const STAGE = { candidates: 30, shards: 4 };

async function* foundPages(
  index: SearchIndex,
  plan: QueryPlan,
  request: SearchRequest,
  absent: Set<Term>,
  signal?: AbortSignal,
): AsyncGenerator<FoundPage> {
  const presence = await index.presence(plan);
  if (presence.absent.length > 0) {
    for (const term of plan.terms) if (!presence.absent.includes(term)) absent.delete(term);
    return;
  }
  // Each is in some page, though no part of the index has all.
  if (presence.shards.length === 0) absent.clear();
  const waiting = presence.shards.filter((shard) =>
    mayBeOf(request.year, index.list.shards[shard]),
  );
  for (let stage = 0; waiting.length > 0; stage += 1) {
    const candidates: Candidate[] = [];
    for (let count = 0; count < STAGE.shards && candidates.length < STAGE.candidates; count += 1) {
      const shard = waiting.shift();
      if (shard === undefined) break;
      signal?.throwIfAborted();
      const found = await candidatesIn(await index.open(shard), plan, pagefindFilters(request));
      for (const term of absent) if (!found.absent.includes(term)) absent.delete(term);
      candidates.push(...found.candidates);
    }
    const inOrder = request.order === 'date' ? byDate : byRelevance;
    for await (const { fragment, filterValues } of inOrder(candidates, plan)) {
      signal?.throwIfAborted();
      yield { fragment, filterValues, older: stage > 0 && request.order !== 'date' };
    }
  }
}

function mayBeOf(year: string | undefined, shard?: { from: string; to: string }): boolean {
  if (!year || !shard) return true;
  return shard.from.slice(0, 4) <= year && year <= shard.to.slice(0, 4);
}

function pagefindFilters(request: Filters): Record<string, string> {
  const { column, year, source } = request;
  return {
    ...(column && { [FILTERS.column]: column }),
    ...(year && { [FILTERS.year]: year }),
    ...(source && { [FILTERS.source]: source }),
  };
}

function answerOf(
  pages: AsyncGenerator<FoundPage>,
  planned: Promise<QueryPlan>,
  absent: ReadonlySet<Term>,
): Answer {
  const found: FoundPage[] = [];
  let given = 0;
  let ended = false;
  const lookAhead = async (count: number) => {
    while (!ended && found.length < count) {
      const { value, done } = await pages.next();
      if (done) ended = true;
      else found.push(value);
    }
  };
  return {
    async next(count) {
      await lookAhead(given + count);
      const plan = await planned;
      const pages = found.slice(given, given + count);
      const hits = await Promise.all(
        pages.map(async ({ fragment, older }) => hitOf(await fragment(), older, plan)),
      );
      given += hits.length;
      return hits;
    },
    async total(most) {
      await lookAhead(most + 1);
      return ended ? found.length : undefined;
    },
    async filterValues(most) {
      await lookAhead(most + 1);
      return ended ? Promise.all(found.map((page) => page.filterValues())) : undefined;
    },
    absent: () => [...absent].map(({ written }) => written),
  };
}
