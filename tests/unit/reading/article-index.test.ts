import { readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openArticleIndex } from '../../../src/reading/article-index.ts';
import type { KnownArticle } from '../../../src/reading/article-index.ts';
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
  const open = (change: { version?: string; paranoid?: boolean; isFresh?: boolean } = {}) =>
    openArticleIndex({
      file: join(folder, 'index.json'),
      version: '1',
      paranoid: false,
      ...change,
    });
  const index = await open();
  index.set(place, known);
  await index.save();
  return { path, place, known, open, file: join(folder, 'index.json') };
}

it('a file that did not change is known in the next process', async () => {
  const { place, known, open } = await anIndex();
  expect((await open()).get(place)).toEqual(known);
});

it.each([
  ['with another version', { version: '2' }],
  ['when nothing is to be trusted', { paranoid: true }],
  ['when all is to be read anew', { isFresh: true }],
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

it('one that was garbled into valid JSON is not believed, nor one without its sum', async () => {
  const { place, known, open, file } = await anIndex();
  const text = await readFile(file, 'utf8');
  for (const other of [
    text.replace('"title":2', '"title":3'),
    text.slice(text.indexOf('\n') + 1),
  ]) {
    expect(other).not.toBe(text);
    await writeFile(file, other);
    const index = await open();
    expect(index.get(place)).toBe(undefined);
    expect(index.getSame(place, 'abc')).toBe(undefined);
  }
  await writeFile(file, text);
  expect((await open()).get(place)).toEqual(known);
});
