/** One Pagefind bundle, asked in a way that is exact for Chinese. */
import { indexQuery, type Form, type QueryPlan, type Term } from '../../search/query-plan.ts';
import { EXTRA_FIELD } from '../../search/search-document.ts';
import type { PagefindFetches } from './pagefind-fetches.ts';
import type {
  PagefindInstance,
  PagefindModule,
  PagefindOptions,
  PagefindPage,
} from './pagefind.ts';

/** A page that may be an answer; whether it is, its text says. */
export interface Candidate {
  /** Something of the query stands in its title: without that it cannot all stand there. */
  titled: boolean;
  page(): Promise<PagefindPage>;
}

export interface Findings {
  /** The terms that no page of the bundle holds: then no page is an answer. */
  absent: Term[];
  /** Newest first. */
  candidates: Candidate[];
}

export interface Bundle {
  find(plan: QueryPlan, filters: Record<string, string>): Promise<Findings>;
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

  const ask = async (query: string, options: PagefindOptions) => {
    const before = failures(folder);
    const answer = await instance.search(query, options);
    // Pagefind passes over a chunk that did not come, as if its words were in no page.
    if (failures(folder) > before) throw new Error(`A file of the index ${folder} did not come.`);
    return answer;
  };
  const holds = async ({ tokens }: Form) => {
    const counts = await Promise.all(
      tokens.map(({ text, whole }) => ask(whole ? `"${text}"` : text, COUNT_ONLY)),
    );
    return counts.every(({ unfilteredResultCount }) => unfilteredResultCount > 0);
  };

  return {
    async find({ terms, combinations }, filters) {
      // A word that is in no page is passed over, as if it had not been asked for: so each is asked for alone.
      const forms = terms.flatMap((term) => term.forms);
      const answers = await Promise.all(forms.map(holds));
      const held = new Set(forms.filter((_, at) => answers[at]));
      const queries = combinations
        .filter((combination) => combination.every((form) => held.has(form)))
        .map(indexQuery)
        .filter((query) => query !== '');
      const found = await Promise.all(
        queries.map((query) => ask(query, { filters, sort: { date: 'desc' } })),
      );
      const results = new Map(
        found.flatMap((answer) => answer.results).map((result) => [result.id, result]),
      );
      return {
        absent: terms.filter((term) => !term.forms.some((form) => held.has(form))),
        candidates: [...results.values()].map((result) => ({
          titled: result.matchedMetaFields?.includes('title') ?? false,
          page: () => result.data(),
        })),
      };
    },
    close: () => instance.destroy(),
  };
}

/** No page passes this filter, so Pagefind counts without ranking. */
const COUNT_ONLY: PagefindOptions = { filters: { none: 'none' } };

/**
 * Pagefind reads `<html lang>` when an instance is made, and for zh it would cut queries by its own dictionary,
 * other than it cut the pages. For an unknown language it takes the query as it is: words between spaces.
 * The attribute is back before anything else can run.
 */
function createInstance(pagefind: PagefindModule, folder: string): PagefindInstance {
  const root = document.documentElement;
  const lang = root.lang;
  root.lang = 'und';
  try {
    return pagefind.createInstance({
      basePath: new URL(folder).pathname,
      baseUrl: '/',
      noWorker: true, // one file less to load; a shard is small enough for the main thread
      ranking: { metaWeights: { title: 0, date: 0, [EXTRA_FIELD]: 0 } },
    });
  } finally {
    root.lang = lang;
  }
}
