/**
 * The view counts in the SQLite storage of a Durable Object. Writes are in order and without waiting;
 * the platform holds every answer back until what was written before it is on disk.
 */
import type { ViewStore } from '../store.ts';
import { ADD, COUNTS, COUNT_ARTICLES, PROBE, SCHEMA } from './sql.ts';

/** What is used of `state.storage.sql` (`SqlStorage` of Cloudflare's types fits). */
export interface SqlStorageBinding {
  exec(sql: string, ...values: string[]): { toArray(): Record<string, unknown>[] };
}

/** A store over the object's storage, with its table. */
export function createDurableObjectStore(sql: SqlStorageBinding): ViewStore {
  sql.exec(SCHEMA);
  let lastCommit: string | null = null;
  let isOpen = true;

  function rows(statement: string, ...values: string[]): Record<string, unknown>[] {
    if (!isOpen) throw new Error('The store is closed');
    return sql.exec(statement, ...values).toArray();
  }

  return {
    add: async (id) => {
      const count = Number(rows(ADD, id)[0]?.['n']);
      lastCommit = new Date().toISOString();
      return count;
    },
    counts: async (ids) =>
      new Map(rows(COUNTS, JSON.stringify(ids)).map(({ id, n }) => [String(id), Number(n)])),
    health: async () => {
      rows(PROBE);
      const articles = Number(rows(COUNT_ARTICLES)[0]?.['n']);
      return { store: 'durable-object', articles, lastCommit };
    },
    close: async () => {
      isOpen = false;
    },
  };
}
