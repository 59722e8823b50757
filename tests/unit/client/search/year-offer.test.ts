import { expect, test } from 'vitest';
import { yearAsked, yearOffer } from '../../../../src/client/search/year-offer.ts';

/** In Beijing it is already 2026. */
const NOW = new Date('2025-12-31T17:00:00Z');
const asked = (query: string) => ({ query, order: 'relevance' as const });

test.each([
  ['公务用车 2025年', '公务用车', '2025'],
  ['公务用车 2025', '公务用车', '2025'],
  ['2025年 公务用车', '公务用车', '2025'],
  ['2025年公务用车', '公务用车', '2025'],
  ['２０２５年的公务用车', '公务用车', '2025'],
  ['公务用车2025', '公务用车', '2025'],
  ['去年公务用车', '公务用车', '2025'],
  ['公务用车 节能 前年', '公务用车 节能', '2024'],
  ['今年 “公务用车”', '“公务用车”', '2026'],
])('of %s a year is asked', (query, rest, year) => {
  expect(yearAsked(asked(query), NOW)).toEqual({ ...asked(rest), year });
});

test.each([
  '2025年',
  '去年',
  '公务用车',
  '2025年3月 公务用车',
  '公务用车 2025年3月',
  '公务用车 2025-03',
  '2025-2026 公务用车',
  '公务用车 12025',
  '公务用车 20251',
  'GB 2025',
  '2025年度报告',
  '今年以来工作',
  '去年底 供暖',
  '示机管发〔2025〕',
  '示机管发2025年12号',
])('of %s none', (query) => {
  expect(yearAsked(asked(query), NOW)).toBe(undefined);
});

test('a year that is chosen stays', () => {
  expect(yearAsked({ ...asked('公务用车 2025年'), year: '2024' }, NOW)).toBe(undefined);
});

test('is offered where something was published in it', async () => {
  const finds = async (query: string, { year }: { year?: string }) =>
    query === '公务用车' && year === '2025';
  expect(await yearOffer({ ...asked('公务用车 2025'), order: 'date' }, NOW, finds)).toEqual({
    text: '只看2025年发布的“公务用车”',
    address: `?${new URLSearchParams({ q: '公务用车', year: '2025', order: 'date' })}`,
  });
  expect(await yearOffer(asked('公务用车 2024'), NOW, finds)).toBe(undefined);
});
