/** One Pagefind bundle, asked in a way that is exact for Chinese. */
import type { Form } from '../../search/query-plan.ts';
import {
  FILTER_NAMES,
  FILTERS,
  INDEX_LANGUAGE,
  type FilterValues,
  type Fragment,
} from '../../search/search-document.ts';
import type { TermTokens } from '../../search/tokens.ts';
import type { PagefindFetches } from './pagefind-fetches.ts';
import type {
  PagefindInstance,
  PagefindModule,
  PagefindOptions,
  PagefindResult,
} from './pagefind.ts';

/** What one page of the bundle has of a form. */
export interface Match {
  /** A word of it stands in the title: without that it cannot all stand there. */
  titled: boolean;
  /** Its place among all pages of the bundle, the newest first. */
  place: number;
  fragment(): Promise<Fragment>;
}

export interface Findings {
  /** Whether any page holds it, whatever the filters. */
  held: boolean;
  /** The pages that the filters let pass, by their ids. That they hold it, `tokens.proves` or their texts say. */
  matches: Map<string, Match>;
}

export interface Bundle {
  find(form: Form, filters: Record<string, string>): Promise<Findings>;
  /** Of every page of the bundle, by its id. */
  filterValues(): Promise<ReadonlyMap<string, FilterValues>>;
  close(): Promise<void>;
}

/** Loads Pagefind's script. @param attempt a browser may remember that a module did not load: ask under a new name */
export async function loadPagefind(folder: string, attempt: number): Promise<PagefindModule> {
  const url = `${folder}pagefind.js${attempt === 0 ? '' : `?attempt=${attempt}`}`;
  return (await import(/* @vite-ignore */ url)) as PagefindModule;
}

/**
 * @param folder the bundle's absolute address, ends with `/`.
 * @throws (also from its methods) when a file of the bundle does not come.
 */
export function openBundle(
  pagefind: PagefindModule,
  folder: string,
  { failures }: PagefindFetches,
): Bundle {
  const instance = createInstance(pagefind, folder);
  let places: Promise<ReadonlyMap<string, number>> | undefined;
  let values: Promise<ReadonlyMap<string, FilterValues>> | undefined;

  const guarded = async <T>(asked: () => Promise<T>): Promise<T> => {
    const before = failures(folder);
    const answer = await asked();
    // Pagefind passes over a chunk that did not come, as if its words were in no page.
    if (failures(folder) > before) throw new Error(`A file of the index ${folder} did not come.`);
    return answer;
  };
  const ask = (query: string, options: PagefindOptions) =>
    guarded(() => instance.search(query, options));
  const placesOf = async () => {
    const { results } = await guarded(() => instance.search(null, { sort: { date: 'desc' } }));
    return new Map(results.map(({ id }, place) => [id, place]));
  };

  return {
    async find({ tokens, year }, filters) {
      const within = { filters: { ...filters, ...(year && { [FILTERS.year]: year }) } };
      const isOfOtherYear = year && (filters[FILTERS.year] ?? year) !== year;
      const answers = await Promise.all(queriesOf(tokens).map((query) => ask(query, within)));
      const [first, ...others] = answers.map(({ results }) => resultsById(results));
      const held =
        answers.length > 0 &&
        answers.every(({ unfilteredResultCount }) => unfilteredResultCount > 0);
      const found = [...(first ?? [])].filter(([id]) => others.every((other) => other.has(id)));
      if (found.length === 0 || isOfOtherYear) return { held, matches: new Map() };
      // Asked for as words that may stand apart, from what has been loaded: only then Pagefind tells of titles.
      const { results } = await ask(wordsOf(tokens).join(' '), within);
      places ??= placesOf();
      const place = await places;
      const titles = new Set(results.filter(isTitled).map(({ id }) => id));
      const matches = found.map(([id, result]): [string, Match] => {
        const fragment = () => guarded(() => result.data());
        return [id, { titled: titles.has(id), place: place.get(id) ?? Infinity, fragment }];
      });
      return { held, matches: new Map(matches) };
    },
    filterValues() {
      values ??= guarded(() => readFilterValues(instance));
      values.catch(() => (values = undefined));
      return values;
    },
    close: () => instance.destroy(),
  };
}

/** Each a query of its own: Pagefind looks for words one after the other only where they are the whole query. */
function queriesOf({ phrases, beginnings }: TermTokens): string[] {
  return [...phrases.map((words) => `"${words.join(' ')}"`), ...beginnings];
}

const wordsOf = ({ phrases, beginnings }: TermTokens) => [...phrases.flat(), ...beginnings];

const resultsById = (results: readonly PagefindResult[]) =>
  new Map(results.map((result) => [result.id, result]));

const isTitled = ({ matchedMetaFields }: PagefindResult) =>
  matchedMetaFields?.includes('title') ?? false;

/** Each page's values: Pagefind gives the pages of a value, so all values are asked for, once. */
async function readFilterValues(instance: PagefindInstance): Promise<Map<string, FilterValues>> {
  const values = new Map<string, FilterValues>();
  const known = await instance.filters();
  for (const name of FILTER_NAMES) {
    for (const value of Object.keys(known[FILTERS[name]] ?? {})) {
      const { results } = await instance.search(null, { filters: { [FILTERS[name]]: value } });
      for (const { id } of results) {
        const own = values.get(id) ?? { column: [], year: [], source: [] };
        own[name].push(value);
        values.set(id, own);
      }
    }
  }
  return values;
}

/**
 * Pagefind reads `<html lang>` when an instance is made, and for Chinese it would cut queries by its own dictionary.
 * For an unknown language it takes the query as it is: words between spaces.
 * The attribute is back before anything else can run.
 */
function createInstance(pagefind: PagefindModule, folder: string): PagefindInstance {
  const root = document.documentElement;
  const lang = root.lang;
  root.lang = INDEX_LANGUAGE;
  try {
    return pagefind.createInstance({
      basePath: new URL(folder).pathname,
      baseUrl: '/',
      noWorker: true, // one file less to load; a shard is small enough for the main thread
    });
  } finally {
    root.lang = lang;
  }
}
