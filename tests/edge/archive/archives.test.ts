/** What both archives must keep to, over the real things. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openArchive } from '../../../src/views/transfer/open-archive.ts';
import { openStore } from '../../../src/views/open-store.ts';
import { aRedis, freePort, type RunningRedis } from '../a-redis.ts';

let folder: string;
let redis: RunningRedis;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
  redis = await aRedis(folder, await freePort());
});
afterAll(async () => {
  await redis.kill();
  await rm(folder, { recursive: true });
});

describe.each([
  ['a SQLite file', () => join(folder, 'views.db')],
  ['Redis', () => redis.url],
])('%s', (_, address) => {
  test('gives all counts, and adds an input once, beside a server that counts', async () => {
    const store = await openStore(address());
    await store.add('20260305-a');
    const archive = await openArchive(address());
    const numbers = new Map([
      ['20260305-a', 1_000],
      ['20260305-b', 5],
    ]);
    expect(await archive.add(numbers, 'old.csv')).toBe(true);
    expect(await archive.add(numbers, 'old.csv')).toBe(false);
    expect(await store.add('20260305-a')).toBe(1_002);
    expect(await archive.add(new Map([['20260305-b', 1]]), 'other.csv')).toBe(true);
    const all = await archive.all();
    expect([...all].toSorted()).toEqual([
      ['20260305-a', 1_002],
      ['20260305-b', 6],
    ]);
    await archive.close();
    await store.close();
  });
});

test('what is not there is not made', async () => {
  const missing = join(folder, 'missing.db');
  await expect(openArchive(missing)).rejects.toThrow(`There is no such file: ${missing}`);
  await writeFile(join(folder, 'note.txt'), 'no database '.repeat(1_000));
  await expect(openArchive(join(folder, 'note.txt'))).rejects.toThrow('file is not a database');
});
