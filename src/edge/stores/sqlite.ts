/**
 * The view counts in one SQLite file, by `node:sqlite`.
 *
 * Group commit: all views that arrive in one turn of the event loop share one transaction, and each
 * is answered after its COMMIT. With `synchronous=FULL` a commit waits for the disk, so one commit a
 * view would cap the server at the disk's rate of flushes.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StoreHealth, ViewStore } from '../store.ts';
import { ADD, COUNTS, COUNT_ARTICLES, SCHEMA } from './sql.ts';

/** How long a write waits for another process's lock. SQLite waits on the event loop: keep it short. */
const LOCK_TIMEOUT_MS = 1_000;

interface WaitingView {
  id: string;
  resolve(count: number): void;
  reject(cause: unknown): void;
}

/**
 * Opens the counts kept in `file`, creating the file and its folder when they are missing.
 * Throws when the file is not a sound database; the file is left as it is.
 */
export function openSqliteStore(file: string): ViewStore {
  const database = openDatabase(file);
  const addOne = database.prepare(ADD);
  const readCounts = database.prepare(COUNTS);
  const countArticles = database.prepare(COUNT_ARTICLES);
  let waiting: WaitingView[] = [];
  let lastCommit: string | null = null;

  function commitWaiting(): void {
    const batch = waiting;
    waiting = [];
    let counts: number[];
    try {
      database.exec('BEGIN IMMEDIATE');
      counts = batch.map(({ id }) => Number(addOne.get(id)?.['n']));
      database.exec('COMMIT');
    } catch (cause) {
      // Some failures (a full disk) have already rolled back; a ROLLBACK then would hide the cause.
      if (database.isOpen && database.isTransaction) database.exec('ROLLBACK');
      for (const view of batch) view.reject(cause);
      return;
    }
    lastCommit = new Date().toISOString();
    for (const [index, view] of batch.entries()) view.resolve(counts[index] ?? 0);
  }

  return {
    add: (id) =>
      new Promise((resolve, reject) => {
        if (waiting.push({ id, resolve, reject }) === 1) setImmediate(commitWaiting);
      }),

    counts: async (ids) =>
      new Map(
        readCounts.all(JSON.stringify(ids)).map((row) => [String(row['id']), Number(row['n'])]),
      ),

    health: async (): Promise<StoreHealth> => ({
      store: 'sqlite',
      articles: Number(countArticles.get()?.['n']),
      lastCommit,
    }),

    close: async () => {
      if (!database.isOpen) return;
      if (waiting.length > 0) commitWaiting();
      database.close();
    },
  };
}

function openDatabase(file: string): DatabaseSync {
  mkdirSync(dirname(file), { recursive: true });
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file, { timeout: LOCK_TIMEOUT_MS });
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    const verdict = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    if (verdict !== 'ok') throw new Error(String(verdict));
    database.exec(SCHEMA);
    return database;
  } catch (cause) {
    database?.close();
    throw new Error(`The view counts in ${file} cannot be opened; the file was left as it is`, {
      cause,
    });
  }
}
