/** Every store over the real thing: SQLite's file, redis-server, and workerd for what is Cloudflare's. */
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import type { StoreHealth, ViewStore } from '../../src/views/store.ts';
import { createD1Store, type D1Binding } from '../../src/views/stores/d1.ts';
import { createMemoryStore } from '../../src/views/stores/memory.ts';
import { openRedisStore } from '../../src/views/stores/redis.ts';
import { openSqliteStore } from '../../src/views/stores/sqlite.ts';
import { aRedis, freePort } from './a-redis.ts';
import { bundle } from './bundle.ts';

/** A recent day of workerd's behaviour. */
export const COMPATIBILITY_DATE = '2026-01-01';

/** Name as `health` tells it → opens the store that is kept in a folder. */
export const STORES: [name: string, open: (folder: string) => Promise<ViewStore>][] = [
  ['sqlite', async (folder) => openSqliteStore(join(folder, 'data', 'views.db'))],
  ['memory', async () => createMemoryStore()],
  ['redis', redisStore],
  ['d1', d1Store],
  ['durable-object', durableObjectStore],
];

async function redisStore(folder: string): Promise<ViewStore> {
  const server = await aRedis(folder, await freePort());
  const store = await openRedisStore(server.url);
  return closingAfter(store, server.kill);
}

async function d1Store(folder: string): Promise<ViewStore> {
  const workerd = new Miniflare({
    modules: true,
    script: 'export default {}',
    compatibilityDate: COMPATIBILITY_DATE,
    d1Databases: ['DB'],
    d1Persist: join(folder, 'd1'),
  });
  const database: D1Binding = await workerd.getD1Database('DB');
  return closingAfter(createD1Store(database), () => workerd.dispose());
}

async function durableObjectStore(folder: string): Promise<ViewStore> {
  const workerd = new Miniflare({
    modules: true,
    script: await bundle('tests/edge/object-store.ts'),
    compatibilityDate: COMPATIBILITY_DATE,
    durableObjects: { STORE: { className: 'StoreObject', useSQLite: true } },
    durableObjectsPersist: join(folder, 'objects'),
  });
  async function ask<T>(call: object): Promise<T> {
    if (!isOpen) throw new Error('The store is closed');
    const body = JSON.stringify(call);
    const answer = await workerd.dispatchFetch('http://store/', { method: 'POST', body });
    return (await answer.json()) as T;
  }
  let isOpen = true;
  const store: ViewStore = {
    add: (id) => ask({ call: 'add', id }),
    counts: async (ids) => new Map(await ask<[string, number][]>({ call: 'counts', ids })),
    health: () => ask<StoreHealth>({ call: 'health' }),
    close: async () => {
      isOpen = false;
    },
  };
  return closingAfter(store, () => workerd.dispose());
}

/** The store, with what it runs on: `close` waits for the views under way and ends both. */
function closingAfter(store: ViewStore, end: () => Promise<void>): ViewStore {
  const underWay = new Set<Promise<unknown>>();
  let ending: Promise<void> | undefined;
  return {
    ...store,
    add: async (id) => {
      const view = store.add(id);
      underWay.add(view);
      try {
        return await view;
      } finally {
        underWay.delete(view);
      }
    },
    close: async () => {
      await store.close();
      await Promise.allSettled(underWay);
      ending ??= end();
      await ending;
    },
  };
}
