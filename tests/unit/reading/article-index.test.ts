import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openArticleIndex } from '../../../src/reading/article-index.ts';
import type { KnownText } from '../../../src/reading/article-index.ts';
import { aFolder } from '../../support/a-folder.ts';

const PATH = '/bureau/content/articles/2026/20260305-a.md';
const KNOWN: KnownText = {
  text: { title: '春季检查', bodyLine: 7, excerpt: '正文。', references: [], digest: 'abc' },
  lines: { title: 2 },
  issues: [],
};

async function anIndex() {
  const file = join(await aFolder(), 'index.json');
  const open = (change: { version?: string; isFresh?: boolean } = {}) =>
    openArticleIndex({ file, version: '1', ...change });
  const index = open();
  index.set(PATH, 'bytes', KNOWN);
  await index.save();
  return { open, file };
}

it('a text is known in the next process, by the bytes of its file', async () => {
  const { open } = await anIndex();
  expect(open().get(PATH, 'bytes')).toEqual(KNOWN);
  expect(open().get(PATH, 'other bytes')).toBe(undefined);
  expect(open().get('/another.md', 'bytes')).toBe(undefined);
});

it('what had no front matter is known, too', async () => {
  const { open } = await anIndex();
  const index = open();
  const nothing = { text: undefined, lines: {}, issues: [] };
  index.set(PATH, 'bytes', nothing);
  await index.save();
  expect(open().get(PATH, 'bytes')).toEqual(nothing);
});

it.each([
  ['with another version', { version: '2' }],
  ['when all is to be read anew', { isFresh: true }],
])('nothing is known %s', async (_, change) => {
  const { open } = await anIndex();
  expect(open(change).get(PATH, 'bytes')).toBe(undefined);
});

it('a file that is gone is forgotten', async () => {
  const { open } = await anIndex();
  const index = open();
  index.keepOnly(new Set());
  await index.save();
  expect(open().get(PATH, 'bytes')).toBe(undefined);
});

it('one that was garbled into valid JSON is not believed, nor one without its sum', async () => {
  const { open, file } = await anIndex();
  const text = await readFile(file, 'utf8');
  for (const other of [
    text.replace('"title":2', '"title":3'),
    text.slice(text.indexOf('\n') + 1),
  ]) {
    expect(other).not.toBe(text);
    await writeFile(file, other);
    expect(open().get(PATH, 'bytes')).toBe(undefined);
  }
  await writeFile(file, text);
  expect(open().get(PATH, 'bytes')).toEqual(KNOWN);
});
