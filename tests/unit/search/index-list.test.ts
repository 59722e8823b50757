import { expect, test } from 'vitest';
import {
  bucketPath,
  isSource,
  positionsPath,
  rowVersion,
  sourceMark,
} from '../../../src/search/index-list.ts';
import type { Layer } from '../../../src/search/index-list.ts';

const LAYER: Layer = {
  folder: 'abc/',
  bits: 5,
  positionBits: 2,
  versions: '000000111111222222333333',
};

test.each([
  [0, 'abc/0-000000.d', 'abc/0-000000.p', 0],
  [7, 'abc/7-000000.d', 'abc/0-000000.p', 7],
  [8, 'abc/8-111111.d', 'abc/1-111111.p', 0],
  [31, 'abc/31-333333.d', 'abc/3-333333.p', 7],
])('the bucket %i is %s, its positions %s', (bucket, documents, path, place) => {
  expect(bucketPath(LAYER, bucket)).toBe(documents);
  expect(positionsPath(LAYER, bucket)).toEqual({ path, place });
});

test('a version has six digits, and is another when the row is', () => {
  const versions = ['0000000000000000', '0000000000010000', 'ffffffffffffffff'].map(rowVersion);
  expect(versions[0]).toBe('000000');
  expect(new Set(versions).size).toBe(3);
  for (const version of versions) expect(version).toMatch(/^[0-9a-z]{6}$/);
});

test('knows the names of sources', () => {
  const sources = ['示例局', '办公室'].map(sourceMark).join('');
  const list = { version: '', runtime: '', layers: [], periods: [], years: [], sources };
  expect(['示例局', '办公室', '示例', '局办公室'].map((name) => isSource(list, name))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
