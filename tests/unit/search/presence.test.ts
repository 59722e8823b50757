import { describe, expect, test } from 'vitest';
import {
  bucketOf,
  presenceBuckets,
  shardsHolding,
  tokenHash,
} from '../../../src/search/presence.ts';

const hashesOf = (tokens: readonly string[]) => Uint32Array.from(tokens.map(tokenHash)).toSorted();
const tokensOf = (shard: number) =>
  Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + at, 0x4e00 + shard));

describe('presence map', () => {
  const shards = Array.from({ length: 11 }, (_, shard) => [...tokensOf(shard), '机关']);
  const buckets = presenceBuckets(shards.map(hashesOf));
  const ask = (token: string) =>
    shardsHolding(
      token,
      buckets[bucketOf(token, buckets.length)] ?? new Uint8Array(),
      shards.length,
    );

  test('never misses a shard that holds a token', () => {
    const missed = shards.flatMap((tokens, shard) => tokens.filter((token) => !ask(token)[shard]));
    expect(missed).toEqual([]);
  });

  test('knows which shards hold a token', () => {
    expect(ask('机关')).toEqual(shards.map(() => true));
    expect(ask(tokensOf(4)[7] ?? '').filter(Boolean).length).toBeLessThan(3);
  });

  test('says no of nearly all tokens that no shard holds', () => {
    const strange = Array.from({ length: 5000 }, (_, at) => `x${at}`);
    const wrong = strange.filter((token) => ask(token).includes(true));
    expect(wrong.length).toBeLessThan(5000 * 0.05);
  });

  test('keeps its buckets small, a power of two of them', () => {
    expect(Math.log2(buckets.length) % 1).toBe(0);
    const bytes = buckets.map(({ length }) => length);
    expect(Math.max(...bytes)).toBeLessThan(12_000);
  });

  test('one small shard is one bucket', () => {
    const small = presenceBuckets([hashesOf(['机关', '关事'])]);
    expect(small.map(({ length }) => length)).toEqual([6]);
    expect(shardsHolding('关事', small[0] ?? new Uint8Array(), 1)).toEqual([true]);
  });
});
