/** The view counts in Cloudflare D1: one SQLite database behind all of the network's places. */
import type { ViewStore } from '../store.ts';
import { ADD, COUNTS, COUNT_ARTICLES, PROBE, SCHEMA } from './sql.ts';

/** What is used of the binding (`D1Database` of Cloudflare's types fits). */
export interface D1Binding {
  prepare(sql: string): D1Statement;
}

interface D1Statement {
  bind(...values: string[]): D1Statement;
  first<T>(column: string): Promise<T | null>;
  all<T>(): Promise<{ results: T[] }>;
  run(): Promise<unknown>;
}

/**
 * A store over the binding; the table is made when it is first needed. D1 answers a write once it is
 * durable. Nothing is to be closed: `close` only makes later calls reject.
 */
export function createD1Store(database: D1Binding): ViewStore {
  let lastCommit: string | null = null;
  let isOpen = true;
  let isPrepared = false;

  async function ready(): Promise<void> {
    if (!isOpen) throw new Error('The store is closed');
    if (isPrepared) return;
    await database.prepare(SCHEMA).run();
    isPrepared = true;
  }

  return {
    add: async (id) => {
      await ready();
      const count = await database.prepare(ADD).bind(id).first<number>('n');
      if (count === null) throw new Error('D1 gave no count');
      lastCommit = new Date().toISOString();
      return count;
    },
    counts: async (ids) => {
      await ready();
      const statement = database.prepare(COUNTS).bind(JSON.stringify(ids));
      const { results } = await statement.all<{ id: string; n: number }>();
      return new Map(results.map(({ id, n }) => [id, n]));
    },
    health: async () => {
      await ready();
      await database.prepare(PROBE).run();
      const articles = (await database.prepare(COUNT_ARTICLES).first<number>('n')) ?? 0;
      return { store: 'd1', articles, lastCommit };
    },
    close: async () => {
      isOpen = false;
    },
  };
}
