/** View counts in memory, for trying the site out: they end with the process, as its name in `health` says. */
import type { ViewStore } from '../store.ts';

/** An empty store. */
export function createMemoryStore(): ViewStore {
  const views = new Map<string, number>();
  let lastCommit: string | null = null;
  let isOpen = true;

  function checkOpen(): void {
    if (!isOpen) throw new Error('The store is closed');
  }

  return {
    add: async (id) => {
      checkOpen();
      const count = (views.get(id) ?? 0) + 1;
      views.set(id, count);
      lastCommit = new Date().toISOString();
      return count;
    },
    counts: async (ids) => {
      checkOpen();
      return new Map(ids.flatMap((id) => (views.has(id) ? [[id, views.get(id) ?? 0]] : [])));
    },
    health: async () => {
      checkOpen();
      return { store: 'memory', articles: views.size, lastCommit };
    },
    close: async () => {
      isOpen = false;
    },
  };
}
