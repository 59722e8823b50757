import { expect, it } from 'vitest';
import {
  beijing,
  isInFuture,
  readDate,
  writeDate,
} from '../../../../src/desk/client/beijing-time.ts';

it.each(['2026-03-05', '2026-03-05 10:30'])('%s is read and written as it is', (written) => {
  const date = readDate(written);
  expect(date && writeDate(date)).toBe(written);
});

it.each(['', '2026-3-5', '2026-03-05 10:30:12', '2026年3月5日', 'x'])(
  '%s is left alone',
  (written) => {
    expect(readDate(written)).toBeUndefined();
  },
);

it('knows the time of Beijing', () => {
  expect(beijing(Date.UTC(2026, 2, 5, 16, 30))).toBe('2026-03-06 00:30');
});

it.each([
  ['2026-03-06 00:31', true],
  ['2026-03-06 00:30', false],
  ['2026-03-06', false],
  ['2026-03-07', true],
  ['明天', false],
])('%s is in the future: %s', (written, is) => {
  expect(isInFuture(written, Date.UTC(2026, 2, 5, 16, 30))).toBe(is);
});
