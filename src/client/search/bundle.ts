/** One Pagefind bundle, asked in a way that is exact for Chinese. */
import type { Term } from '../../search/query-plan.ts';
import { EXTRA_FIELD } from '../../search/search-document.ts';
import type { FailureCount } from './fetch-failures.ts';
import type {
  PagefindInstance,
  PagefindModule,
  PagefindOptions,
  PagefindResult,
} from './pagefind.ts';

export interface Bundle {
  /** The terms (or pieces of them) that no page of the bundle holds: then an AND query of them finds nothing. */
  absent(terms: readonly Term[]): Promise<Term[]>;
  /** Pages that may hold what was asked, in order; each is still to be verified. */
  candidates(indexQuery: string, options: PagefindOptions): Promise<PagefindResult[]>;
  close(): Promise<void>;
}

/**
 * @param path the bundle's folder, ending with `/`.
 * @param failures how many fetches below a path have failed so far.
 * @param attempt a browser may remember that a module did not load; a new attempt asks under a new name.
 * @throws (also from its methods) when a file of the bundle does not come.
 */
export async function openBundle(
  path: string,
  failures: FailureCount,
  attempt = 0,
): Promise<Bundle> {
  const script = attempt === 0 ? 'pagefind.js' : `pagefind.js?attempt=${attempt}`;
  const url = new URL(path + script, document.baseURI).href;
  const pagefind = (await import(/* @vite-ignore */ url)) as PagefindModule;
  const instance = createInstance(pagefind, path);

  const ask = async (query: string, options: PagefindOptions) => {
    const before = failures(path);
    const answer = await instance.search(query, options);
    // Pagefind passes over a chunk that did not come, as if its words were in no page.
    if (failures(path) > before)
      throw new Error(`A file of the search index ${path} did not come.`);
    return answer;
  };

  return {
    async absent(terms) {
      const held = await Promise.all(
        terms.map(async ({ tokens }) => {
          const counts = await Promise.all(
            tokens.map(({ text, whole }) => ask(whole ? `"${text}"` : text, COUNT_ONLY)),
          );
          return counts.every(({ unfilteredResultCount }) => unfilteredResultCount > 0);
        }),
      );
      return terms.filter((_, at) => !held[at]);
    },
    async candidates(indexQuery, options) {
      return (await ask(indexQuery, options)).results;
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
function createInstance(pagefind: PagefindModule, path: string): PagefindInstance {
  const root = document.documentElement;
  const lang = root.lang;
  root.lang = 'und';
  try {
    return pagefind.createInstance({
      basePath: path,
      baseUrl: '/',
      noWorker: true, // one file less to load; a shard is small enough for the main thread
      ranking: { metaWeights: { title: 0, date: 0, [EXTRA_FIELD]: 0 } },
    });
  } finally {
    root.lang = lang;
  }
}
