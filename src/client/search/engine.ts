/** The reader side of search: a query → verified hits, in batches, from one or more Pagefind bundles. */
import { excerpt, highlight, type Segment } from '../../search/excerpt.ts';
import { normalise } from '../../search/normalise.ts';
import { planQuery, type QueryPlan, type Term } from '../../search/query-plan.ts';
import { columnName, dateFromMeta, FILTERS } from '../../search/search-document.ts';
import { holdsEvery } from '../../search/verify.ts';
import { openBundle, type Bundle } from './bundle.ts';
import { watchFetchFailures } from './fetch-failures.ts';
import type { PagefindOptions, PagefindPage } from './pagefind.ts';

export interface SearchRequest {
  order: 'relevance' | 'date';
  /** A value of the filter 栏目, as `columnValue` makes it; columns below it are taken in. */
  column?: string;
  year?: string;
}

export interface Hit {
  url: string;
  title: Segment[];
  excerpt: Segment[];
  /** The name of the page's own column. */
  column: string;
  /** `2026-03-05`. */
  date: string;
  source: string;
}

/** Hits are verified as they are asked for; every method rejects when the index cannot be read. */
export interface Answer {
  /** The next hits; fewer than `count` only at the end. */
  next(count: number): Promise<Hit[]>;
  /** The exact number of hits; undefined when more than `most` are left to be shown. */
  total(most: number): Promise<number | undefined>;
  /** When nothing was found: the terms, as written, that are in no page. */
  absent(): string[];
}

export interface Search {
  /** @param signal ends the answer's work: its methods then reject with the signal's reason. */
  search(query: string, request: SearchRequest, signal?: AbortSignal): Answer;
}

/** @param bundles the bundles' folders, newest first, each ending with `/`; opened when first needed. */
export function createSearch({ bundles }: { bundles: readonly string[] }): Search {
  const failures = watchFetchFailures();
  const opened = new Map<string, Promise<Bundle>>();
  let attempt = 0;

  const open = (path: string) => {
    const bundle = opened.get(path) ?? openBundle(path, failures, attempt);
    opened.set(path, bundle);
    return bundle;
  };
  /** A bundle with a missing file stays broken; the next search opens it anew. */
  const forget = (path: string) => {
    const bundle = opened.get(path);
    opened.delete(path);
    attempt += 1;
    bundle?.then(
      (it) => it.close(),
      () => undefined,
    );
  };

  async function* verifiedPages(
    plan: QueryPlan,
    options: PagefindOptions,
    absent: Set<Term>,
    signal?: AbortSignal,
  ) {
    if (plan.indexQuery === '') return;
    for (const path of bundles) {
      try {
        const bundle = await open(path);
        const missing = await bundle.absent(plan.terms);
        for (const term of absent) if (!missing.includes(term)) absent.delete(term);
        if (missing.length > 0) continue;
        const candidates = await bundle.candidates(plan.indexQuery, options);
        for (let at = 0; at < candidates.length; at += BATCH) {
          signal?.throwIfAborted();
          const pages = await Promise.all(candidates.slice(at, at + BATCH).map((it) => it.data()));
          yield* pages.filter((page) => isHit(page, plan));
        }
      } catch (error) {
        if (!signal?.aborted) forget(path);
        throw error;
      }
    }
  }

  return {
    search(query, request, signal) {
      const plan = planQuery(query);
      const absent = new Set(plan.terms);
      const pages = verifiedPages(plan, pagefindOptions(request), absent, signal);
      return answerOf(pages, plan, absent);
    },
  };
}

/** Pages fetched and verified at once. */
const BATCH = 10;

function answerOf(
  pages: AsyncGenerator<PagefindPage>,
  plan: QueryPlan,
  absent: ReadonlySet<Term>,
): Answer {
  const waiting: PagefindPage[] = [];
  let found = 0;
  let ended = false;
  const lookAhead = async (count: number) => {
    while (!ended && waiting.length < count) {
      const { value, done } = await pages.next();
      if (done) {
        ended = true;
      } else {
        waiting.push(value);
        found += 1;
      }
    }
  };
  return {
    async next(count) {
      await lookAhead(count);
      return waiting.splice(0, count).map((page) => hitOf(page, plan));
    },
    async total(most) {
      await lookAhead(most + 1);
      return ended ? found : undefined;
    },
    absent: () => [...absent].map(({ written }) => written),
  };
}

function pagefindOptions({ order, column, year }: SearchRequest): PagefindOptions {
  const filters: Record<string, string> = {};
  if (column) filters[FILTERS.column] = column;
  if (year) filters[FILTERS.year] = year;
  return order === 'date' ? { filters, sort: { date: 'desc' } } : { filters };
}

function isHit(page: PagefindPage, { terms }: QueryPlan): boolean {
  const texts = [normalise(titleOf(page)), normalise(textOf(page))];
  return holdsEvery(
    texts,
    terms.map(({ normalised }) => normalised),
  );
}

function hitOf(page: PagefindPage, plan: QueryPlan): Hit {
  const terms = plan.terms.map(({ normalised }) => normalised);
  return {
    url: page.url,
    title: highlight(titleOf(page), terms),
    excerpt: excerpt(textOf(page), terms),
    column: columnName(page.filters[FILTERS.column] ?? []),
    date: dateFromMeta(page.meta['date'] ?? ''),
    source: page.filters[FILTERS.source]?.[0] ?? '',
  };
}

const titleOf = (page: PagefindPage) => page.meta['title'] ?? '';

/** Pagefind's content begins with the title, ended with a full stop where it has none of its own. */
function textOf(page: PagefindPage): string {
  const title = titleOf(page);
  const { content } = page;
  return content.startsWith(title) ? content.slice(title.length).replace(/^\.?\s+/, '') : content;
}
