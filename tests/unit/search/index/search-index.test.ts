import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { updateSearchIndex } from '../../../../src/search/index/search-index.ts';
import type { SearchSource } from '../../../../src/search/index/search-index.ts';
import type { ShardList } from '../../../../src/search/shard-list.ts';
import { searchCorpus } from '../../../../scripts/bench/search-corpus.ts';
import { aFolder } from '../../../support/a-folder.ts';

const progress = { say: () => undefined, count: () => () => undefined };
const sourcesOf = (change: Record<string, string> = {}): SearchSource[] =>
  searchCorpus(200).map((document) => {
    const text = change[document.url] ?? document.text;
    const load = async () => ({ ...document, text });
    return { id: document.url, date: document.date, key: text, load };
  });

test('builds the shards that changed and no others, to the bytes of a fresh build', async () => {
  const cacheFolder = await aFolder();
  const update = (sources: SearchSource[], folder = cacheFolder) =>
    updateSearchIndex({ sources, cacheFolder: folder, progress });
  const first = await update(sourcesOf());
  expect(first).toMatchObject({ documentsIndexed: 200 });
  expect(first.shardsBuilt).toBeGreaterThan(2);
  expect(await update(sourcesOf())).toMatchObject({ shardsBuilt: 0, documentsIndexed: 0 });

  const edited = sourcesOf({ '/a/199/': '新写的一段。' });
  const second = await update(edited);
  expect(second.shardsBuilt).toBe(1);
  expect(second.documentsIndexed).toBeLessThanOrEqual(100);

  const fresh = await update(edited, join(await aFolder(), 'search'));
  expect([...fresh.files.keys()].toSorted()).toEqual([...second.files.keys()].toSorted());
  for (const [path, file] of fresh.files) {
    const same = (await readFile(file)).equals(await readFile(second.files.get(path) ?? ''));
    expect([path, same]).toEqual([path, true]);
  }
  const list = JSON.parse(await readFile(join(cacheFolder, 'shards.json'), 'utf8')) as ShardList;
  expect(list.shards.reduce((sum, { documents }) => sum + documents, 0)).toBe(200);
  expect(list.layers.map(({ first: from, count }) => from + count).at(-1)).toBe(list.shards.length);
}, 60_000);

test('a site without articles has no index', async () => {
  const empty = await updateSearchIndex({ sources: [], cacheFolder: await aFolder(), progress });
  expect(empty).toEqual({ files: new Map(), shardsBuilt: 0, documentsIndexed: 0 });
});
