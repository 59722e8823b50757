import { readdir, readFile, rm, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { updateSearchIndex } from '../../../../src/search/index/search-index.ts';
import type { SearchIndex, SearchSource } from '../../../../src/search/index/search-index.ts';
import type { SearchDocument } from '../../../../src/search/search-document.ts';
import { searchCorpus } from '../../../../scripts/bench/search-corpus.ts';
import { aFolder } from '../../../support/a-folder.ts';
import { seededRandom } from '../../../support/random.ts';

const progress = { say: () => undefined, count: () => () => undefined };
const sourceOf = (document: SearchDocument): SearchSource => ({
  id: document.url,
  date: document.date,
  key: JSON.stringify(document),
  load: async () => document,
});
const update = (documents: readonly SearchDocument[], cacheFolder: string) =>
  updateSearchIndex({ sources: documents.map(sourceOf), cacheFolder, progress });

/** The bytes of all files, by path. */
async function bytesOf({ files }: SearchIndex): Promise<Map<string, string>> {
  const read = [...files].map(async ([path, { source }]): Promise<[string, string]> => {
    return [path, await readFile(source, 'latin1')];
  });
  return new Map(await Promise.all(read));
}

/** The paths that a publication would send. */
function changed(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].flatMap(([path, bytes]) => (before.get(path) === bytes ? [] : [path]));
}

const added = (document: SearchDocument, url: string, text = '新写的一段。') => ({
  ...document,
  url,
  text,
});

test('whatever changes, the files are those of a fresh build', async () => {
  const cacheFolder = await aFolder();
  const random = seededRandom(21);
  let documents = searchCorpus(240);
  await update(documents, cacheFolder);
  for (let round = 0; round < 6; round += 1) {
    const at = random.between(0, documents.length - 1);
    const other = random.pick(documents);
    const changes = [
      [...documents, added(other, `/new/${round}/`)],
      documents.toSpliced(at, 1),
      documents.with(at, { ...other, url: documents[at]?.url ?? '' }),
      [...documents, { ...added(other, `/newest/${round}/`), date: `2026-12-${20 + round}` }],
      documents.map((it) => (it.url === other.url ? { ...it, columns: ['公告'] } : it)),
      documents.slice(0, -30),
      [...documents, { ...added(other, `/page/${round}/`), date: '', source: '', columns: [] }],
    ];
    documents = random.pick(changes);
    const kept = await bytesOf(await update(documents, cacheFolder));
    const fresh = await bytesOf(await update(documents, await aFolder()));
    expect([...kept.keys()].toSorted()).toEqual([...fresh.keys()].toSorted());
    expect(changed(fresh, kept)).toEqual([]);
  }
}, 120_000);

test('the files are those of a fresh build where there is an old layer', async () => {
  const cacheFolder = await aFolder();
  const short = searchCorpus(1200).map((it) => ({ ...it, text: it.text.slice(0, 80) }));
  let documents = short.slice(0, 1150);
  const { files } = await update(documents, cacheFolder);
  expect([...files.keys()].some((path) => path.startsWith('pagefind/old/'))).toBe(true);
  const corrected = { ...documents[3], text: '更正后的一段。' };
  const changes: ((before: SearchDocument[]) => SearchDocument[])[] = [
    (before) => [...before, ...short.slice(1150)],
    (before) => before.map((it) => (it.url === corrected.url ? { ...it, ...corrected } : it)),
    (before) => before.toSpliced(600, 2),
    (before) => before.slice(0, 1000),
  ];
  for (const change of changes) {
    documents = change(documents);
    const kept = await bytesOf(await update(documents, cacheFolder));
    const fresh = await bytesOf(await update(documents, await aFolder()));
    expect([...kept.keys()].toSorted()).toEqual([...fresh.keys()].toSorted());
    expect(changed(fresh, kept)).toEqual([]);
  }
}, 120_000);

test('a path never stands for other bytes', async () => {
  const cacheFolder = await aFolder();
  const random = seededRandom(22);
  const documents = searchCorpus(150);
  const known = new Map<string, string>();
  const doubled: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const at = random.between(0, documents.length - 1);
    documents[at] = { ...random.pick(documents), url: documents[at]?.url ?? '' };
    for (const [path, bytes] of await bytesOf(await update(documents, cacheFolder))) {
      if ((known.get(path) ?? bytes) !== bytes) doubled.push(path);
      known.set(path, bytes);
    }
  }
  expect(new Set(doubled)).toEqual(new Set(['pagefind/list.json']));
}, 120_000);

test('one article more changes the newest layer, a part of the middle one, its own text and the list', async () => {
  const cacheFolder = await aFolder();
  const documents = searchCorpus(200);
  const before = await bytesOf(await update(documents, cacheFolder));
  const newest = documents.at(-1);
  if (!newest) throw new Error('the corpus is empty');
  const index = await update([...documents, added(newest, '/a/zz/')], cacheFolder);
  expect(index).toMatchObject({ documentsIndexed: 1 });
  expect(index.rowsMade).toBeLessThan(10);
  const paths = changed(before, await bytesOf(index));
  expect(paths.length).toBeLessThanOrEqual(60);
  expect(paths.filter((path) => path.includes('/texts/'))).toHaveLength(1);
});

test('nothing is made anew when nothing has changed, and what is not needed goes', async () => {
  const cacheFolder = await aFolder({
    'shards/a/shard.json': '{}',
    'attachments/a.json': '{}',
    'texts/00/00': '',
  });
  await update(searchCorpus(120), cacheFolder);
  const again = await update(searchCorpus(120), cacheFolder);
  expect(again).toMatchObject({ documentsIndexed: 0, rowsMade: 0 });
  await expect(readFile(join(cacheFolder, 'shards/a/shard.json'))).rejects.toThrow('ENOENT');
  await expect(readFile(join(cacheFolder, 'texts/00/00'))).rejects.toThrow('ENOENT');
  expect(await readFile(join(cacheFolder, 'attachments/a.json'), 'utf8')).toBe('{}');
});

test('what a build that was cut off left behind is not believed', async () => {
  const cacheFolder = await aFolder();
  const documents = searchCorpus(60);
  const whole = await bytesOf(await update(documents, cacheFolder));
  const broken = await aFolder();
  for (const [path, { source }] of (await update(documents, broken)).files) {
    if (!path.endsWith('list.json')) await truncate(source, 1);
  }
  await rm(join(broken, 'index.json'));
  const runtime = await readdir(broken);
  for (const name of runtime.filter((it) => it.startsWith('runtime-'))) {
    await rm(join(broken, name), { recursive: true });
  }
  expect(changed(whole, await bytesOf(await update(documents, broken)))).toEqual([]);
});

test('what somebody removed from the cache is made again', async () => {
  const cacheFolder = await aFolder();
  const documents = searchCorpus(60);
  const index = await update(documents, cacheFolder);
  const whole = await bytesOf(index);
  for (const ending of ['.d', '.p', '/0']) {
    const [, file] = [...index.files].find(([path]) => path.endsWith(ending)) ?? [];
    const place = ending === '/0' ? (file?.source ?? '') : dirname(file?.source ?? '');
    await rm(place, { recursive: true });
    expect(changed(whole, await bytesOf(await update(documents, cacheFolder)))).toEqual([]);
  }
});

test('a site without texts has no index', async () => {
  const empty = await update([], await aFolder());
  expect(empty).toEqual({ files: new Map(), rowsMade: 0, documentsIndexed: 0 });
});
