import { stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openArticleIndex } from '../../../src/model/article-index.ts';
import type { KnownArticle } from '../../../src/model/article-index.ts';
import { aFolder } from '../../support/a-folder.ts';
import { anArticle } from '../../support/a-site.ts';

async function anIndex() {
  const folder = await aFolder({ 'a.md': '正文' });
  const path = join(folder, 'a.md');
  const place = { id: '20260305-a', path, file: 'a.md', folder: undefined, format: 'md' } as const;
  const known: KnownArticle = {
    article: anArticle({ ...place, column: '', digest: 'abc' }),
    lines: { title: 2 },
    issues: [],
  };
  const open = (change: { version?: string; paranoid?: boolean } = {}) =>
    openArticleIndex({
      file: join(folder, 'index.json'),
      version: '1',
      paranoid: false,
      ...change,
    });
  const index = await open();
  index.set(place, known);
  await index.save();
  return { path, place, known, open };
}

it('a file that did not change is known in the next process', async () => {
  const { place, known, open } = await anIndex();
  expect((await open()).get(place)).toEqual(known);
});

it.each([
  ['with another version', { version: '2' }],
  ['when nothing is to be trusted', { paranoid: true }],
])('nothing is known %s', async (_, change) => {
  const { place, open } = await anIndex();
  expect((await open(change)).get(place)).toBe(undefined);
});

it('a file whose time alone changed is known by its text, and by its time from then on', async () => {
  const { path, place, known, open } = await anIndex();
  await utimes(path, new Date('2001-01-01'), new Date('2001-01-01'));
  const index = await open();
  expect(index.get(place)).toBe(undefined);
  expect(index.getSame(place, 'other')).toBe(undefined);
  expect(index.getSame(place, 'abc')).toEqual(known);
  expect(index.get(place)).toEqual(known);
});

it('a text of another size is not known', async () => {
  const { path, place, open } = await anIndex();
  const { mtime } = await stat(path);
  await writeFile(path, '更长的正文');
  await utimes(path, mtime, mtime);
  expect((await open()).get(place)).toBe(undefined);
});

it('a file that is gone is forgotten', async () => {
  const { place, open } = await anIndex();
  const index = await open();
  index.keepOnly(new Set());
  await index.save();
  expect((await open()).get(place)).toBe(undefined);
});
