import { expect, test } from 'vitest';
import { decodeFolders, encodeFolders, textPath } from '../../../src/search/text-folders.ts';

const FOLDERS = [
  { date: '1999-12-31', texts: 1, hash: '00000000' },
  { date: '2026-03-05', texts: 3, hash: 'ffffffff' },
  { date: '2026-03-05', texts: 1, hash: '0123abcd' },
  { date: '2026-11-26', texts: 200, hash: '89abcdef' },
  { date: '', texts: 2, hash: '00000001' },
];

test('a table is read as it was written', () => {
  expect(decodeFolders(encodeFolders(FOLDERS))).toEqual(FOLDERS);
  expect(decodeFolders(encodeFolders([]))).toEqual([]);
  const undated = FOLDERS.slice(-1);
  expect(decodeFolders(encodeFolders(undated))).toEqual(undated);
});

test('an article may be of any year that there may be', () => {
  const dates = ['1949-01-01', '1969-12-31', '1970-01-01', '2099-12-31'];
  const folders = dates.map((date) => ({ date, texts: 1, hash: '00000000' }));
  expect(decodeFolders(encodeFolders(folders))).toEqual(folders);
});

test.each([
  [0, 'texts/19991231-00000000/0'],
  [2, 'texts/20260305-ffffffff/1'],
  [4, 'texts/20260305-0123abcd/0'],
  [206, 'texts/0-00000001/1'],
])('the text %i is %s', (place, path) => {
  expect(textPath(FOLDERS, place)).toBe(path);
});

test('a text that is in no folder is an error', () => {
  expect(() => textPath(FOLDERS, 207)).toThrow(RangeError);
});
