import { expect, test } from 'vitest';
import {
  columnValue,
  columnValues,
  facetGrams,
  readText,
  storeText,
} from '../../../src/search/search-document.ts';

test('a column’s filter value is its chain of names; a page has those of the columns above too', () => {
  expect(columnValue(['新闻资讯', '图片新闻'])).toBe('新闻资讯/图片新闻');
  expect(columnValues(['新闻资讯', '图片新闻'])).toEqual(['新闻资讯', '新闻资讯/图片新闻']);
});

const DOCUMENT = {
  url: '/a/1.pdf',
  title: '名单',
  text: '第一段。\n第二\u200B段。 ',
  columns: ['新闻资讯', '图片新闻'],
  source: '示例局',
  date: '2026-03-05',
};

test.each([
  ['an article', {}],
  ['an attachment', { article: { url: '/a/', title: '公示' } }],
  ['a document that is not in force', { validity: '废止' }],
  ['an attachment of one', { article: { url: '/a/', title: '公示' }, validity: '已修改' }],
])('a stored text holds what is shown of %s', (_, article) => {
  expect(readText(storeText({ ...DOCUMENT, ...article }))).toEqual({
    url: '/a/1.pdf',
    content: '第一段。 第二段。',
    title: '名单',
    column: '图片新闻',
    source: '示例局',
    date: '2026-03-05',
    ...article,
  });
});

test('a single page has neither column nor source nor date', () => {
  const page = { ...DOCUMENT, columns: [], source: '', date: '' };
  expect(readText(storeText(page))).toMatchObject({ column: '', source: '', date: '' });
  expect(facetGrams([], '', '')).toEqual([]);
});

test('filters and the name of the source are asked for as grams', () => {
  expect(facetGrams(DOCUMENT.columns, '示例·局', '示例局')).toEqual([
    'c新闻资讯',
    'c新闻资讯/图片新闻',
    's示例·局',
    't示例局',
  ]);
});
