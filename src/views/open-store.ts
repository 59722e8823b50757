/** The store that an address names, where there are files. */
import { readStoreAddress } from './store-address.ts';
import type { ViewStore } from './store.ts';
import { openSqliteStore } from './stores/sqlite.ts';

/**
 * `redis://…` and `rediss://…` → Redis, anything else → a SQLite file. Rejects with a `StoreUnusable` when the counts
 * cannot be kept there.
 */
export async function openStore(written: string): Promise<ViewStore> {
  const address = readStoreAddress(written);
  if ('file' in address) return openSqliteStore(address.file);
  // Loaded where it is used: its client is many times the size of the whole counter.
  const { openRedisStore } = await import('./stores/redis.ts');
  return openRedisStore(address.redis);
}
