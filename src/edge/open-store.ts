/** The store that an address names, where there are files. */
import { createMemoryStore } from './stores/memory.ts';
import { openSqliteStore } from './stores/sqlite.ts';
import type { ViewStore } from './store.ts';

/**
 * `redis://…` and `rediss://…` → Redis, `memory:` → memory, anything else → a SQLite file.
 * Rejects when the store cannot be used.
 */
export async function openStore(address: string): Promise<ViewStore> {
  if (address === 'memory:') return createMemoryStore();
  if (!isRedis(address)) return openSqliteStore(address);
  // Loaded where it is used: its client is many times the size of the whole counter.
  const { openRedisStore } = await import('./stores/redis.ts');
  return openRedisStore(address);
}

/** Whether an address is that of a Redis. */
export function isRedis(address: string): boolean {
  return /^rediss?:\/\//.test(address);
}
