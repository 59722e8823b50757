/** The part of Pagefind's browser module (`pagefind.js`, version 1.6) that the search page uses. */
export interface PagefindModule {
  createInstance(options: InstanceOptions): PagefindInstance;
}

interface InstanceOptions {
  basePath: string;
  baseUrl: string;
  noWorker: boolean;
  ranking: { metaWeights: Record<string, number> };
}

export interface PagefindInstance {
  search(term: string, options?: PagefindOptions): Promise<PagefindAnswer>;
  destroy(): Promise<void>;
}

export interface PagefindOptions {
  filters?: Record<string, string>;
  sort?: Record<string, 'asc' | 'desc'>;
}

interface PagefindAnswer {
  results: PagefindResult[];
  /** How many pages hold the words, whatever the filters. */
  unfilteredResultCount: number;
}

export interface PagefindResult {
  id: string;
  /** Names of the meta fields (`title`) in which one of the words stands. */
  matchedMetaFields?: string[];
  data(): Promise<PagefindPage>;
}

/** A page's fragment: what the index keeps to show of it. */
export interface PagefindPage {
  url: string;
  content: string;
  filters: Record<string, string[]>;
  meta: Record<string, string>;
}
