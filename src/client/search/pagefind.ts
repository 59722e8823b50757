/** The part of Pagefind's browser module (`pagefind.js`, version 1.6) that the search page uses. */
import type { Fragment } from '../../search/search-document.ts';

export interface PagefindModule {
  createInstance(options: InstanceOptions): PagefindInstance;
}

interface InstanceOptions {
  basePath: string;
  baseUrl: string;
  noWorker: boolean;
}

export interface PagefindInstance {
  /** @param term `"…"` asks for the words one after the other; `null` for all pages that the filters let pass */
  search(term: string | null, options?: PagefindOptions): Promise<PagefindAnswer>;
  /** How many pages each value of each filter has. */
  filters(): Promise<Record<string, Record<string, number>>>;
  destroy(): Promise<void>;
}

export interface PagefindOptions {
  filters?: Record<string, string>;
  sort?: Record<string, 'asc' | 'desc'>;
}

export interface PagefindAnswer {
  results: PagefindResult[];
  /** How many pages hold the words, whatever the filters. */
  unfilteredResultCount: number;
}

export interface PagefindResult {
  id: string;
  /** Names of the meta fields (`title`) in which one of the words stands; not for words one after the other. */
  matchedMetaFields?: string[];
  data(): Promise<Fragment>;
}
