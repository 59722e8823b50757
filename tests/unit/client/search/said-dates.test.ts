import { expect, test } from 'vitest';
import { readSaidDates } from '../../../../src/client/search/said-dates.ts';

/** In Beijing it is already the first of March. */
const NOW = new Date('2026-02-28T16:30:00Z');

test.each([
  ['今天', '2026年3月1日'],
  ['昨天', '2026年2月28日'],
  ['前天', '2026年2月27日'],
  ['本月', '2026年3月'],
  ['上个月', '2026年2月'],
  ['今年3月', '2026年3月'],
  ['去年3月', '2025年3月'],
  ['去年３月', '2025年3月'],
  ['前年12月份', '2024年12月份'],
  ['去年3月5日', '2025年3月5日'],
])('%s is %s', (said, read) => {
  expect(readSaidDates(said, NOW)).toEqual({ query: read, dates: [{ said, read }] });
});

test('of the month before January it is the year before', () => {
  expect(readSaidDates('上月', new Date('2026-01-15T00:00:00Z')).query).toBe('2025年12月');
  expect(readSaidDates('前天', new Date('2026-01-01T00:00:00Z')).query).toBe('2025年12月30日');
});

test('beside other terms, once', () => {
  expect(readSaidDates('节能  去年3月 去年3月', NOW)).toEqual({
    query: '节能  2025年3月 2025年3月',
    dates: [{ said: '去年3月', read: '2025年3月' }],
  });
});

test.each(['"昨天"', '“去年3月”', '-昨天', '昨天的', '去年', '今年三月', '3月', '明天', ''])(
  '%s stays as it is written',
  (query) => {
    expect(readSaidDates(query, NOW)).toEqual({ query, dates: [] });
  },
);
