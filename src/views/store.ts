/** Where view counts (浏览次数) are kept. One implementation a file in `stores/`, all tested by one suite. */
export interface ViewStore {
  /**
   * Adds one view and gives the article's new count.
   *
   * It resolves only once the view is safe against a crash of the process, so that every answered
   * count can be read again afterwards. It rejects when the view was not written; with an
   * `UncertainWriteError` when nobody can tell.
   */
  add(id: string): Promise<number>;

  /** The counts of the articles that have any; an article nobody has read is left out. */
  counts(ids: readonly string[]): Promise<Map<string, number>>;

  /**
   * How the store is, for whoever watches the server. Rejects when a view could not be written now: that
   * is tried, and changes no count.
   */
  health(): Promise<StoreHealth>;

  /** Writes what is still waiting and lets go of the store. Every call after it rejects. */
  close(): Promise<void>;
}

export interface StoreHealth {
  /** Which store answers, e.g. `sqlite`. */
  store: string;
  /** How many articles have a count. */
  articles: number;
  /** When this process last wrote a count (ISO 8601, UTC); `null` when it has not yet. */
  lastCommit: string | null;
}

/** A store that cannot be opened at the start: no bug, and told in Chinese to whoever set its address. */
export class StoreUnusable extends Error {
  readonly address: string;
  readonly why: StoreTrouble;

  /** @param address without a password */
  constructor(address: string, why: StoreTrouble, message: string, cause?: unknown) {
    super(message, { cause });
    this.address = address;
    this.why = why;
  }
}

/** What is the matter with an address; `store-messages.ts` says it. */
export type StoreTrouble =
  | 'empty'
  | 'network'
  | 'scheme'
  | 'folder'
  | 'path'
  | 'special'
  | 'damaged'
  | 'foreign'
  | 'read-only'
  | 'full'
  | 'locked'
  | 'access'
  | 'redis-address'
  | 'redis-database'
  | 'redis-password'
  | 'redis-refused'
  | 'redis-host'
  | 'redis-silent'
  | 'redis-read-only'
  | 'redis-not-kept'
  | 'redis';

/** The connection broke after a view was sent and before the store answered: it may be written or not. */
export class UncertainWriteError extends Error {}
