/** The index as the page knows it: the list of shards, what the presence map says, and the shards opened so far. */
import type { QueryPlan } from '../../search/query-plan.ts';
import type { ShardList } from '../../search/shard-list.ts';
import { loadPagefind, openBundle, type Bundle } from './bundle.ts';
import { answerPagefind, type PagefindFetches } from './pagefind-fetches.ts';
import type { PagefindModule } from './pagefind.ts';
import { presenceMap, type Presence } from './presence-map.ts';

export interface SearchIndex {
  list: ShardList;
  /** What the presence map knows of the terms. */
  presence(plan: QueryPlan): Promise<Presence>;
  /** @param shard its place in the list */
  open(shard: number): Promise<Bundle>;
  /** To be called when something could not be read: the shards are opened anew the next time. */
  forget(): void;
}

/**
 * @param base the address of the index, ends with `/`
 * @param attempt how often it was tried before
 */
export async function openIndex(base: string, attempt: number): Promise<SearchIndex> {
  const url = new URL(base, document.baseURI).href;
  const response = await fetch(`${url}shards.json`);
  if (!response.ok) throw new Error(`${response.status} for the list of shards`);
  const list = (await response.json()) as ShardList;
  const fetches: PagefindFetches = answerPagefind(url, list);
  const module: Promise<PagefindModule> = loadPagefind(url + list.runtime, attempt);
  // Who opens a shard learns of a failure; nobody may do so before the presence map has spoken.
  module.catch(() => undefined);
  const opened = new Map<number, Bundle>();
  return {
    list,
    presence: presenceMap(url, list),
    async open(shard) {
      const folder = url + (list.shards[shard]?.path ?? '');
      const bundle = opened.get(shard) ?? openBundle(await module, folder, fetches);
      opened.set(shard, bundle);
      return bundle;
    },
    forget() {
      for (const bundle of opened.values()) void bundle.close();
      opened.clear();
    },
  };
}
