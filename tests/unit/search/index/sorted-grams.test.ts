import { readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { searchCorpus } from '../../../../scripts/bench/search-corpus.ts';
import { otherKey } from '../../../../src/search/gram-key.ts';
import { rowKey, textGrams } from '../../../../src/search/grams.ts';
import { sortedGrams } from '../../../../src/search/index/sorted-grams.ts';
import type { SortedGrams } from '../../../../src/search/index/sorted-grams.ts';
import { placesOf } from '../../../../src/search/positions.ts';
import { bucketOf } from '../../../../src/search/postings.ts';
import { KeptDamagedError } from '../../../../src/system/kept-damaged.ts';
import { aFolder } from '../../../support/a-folder.ts';

const SOURCES = searchCorpus(12).map(({ title, text }) => ({
  title,
  text,
  facets: ['c公告'],
  dates: ['m2026-3'],
  named: '',
}));
const NUMBERS = [...SOURCES.keys()].map((at) => at * 3 + 1);
const sourceOf = (number: number) =>
  SOURCES[(number - 1) / 3] ?? { title: '', text: '', facets: [], dates: [], named: '' };
const allOf = (grams: SortedGrams, bits: number) =>
  Array.from({ length: 2 ** bits }, (_, bucket) => grams.of(bucket, bits));

test.each([
  ['in memory', 1_000_000, 0],
  ['with a file for all but some', 1000, 1],
])('every gram of every text, %s', async (_, run, files) => {
  const folder = await aFolder();
  const grams = sortedGrams(NUMBERS, sourceOf, join(folder, 'grams'), run);
  expect(await readdir(folder)).toHaveLength(files);
  const found = allOf(grams, 4).flat();
  expect(found.map(({ key }) => key)).toEqual(
    found.map(({ key }) => key).toSorted((a, b) => a - b),
  );
  const expected = new Map<number, Set<number>>([
    [otherKey('c公告'), new Set(NUMBERS)],
    [otherKey('m2026-3'), new Set(NUMBERS)],
  ]);
  for (const number of NUMBERS) {
    const { title, text } = sourceOf(number);
    const emit = (key: number) => expected.set(key, (expected.get(key) ?? new Set()).add(number));
    textGrams(title, emit);
    textGrams(text, emit);
  }
  expect(new Map(found.map(({ key, documents }) => [key, new Set(documents)]))).toEqual(expected);
  // What is of its date comes first, as what is in its title does.
  expect(found.find(({ key }) => key === otherKey('m2026-3'))?.titled).toEqual(NUMBERS);
  expect(found.find(({ key }) => key === otherKey('c公告'))?.titled).toEqual([]);
  const { title, text } = sourceOf(4);
  const key = rowKey(/\p{Script=Han}{3}/u.exec(text)?.[0] ?? '');
  const places = placesOf(title, text);
  const standing: (number | undefined)[] = [];
  textGrams(title, (of, at) => of === key && standing.push(places[at]));
  textGrams(text, (of, at) => of === key && standing.push(places[at + title.length]));
  const gram = found.find((it) => it.key === key);
  expect(gram?.places[gram.documents.indexOf(4)]).toEqual(standing);
  for (const bits of [0, 8, 11]) {
    expect(allOf(grams, bits).flat()).toEqual(found);
    expect(
      allOf(grams, bits).every((own, bucket) =>
        own.every(({ key: of }) => bucketOf(of, bits) === bucket),
      ),
    ).toBe(true);
  }
  grams.close();
  expect(await readdir(folder)).toEqual([]);
});

test('what names a document in its text counts as its title, and nothing else of it', async () => {
  const text = '规则已于今年废止。示机管发201922号。规则';
  const source = { title: '办法', text, facets: [], dates: [], named: '示机管发201922号' };
  const grams = sortedGrams([7], () => source, join(await aFolder(), 'grams'));
  const found = allOf(grams, 4).flat();
  const titled = (row: string) => found.find(({ key }) => key === rowKey(row))?.titled;
  expect(['示机', '管发', '号', '办法', '规则', '废止'].map(titled)).toEqual([
    [7],
    [7],
    [7],
    [7],
    [],
    [],
  ]);
  grams.close();
});

describe('a file that has become another one meanwhile is not believed', () => {
  test.each([
    ['cut off', (file: string) => truncate(file, 100)],
    [
      'with another byte',
      async (file: string) => {
        const bytes = await readFile(file);
        const at = bytes.length >> 1;
        bytes[at] = (bytes[at] ?? 0) ^ 4;
        await writeFile(file, bytes, { flag: 'r+' });
      },
    ],
  ])('%s', async (_, damage) => {
    const file = join(await aFolder(), 'grams');
    const grams = sortedGrams(NUMBERS, sourceOf, file, 1000);
    await damage(file);
    expect(() => allOf(grams, 4)).toThrow(KeptDamagedError);
    grams.close();
  });
});
