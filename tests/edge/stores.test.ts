/** What every store must keep to. A new store joins by a line in `real-stores.ts`. */
import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openRedisStore } from '../../src/views/stores/redis.ts';
import { openSqliteStore } from '../../src/views/stores/sqlite.ts';
import { aRedis, freePort } from './a-redis.ts';
import { STORES } from './real-stores.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'views-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe.each(STORES)('the %s store', (name, open) => {
  test('counts each article on its own', async () => {
    const store = await open(folder);
    expect(await store.add('20260305-a')).toBe(1);
    expect(await store.add('20260305-b')).toBe(1);
    expect(await store.add('20260305-a')).toBe(2);
    expect(await store.counts(['20260305-a', '20260305-b', '20260305-c'])).toEqual(
      new Map([
        ['20260305-a', 2],
        ['20260305-b', 1],
      ]),
    );
    expect(await store.counts([])).toEqual(new Map());
    await store.close();
  });

  test('answers many simultaneous views with as many different counts', async () => {
    const store = await open(folder);
    // Miniflare's D1 takes 20 ms a statement.
    const views = name === 'd1' ? 100 : 1_000;
    const answers = await Promise.all(Array.from({ length: views }, () => store.add('20260305-a')));
    expect(answers.toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: views }, (_, n) => n + 1),
    );
    await store.close();
  });

  test('tells its name, its articles and its last commit', async () => {
    const store = await open(folder);
    expect(await store.health()).toEqual({ store: name, articles: 0, lastCommit: null });
    const before = Date.now();
    await store.add('20260305-a');
    const { articles, lastCommit } = await store.health();
    expect(articles).toBe(1);
    expect(Date.parse(lastCommit ?? '')).toBeGreaterThanOrEqual(before);
    await store.close();
  });

  test('refuses every call after it is closed', async () => {
    const store = await open(folder);
    await store.close();
    await store.close();
    await expect(store.add('20260305-a')).rejects.toThrow();
    await expect(store.counts(['20260305-a'])).rejects.toThrow();
    await expect(store.health()).rejects.toThrow();
  });
});

describe.each(STORES.filter(([name]) => name !== 'memory'))('the %s store', (_, open) => {
  test('keeps its counts when it is closed and opened again', async () => {
    const first = await open(folder);
    const lastView = first.add('20260305-a');
    await first.close();
    expect(await lastView).toBe(1);
    const second = await open(folder);
    expect(await second.add('20260305-a')).toBe(2);
    await second.close();
  });
});

describe('the sqlite store', () => {
  test('refuses a file that is no database, and leaves it as it is', async () => {
    const file = join(folder, 'views.db');
    await writeFile(file, 'these are not the counts you are looking for'.repeat(100));
    const before = await readFile(file);
    expect(() => openSqliteStore(file)).toThrow(`The view counts in ${file} cannot be kept`);
    expect(await readFile(file)).toEqual(before);
  });

  test('refuses a view while another process holds the database, and counts it afterwards', async () => {
    const file = join(folder, 'views.db');
    const store = openSqliteStore(file);
    const other = new DatabaseSync(file);
    other.exec('BEGIN EXCLUSIVE');
    await expect(store.add('20260305-a')).rejects.toThrow('database is locked');
    other.exec('ROLLBACK');
    other.close();
    expect(await store.add('20260305-a')).toBe(1);
    await store.close();
  });

  test('can be copied by a backup while it counts', async () => {
    const file = join(folder, 'views.db');
    const store = openSqliteStore(file);
    await store.add('20260305-a');
    const reader = new DatabaseSync(file, { readOnly: true });
    reader.exec(`VACUUM INTO '${join(folder, 'copy.db')}'`);
    reader.close();
    expect(await store.add('20260305-a')).toBe(2);
    await store.close();
    const copy = openSqliteStore(join(folder, 'copy.db'));
    expect(await copy.counts(['20260305-a'])).toEqual(new Map([['20260305-a', 1]]));
    await copy.close();
  });
});

describe('the redis store', () => {
  test('refuses a Redis that keeps nothing on disk', async () => {
    const server = await aRedis(folder, await freePort(), ['--appendonly', 'no']);
    const opening = openRedisStore(server.url);
    await expect(opening).rejects.toMatchObject({
      message: `The view counts at ${server.url} cannot be kept`,
      why: 'redis-not-kept',
    });
    await server.kill();
  });

  test('refuses to start without its Redis, and keeps the password to itself', async () => {
    const port = await freePort();
    await expect(openRedisStore(`redis://:secret@127.0.0.1:${port}`)).rejects.toThrow(
      `The view counts at redis://127.0.0.1:${port} cannot be kept`,
    );
  });
});
