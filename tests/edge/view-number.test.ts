import { expect, test } from 'vitest';
import { viewNumber } from '../../src/client/view-number.ts';

test.each<[unknown, string | undefined]>([
  [0, '0'],
  [1, '1'],
  [99_999, '99999'],
  [100_000, '10万'],
  [123_456, '12.3万'],
  [129_999, '12.9万'],
  [9_999_999, '999.9万'],
  [12_345_678, '1234万'],
  [-1, undefined],
  [1.5, undefined],
  [Number.NaN, undefined],
  [Number.POSITIVE_INFINITY, undefined],
  [2 ** 53, undefined],
  ['12', undefined],
  [null, undefined],
  [undefined, undefined],
  [{}, undefined],
])('%j → %s', (count, text) => {
  expect(viewNumber(count)).toBe(text);
});
