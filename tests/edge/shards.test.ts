import { expect, test } from 'vitest';
import { createShards, shardOf } from '../../src/views/shards.ts';
import { aCounter, ARTICLE, aView, OTHER_ARTICLE, SITE } from './a-counter.ts';

test('an article belongs to one shard for good, by FNV-1a', () => {
  // Another hash would leave the counts of a site that runs on shards behind.
  // The vectors are those of http://www.isthe.com/chongo/tech/comp/fnv/.
  expect(shardOf('a', 2 ** 32)).toBe(0xe40c292c);
  expect(shardOf('foobar', 2 ** 32)).toBe(0xbf9cf968);
  const shares = [0, 0, 0, 0];
  for (let n = 0; n < 4_000; n++) {
    const shard = shardOf(`20260305-article-${n}`, 4);
    shares[shard] = (shares[shard] ?? 0) + 1;
  }
  for (const share of shares) expect(Math.abs(share - 1_000)).toBeLessThan(150);
});

function aShardedCounter() {
  const shards = Array.from({ length: 4 }, () => aCounter());
  const answer = createShards({
    shards: shards.length,
    api: '/api/views',
    ask: async (shard, request) => {
      const counter = shards[shard]?.counter;
      if (!counter) throw new Error(`There is no shard ${shard}`);
      return counter.fetch(request);
    },
  });
  return {
    shards,
    ask: (path: string, init?: RequestInit) => answer(new Request(SITE + path, init)),
  };
}

test('a store that fails in one shard fails the whole answer', async () => {
  const { shards, ask } = aShardedCounter();
  await ask(`/api/views/${ARTICLE}`, aView());
  await shards[shardOf(ARTICLE, 4)]?.store.close();
  const both = await ask(`/api/views?ids=${ARTICLE},${OTHER_ARTICLE}`);
  expect([both.status, await both.json()]).toEqual([503, { code: 'unavailable' }]);
  expect((await ask('/api/views/health')).status).toBe(503);
});

test('one answer has the counts of all, in the order of none', async () => {
  const { ask } = aShardedCounter();
  for (const id of [ARTICLE, OTHER_ARTICLE]) await ask(`/api/views/${id}`, aView());
  const both = await ask(`/api/views?ids=${ARTICLE},${OTHER_ARTICLE},20260305-none`);
  expect(await both.json()).toEqual({ counts: { [ARTICLE]: 1, [OTHER_ARTICLE]: 1 } });
  expect(both.headers.get('Cache-Control')).toBe('no-store');
  const health = await ask('/api/views/health');
  expect(await health.json()).toMatchObject({ status: 'ok', store: 'sqlite', articles: 2 });
  const head = await ask('/api/views/health', { method: 'HEAD' });
  expect([head.status, await head.text()]).toEqual([200, '']);
});

test.each([
  ['/api/views?ids=', 'GET', 400],
  ['/api/views?ids=../etc', 'GET', 400],
  [`/api/views?ids=${Array.from({ length: 101 }, (_, n) => `20260305-a${n}`).join()}`, 'GET', 413],
  ['/api/views', 'POST', 405],
  ['/api/views/health', 'POST', 405],
])('%.40s by %s is refused as one counter would: %i', async (path, method, status) => {
  const { ask } = aShardedCounter();
  expect((await ask(path, { method })).status).toBe(status);
});
