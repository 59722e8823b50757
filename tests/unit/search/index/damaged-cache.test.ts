/** The search's cache with every kind of file damaged in every way: the files that come of it are those of a fresh build. */
import { copyFile, cp, mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { remakeSearchIndex, updateSearchIndex } from '../../../../src/search/index/search-index.ts';
import type { SearchIndex } from '../../../../src/search/index/search-index.ts';
import { digestFile } from '../../../../src/system/file-digest.ts';
import { searchCorpus } from '../../../../scripts/bench/search-corpus.ts';
import { aFolder, everythingIn } from '../../../support/a-folder.ts';

const progress = { say: () => undefined, count: () => () => undefined };
const BEFORE = searchCorpus(90);
/** Old texts in the newest layer, a new one, and one that became another. */
const NOW = BEFORE.map((document, at) =>
  at === 80 ? { ...document, text: '改过的一段。' } : document,
);
const optionsFor = (documents: typeof BEFORE, cacheFolder: string) => ({
  sources: documents.map((document) => ({
    id: document.url,
    date: document.date,
    key: JSON.stringify(document),
    load: async () => document,
  })),
  cacheFolder,
  progress,
});

let folder: string;
let cache: string;
let truth: Record<string, string>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'damaged-cache-'));
  cache = join(folder, 'cache');
  await updateSearchIndex(optionsFor(BEFORE, cache));
  truth = await bytesOf(await updateSearchIndex(optionsFor(NOW, join(folder, 'fresh'))));
});
afterAll(() => rm(folder, { recursive: true }));

async function bytesOf({ files }: SearchIndex): Promise<Record<string, string>> {
  const read = [...files].map(async ([path, { source }]) => [
    path,
    await readFile(source, 'latin1'),
  ]);
  return Object.fromEntries(await Promise.all(read)) as Record<string, string>;
}

/** As a build does: what is another one when it is to be published is made anew. */
async function published(cacheFolder: string): Promise<Record<string, string>> {
  const index = await updateSearchIndex(optionsFor(NOW, cacheFolder));
  const isWhole = [...index.files.values()].every(({ source, sha256 }) => {
    try {
      return digestFile(source).sha256.startsWith(sha256);
    } catch {
      return false;
    }
  });
  return bytesOf(isWhole ? index : await remakeSearchIndex(optionsFor(NOW, cacheFolder)));
}

function withAnotherBit(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 4;
  return copy;
}

type Damage = (file: string, bytes: Buffer, other: string) => Promise<void>;
const DAMAGES: [name: string, damage: Damage][] = [
  ['emptied', (file) => truncate(file)],
  ['cut off', (file, { length }) => truncate(file, length >> 1)],
  ['with another bit', (file, bytes) => writeFile(file, withAnotherBit(bytes, bytes.length >> 1))],
  [
    'with another last bit',
    (file, bytes) => writeFile(file, withAnotherBit(bytes, bytes.length - 1)),
  ],
  ['exchanged with another of their kind', (file, _, other) => copyFile(other, file)],
  ['removed', (file) => rm(file)],
  [
    'with a folder in its place',
    async (file) => {
      await rm(file);
      await mkdir(join(file, 'folder'), { recursive: true });
    },
  ],
];

describe.each([
  ['sums', /rows\/.*\/sums$/],
  ['documents', /rows\/.*\.d$/],
  ['positions', /rows\/.*\.p$/],
  ['texts', /texts\/.*\/./],
  ['tables', /tables\/./],
  ['the index', /index\.json$/],
  ['runtime', /runtime-.*\/./],
])('%s', (_, pattern) => {
  test.each(DAMAGES)('%s: made anew', async (__, damage) => {
    const damaged = join(await aFolder(), 'cache');
    await cp(cache, damaged, { recursive: true });
    const names = (await everythingIn(damaged)).filter(
      (name) => pattern.test(name) && !name.endsWith('/'),
    );
    expect(names.length).toBeGreaterThan(0);
    const last = join(damaged, names.at(-1) ?? '');
    for (const name of names) {
      const file = join(damaged, name);
      if (file !== last || names.length === 1)
        await damage(file, await readFile(file), last).catch(unlessSame);
    }
    expect(await published(damaged)).toEqual(truth);
  });
});

test.each(['index.json', 'list.json'])('a folder in the place of %s gives way', async (name) => {
  const damaged = join(await aFolder(), 'cache');
  await cp(cache, damaged, { recursive: true });
  await rm(join(damaged, name));
  await mkdir(join(damaged, name, 'folder'), { recursive: true });
  expect(await published(damaged)).toEqual(truth);
  expect((await readFile(join(damaged, name), 'utf8')).length).toBeGreaterThan(0);
});

/** There is but one of its kind. */
function unlessSame(error: unknown): void {
  if (!(error instanceof Error && 'code' in error && error.code === 'EINVAL')) throw error;
}
