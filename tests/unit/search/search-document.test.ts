import { expect, test } from 'vitest';
import { columnValue, columnValues, fragmentOf } from '../../../src/search/search-document.ts';

test('a column’s filter value is its chain of names; a page has those of the columns above too', () => {
  expect(columnValue(['新闻资讯', '图片新闻'])).toBe('新闻资讯/图片新闻');
  expect(columnValues(['新闻资讯', '图片新闻'])).toEqual(['新闻资讯', '新闻资讯/图片新闻']);
});

test('a fragment holds what is shown of a document', () => {
  const document = {
    url: '/a/1.pdf',
    title: '名单',
    text: '第一段。\n第二\u200B段。 ',
    columns: ['新闻资讯', '图片新闻'],
    year: '2026',
    source: '示例局',
    date: '2026-03-05',
    article: { url: '/a/', title: '公示' },
  };
  expect(fragmentOf(document)).toEqual({
    url: '/a/1.pdf',
    content: '第一段。 第二段。',
    meta: {
      title: '名单',
      column: '图片新闻',
      year: '2026',
      source: '示例局',
      date: '2026-03-05',
      article: { url: '/a/', title: '公示' },
    },
  });
});
