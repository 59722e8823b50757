import { expect, test } from 'vitest';
import { facetsOf } from '../../../../src/client/search/facets.ts';

const values = (column: string[], year: string, source: string) => {
  return { column, year: [year], source: [source] };
};
const PAGES = [
  values(['新闻', '新闻/图片'], '2026', '甲处'),
  values(['新闻', '新闻/动态'], '2026', '乙处'),
  values(['新闻', '新闻/图片'], '2025', '甲处'),
  values(['公告'], '2026', '甲处'),
];

test('counts every value, and all', () => {
  const { column, year, source } = facetsOf(PAGES, {});
  expect(Object.fromEntries(column)).toEqual({
    '': 4,
    新闻: 3,
    '新闻/图片': 2,
    '新闻/动态': 1,
    公告: 1,
  });
  expect(Object.fromEntries(year)).toEqual({ '': 4, 2025: 1, 2026: 3 });
  expect(Object.fromEntries(source)).toEqual({ '': 4, 甲处: 3, 乙处: 1 });
});

test('each filter counts what the others leave', () => {
  const { column, year } = facetsOf(PAGES, { column: '新闻/图片', year: '2026' });
  expect(Object.fromEntries(column)).toEqual({
    '': 3,
    新闻: 2,
    '新闻/图片': 1,
    '新闻/动态': 1,
    公告: 1,
  });
  expect(Object.fromEntries(year)).toEqual({ '': 2, 2025: 1, 2026: 1 });
});
