/** The part of Pagefind's browser module (`pagefind.js`, version 1.6) that the search page uses. */

export interface PagefindModule {
  createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
  }): PagefindInstance;
}

export interface PagefindInstance {
  /** @param term `"…"` asks for the words one after the other, which have to be the whole query */
  search(term: string, options: PagefindOptions): Promise<{ results: { id: string }[] }>;
  destroy(): Promise<void>;
}

interface PagefindOptions {
  filters?: Readonly<Record<string, string>>;
  sort?: Readonly<Record<string, 'asc' | 'desc'>>;
}
