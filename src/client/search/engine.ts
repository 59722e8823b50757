/** The reader side of search: a query → hits, ten at a time, their number, and what filters they have. */
import { planQuery, type QueryPlan } from '../../search/query-plan.ts';
import { synonymsFrom, type Synonyms } from '../../search/synonyms.ts';
import type { FilterValues } from '../../search/search-document.ts';
import { answersFrom, type FoundAnswers } from './answers.ts';
import { hitOf, type Hit } from './found-page.ts';
import type { Total } from './messages.ts';
import { isAnswered } from './is-answered.ts';
import { MissingFileError } from './index-files.ts';
import type { SearchRequest } from './request.ts';
import { openIndex, type SearchIndex } from './search-index.ts';
import { alikeForms } from './traditional.ts';

/** Hits are looked for as they are asked for; every method rejects when the index cannot be read. */
export interface Answer {
  /** The next hits; fewer than `count` only at the end. */
  next(count: number): Promise<Hit[]>;
  /** How many pages are found, shown or not; undefined when there are more than `most` and only texts could tell. */
  total(most: number): Promise<Total | undefined>;
  /** Of all found pages; undefined when that is not known, or would be too much to load. */
  filterValues(most: number): Promise<FilterValues[] | undefined>;
  /** When nothing was found: the terms, as written, that are in no page. */
  absent(): string[];
  /** Words that mean the same as those that were asked for, and were looked for with them; known with the first hits. */
  synonyms(): Synonyms[];
}

export interface Search {
  /** Loads what every query needs. */
  prepare(): void;
  /** Loads what a query is going to need, as far as it has been written. */
  prefetch(query: string): void;
  /** Whether a query would find something; without a request, without filters. */
  finds(query: string, request?: SearchRequest): Promise<boolean>;
  /** @param signal ends the answer's work: its methods then reject with the signal's reason. */
  search(query: string, request: SearchRequest, signal?: AbortSignal): Answer;
}

/**
 * @param base the address of the index, ends with `/`; nothing of it is loaded before it is asked for
 * @param groups of words that mean the same
 */
export function createSearch(base: string, groups: readonly (readonly string[])[] = []): Search {
  const synonymsOf = synonymsFrom(groups);
  const withSynonyms = (written: string, isQuoted: boolean) =>
    isQuoted ? [] : synonymsOf(written);
  const url = new URL(base, document.baseURI).href;
  let attempt = 0;
  let opened: Promise<SearchIndex> | undefined;
  const open = () => (opened ??= openIndex(url, attempt));
  const forget = (index: Promise<SearchIndex> | undefined) => {
    if (opened !== index) return;
    opened = undefined;
    attempt += 1;
  };
  return {
    prepare() {
      const index = open();
      index.catch(() => forget(index));
    },
    prefetch(query) {
      const keys = planQuery(query, withSynonyms).terms.flatMap(({ lookups }) =>
        lookups.flatMap((it) => it.keys),
      );
      const load = async () => {
        const index = await open();
        await Promise.all(keys.map((key) => index.of(key)));
      };
      // Who searches asks anew, and learns of a failure.
      load().catch(() => undefined);
    },
    async finds(query, request) {
      return isAnswered(await open(), planQuery(query, withSynonyms), request);
    },
    search(query, request, signal) {
      const synonyms: Synonyms[] = [];
      const planned = alikeForms(query).then((alike) =>
        planQuery(query, (written, isQuoted) => {
          const forms = alike(written);
          const others = [written, ...forms].flatMap((form) => withSynonyms(form, isQuoted));
          if (others.length > 0) synonyms.push({ word: written, others });
          return [...forms, ...others];
        }),
      );
      let index: Promise<SearchIndex> | undefined;
      let found: Promise<FoundAnswers> | undefined;
      let hasStartedAnew = false;
      const shown = new Set<string>();
      const start = async (plan: QueryPlan) => {
        index = open();
        return answersFrom(await index, plan, request);
      };
      /** An index that has been published anew since is read anew, once. */
      const attemptTo = async <T>(step: (answers: FoundAnswers, plan: QueryPlan) => Promise<T>) => {
        try {
          const plan = await planned;
          signal?.throwIfAborted();
          found ??= start(plan);
          const result = await step(await found, plan);
          signal?.throwIfAborted();
          return result;
        } catch (error) {
          if (signal?.aborted) throw error;
          found = undefined;
          forget(index);
          throw error;
        }
      };
      const withNewIndex = async <T>(
        step: (answers: FoundAnswers, plan: QueryPlan) => Promise<T>,
      ) => {
        try {
          return await attemptTo(step);
        } catch (error) {
          if (!(error instanceof MissingFileError) || hasStartedAnew) throw error;
          hasStartedAnew = true;
          return attemptTo(step);
        }
      };
      let absent: string[] = [];
      return {
        next: (count) =>
          withNewIndex(async (answers, plan) => {
            const texts = await answers.next(count, shown);
            for (const { url: address } of texts) shown.add(address);
            return texts.map((text) => hitOf(text, plan));
          }),
        total: (most) =>
          withNewIndex(async (answers, { terms }) => {
            const total = await answers.total(most);
            // Of nothing but quotation marks no term is left.
            const missing = terms.length === 0 ? [query] : answers.absent();
            absent = total?.all === 0 ? missing : [];
            return total;
          }),
        filterValues: (most) => withNewIndex((answers) => answers.filterValues(most)),
        absent: () => absent,
        synonyms: () => synonyms,
      };
    },
  };
}
