/** Candidates → answers: Pagefind finds them in bundles of a few hundred, and the text of each is read before it is shown. */
import type { QueryPlan } from '../../search/query-plan.ts';
import type { FilterValues, FoundText } from '../../search/search-document.ts';
import { candidatesFor, type Candidates } from './candidates.ts';
import { pagefindFilters, type SearchRequest } from './request.ts';
import { isFound } from './found-page.ts';
import { PAGE } from './limits.ts';
import type { Total } from './messages.ts';
import { IN_BUNDLE, isProved, provedAnswers, wordName } from './prove.ts';
import type { SearchIndex } from './search-index.ts';

export interface FoundAnswers {
  /** The texts of the next answers. @param shown addresses of those that were given before, by another index */
  next(count: number, shown: ReadonlySet<string>): Promise<FoundText[]>;
  total(most: number): Promise<Total | undefined>;
  filterValues(most: number): Promise<FilterValues[] | undefined>;
  absent(): string[];
}

/** So few texts are sooner read than positions. */
const READ_ALL = 12;
/** Texts that are read at once where only they can tell how many answers there are. */
const AT_ONCE = 25;

export async function answersFrom(
  index: SearchIndex,
  plan: QueryPlan,
  request: SearchRequest,
): Promise<FoundAnswers> {
  if (!plan.terms.some(({ lookups }) => lookups.length > 0)) return noAnswers(plan);
  const candidates = await candidatesFor(index, plan, request);
  const { ranked } = candidates;
  const read = new Map<number, Promise<FoundText | undefined>>();
  /** The text of a document that is an answer. */
  const check = (document: number): Promise<FoundText | undefined> => {
    const known =
      read.get(document) ??
      index.text(document).then((text) => (isFound(text, plan) ? text : undefined));
    read.set(document, known);
    known.catch(() => read.delete(document));
    return known;
  };
  const checkAll = async (documents: readonly number[]) => {
    const texts = await Promise.all(documents.map(check));
    return documents.filter((_, at) => texts[at]);
  };
  // Nearly always the first to be shown: they come while Pagefind does. Who shows them learns of a failure.
  for (const document of ranked.slice(0, PAGE)) check(document).catch(() => undefined);
  const pages = pagesFrom(index, candidates, request);
  let waiting: number[] = [];
  let answers: Promise<number[] | undefined> | undefined;

  const allAnswers = async (most: number): Promise<number[] | undefined> => {
    if (isProved(candidates)) return [...ranked];
    if (ranked.length <= READ_ALL) return checkAll(ranked);
    const proved = await provedAnswers(candidates, index);
    if (proved) return proved;
    const found: number[] = [];
    for (let at = 0; at < ranked.length && found.length <= most; at += AT_ONCE) {
      found.push(...(await checkAll(ranked.slice(at, at + AT_ONCE))));
    }
    return found.length > most ? undefined : found;
  };
  const known = (most: number) => {
    answers ??= allAnswers(most);
    answers.catch(() => (answers = undefined));
    return answers;
  };
  const undated = index.yearRange('');
  const isSinglePage = (document: number) =>
    undated.some(([from, end]) => document >= from && document < end);
  let isOver = false;
  return {
    async next(count, shown) {
      const texts: FoundText[] = [];
      while (texts.length < count && !(isOver && waiting.length === 0)) {
        while (waiting.length < count - texts.length && !isOver) {
          const { value, done } = await pages.next();
          if (done) isOver = true;
          else waiting.push(...value);
        }
        const batch = waiting.slice(0, count - texts.length);
        const found = await Promise.all(batch.map(check));
        waiting = waiting.slice(batch.length);
        texts.push(
          ...found
            .filter((text) => text !== undefined && !shown.has(text.url))
            .flatMap((text) => text ?? []),
        );
      }
      return texts;
    },
    async total(most) {
      const found = await known(most);
      return found && { all: found.length, singlePages: found.filter(isSinglePage).length };
    },
    async filterValues(most) {
      const found = await known(most);
      return found && index.values(found);
    },
    absent() {
      const { terms } = plan;
      const isAlone = terms.length === 1 && ranked.length > 0;
      return (isAlone ? terms : candidates.absent).map(({ written }) => written);
    },
  };
}

/** What is nothing but marks is in no page. */
function noAnswers({ terms }: QueryPlan): FoundAnswers {
  return {
    next: async () => [],
    total: async () => ({ all: 0, singlePages: 0 }),
    filterValues: async () => [],
    absent: () => terms.map(({ written }) => written),
  };
}

/** What Pagefind finds, in its order, a bundle after the other. */
async function* pagesFrom(
  index: SearchIndex,
  { ranked, terms }: Candidates,
  request: SearchRequest,
): AsyncGenerator<number[]> {
  const { version } = index.files.list;
  const holding = terms.map(({ documents }) => new Set(documents));
  const chosen = pagefindFilters(request);
  for (let from = 0; from < ranked.length; from += IN_BUNDLE) {
    const documents = ranked.slice(from, from + IN_BUNDLE);
    const pages = [...documents.keys()];
    const words = holding.map((set, at) => ({
      name: wordName(at),
      pages: pages
        .filter((page) => set.has(documents[page] ?? -1))
        .map((page) => [page, [0]] as const),
    }));
    const filters = Object.fromEntries(
      Object.entries(chosen).map(([name, value]) => [name, { [value]: pages }]),
    );
    const pagefind = await index.pagefind;
    const query = words.map(({ name }) => name).join(' ');
    const contents = { version, pages: pages.length, words, filters };
    const found = await pagefind.search(contents, query, chosen);
    yield found.flatMap((page) => documents[page] ?? []);
  }
}
