import { expect, test } from 'vitest';
import {
  columnName,
  columnValue,
  dateFromMeta,
  dateMeta,
} from '../../../src/search/search-document.ts';

test('a column’s filter value is its chain of names', () => {
  expect(columnValue(['新闻资讯', '图片新闻'])).toBe('新闻资讯/图片新闻');
});

test.each([
  [['新闻资讯', '新闻资讯/图片新闻'], '图片新闻'],
  [['新闻资讯/图片新闻', '新闻资讯'], '图片新闻'],
  [['通知公告'], '通知公告'],
  [[], ''],
])('of %j the page’s own column is %j', (values, name) => {
  expect(columnName(values)).toBe(name);
});

test('a date goes through the index as one word', () => {
  expect(dateMeta('2026-03-05')).toBe('d20260305');
  expect(dateFromMeta('d20260305')).toBe('2026-03-05');
});
