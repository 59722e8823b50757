/** One counter spread over several, each the master of its part of the articles. */
import { MAX_IDS } from './api.ts';
import { isArticleId } from './article-id.ts';
import type { ViewCounts, ViewHealth } from './view-answers.ts';

export interface ShardOptions {
  /** How many there are. Every article belongs to one for good: another number is another set of counters. */
  shards: number;
  /** Where the counter's addresses begin: `/api/views`. */
  api: string;
  /** Asks one of them, 0 ≤ shard < shards. */
  ask: (shard: number, request: Request) => Promise<Response>;
}

/** Gives the function that answers as one counter would. A refusal by any of them is the answer. */
export function createShards({
  shards,
  api,
  ask,
}: ShardOptions): (request: Request) => Promise<Response> {
  return async (request) => {
    const url = new URL(request.url);
    const name = url.pathname.slice(api.length + 1);
    if (shards === 1) return ask(0, request);
    if (name === 'health') {
      const asked = Array.from({ length: shards }, (_, shard) => ask(shard, request.clone()));
      return merge(await Promise.all(asked), mergeHealth);
    }
    if (name !== '') return ask(shardOf(name, shards), request);

    const ids = (url.searchParams.get('ids') ?? '').split(',');
    // What is wrong with the whole list any one of them can say.
    if (ids.length > MAX_IDS || !ids.every(isArticleId)) return ask(0, request);
    const parts = Map.groupBy(ids, (id) => shardOf(id, shards));
    const asked = [...parts].map(([shard, part]) => {
      url.searchParams.set('ids', part.join());
      return ask(shard, new Request(url, request));
    });
    return merge(await Promise.all(asked), mergeCounts);
  };
}

/** The shard of an article by FNV-1a of its id. */
export function shardOf(id: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (const letter of new TextEncoder().encode(id)) {
    hash = Math.imul(hash ^ letter, 0x01000193);
  }
  return (hash >>> 0) % shards;
}

async function merge<T>(answers: Response[], join: (parts: T[]) => T): Promise<Response> {
  const refusal = answers.find(({ ok }) => !ok);
  if (refusal) return refusal;
  const [first] = answers;
  // A HEAD request has no bodies to join.
  if (!first?.body) return new Response(null, first);
  const parts = await Promise.all(answers.map(async (answer) => (await answer.json()) as T));
  const headers = new Headers(first.headers);
  headers.delete('Content-Length');
  return new Response(JSON.stringify(join(parts)), { headers });
}

function mergeCounts(parts: ViewCounts[]): ViewCounts {
  return { counts: Object.assign({}, ...parts.map(({ counts }) => counts)) };
}

function mergeHealth(parts: ViewHealth[]): ViewHealth {
  const commits = parts.flatMap(({ lastCommit }) => lastCommit ?? []);
  return {
    status: 'ok',
    store: parts[0]?.store ?? '',
    articles: parts.reduce((sum, { articles }) => sum + articles, 0),
    lastCommit: commits.toSorted().at(-1) ?? null,
    uptimeSeconds: Math.min(...parts.map(({ uptimeSeconds }) => uptimeSeconds)),
  };
}
