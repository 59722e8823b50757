/**
 * The view counts in one SQLite file, by `node:sqlite`.
 *
 * Group commit: all views that arrive in one turn of the event loop share one transaction, and each
 * is answered after its COMMIT. With `synchronous=FULL` a commit waits for the disk, so one commit a
 * view would cap the server at the disk's rate of flushes.
 */
import { setTimeout as wait } from 'node:timers/promises';
import type { StoreHealth, ViewStore } from '../store.ts';
import { openDatabase, PROBE } from './open-database.ts';
import { ADD, COUNTS, COUNT_ARTICLES } from './sql.ts';
import { watchFiles } from './watched-files.ts';

/**
 * How long a call waits for another process's lock, and how often it looks whether it has gone. SQLite's own
 * way to wait would hold the event loop, and with it every page; it does so at the start only.
 */
const LOCK_WAIT_MS = 1_000;
const LOCK_LOOK_MS = 20;

interface WaitingWrite {
  /** The article that was viewed; none for a probe that only tries whether views can be written. */
  id: string | undefined;
  since: number;
  resolve(count: number): void;
  reject(cause: unknown): void;
}

/**
 * Opens the counts kept in `file`, creating the file and its folder when they are missing.
 * Throws a `StoreUnusable` when nothing can be counted there; what is no sound database is left as it is.
 */
export function openSqliteStore(file: string): ViewStore {
  const database = openDatabase(file, LOCK_WAIT_MS);
  const addOne = database.prepare(ADD);
  const readCounts = database.prepare(COUNTS);
  const countArticles = database.prepare(COUNT_ARTICLES);
  const checkFiles = watchFiles([file, `${file}-wal`]);
  let waiting: WaitingWrite[] = [];
  let lastCommit: string | null = null;

  function commitWaiting(): void {
    const batch = waiting;
    waiting = [];
    if (batch.length === 0) return;
    let counts: number[];
    try {
      checkFiles();
      database.exec('BEGIN IMMEDIATE');
      if (batch.some(({ id }) => id === undefined)) database.exec(PROBE);
      counts = batch.map(({ id }) => (id === undefined ? 0 : Number(addOne.get(id)?.['n'])));
      database.exec('COMMIT');
    } catch (cause) {
      // Some failures (a full disk) have already rolled back; a ROLLBACK then would hide the cause.
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      for (const view of batch) {
        if (isLocked(cause) && !isOver(view.since)) waiting.push(view);
        else view.reject(cause);
      }
      if (waiting.length > 0) setTimeout(commitWaiting, LOCK_LOOK_MS);
      return;
    }
    if (batch.some(({ id }) => id !== undefined)) lastCommit = new Date().toISOString();
    for (const [index, view] of batch.entries()) view.resolve(counts[index] ?? 0);
  }

  function write(id: string | undefined): Promise<number> {
    return new Promise((resolve, reject) => {
      const since = performance.now();
      if (waiting.push({ id, since, resolve, reject }) === 1) setImmediate(commitWaiting);
    });
  }

  return {
    add: write,

    counts: (ids) =>
      whenUnlocked(() => {
        const rows = readCounts.all(JSON.stringify(ids));
        return new Map(rows.map((row) => [String(row['id']), Number(row['n'])]));
      }),

    health: async (): Promise<StoreHealth> => {
      await write(undefined);
      const articles = await whenUnlocked(() => Number(countArticles.get()?.['n']));
      return { store: 'sqlite', articles, lastCommit };
    },

    close: async () => {
      while (database.isOpen && waiting.length > 0) {
        commitWaiting();
        if (waiting.length > 0) await wait(LOCK_LOOK_MS);
      }
      if (database.isOpen) database.close();
    },
  };
}

/** Reads, and tries again for a while when another process holds the database. */
async function whenUnlocked<T>(read: () => T): Promise<T> {
  for (const since = performance.now(); ; await wait(LOCK_LOOK_MS)) {
    try {
      return read();
    } catch (cause) {
      if (!isLocked(cause) || isOver(since)) throw cause;
    }
  }
}

function isOver(since: number): boolean {
  return performance.now() - since >= LOCK_WAIT_MS;
}

function isLocked(cause: unknown): boolean {
  // Not every runtime gives SQLite's code (5, SQLITE_BUSY, with more in its higher bits).
  return cause instanceof Error && /database is locked/.test(cause.message);
}
