import { describe, expect, it } from 'vitest';
import type { Article, ReadArticle } from '../../../src/model/article.ts';
import {
  checkIds,
  placeHome,
  placeInColumns,
  publication,
} from '../../../src/rules/cross-checks.ts';
import { aSiteConfig, anArticle, someColumns } from '../../support/a-site.ts';

const NOW = '2026-03-05 10:30';

function read(change: Partial<Article>): ReadArticle {
  const article = anArticle(change);
  return { place: article, text: article, lines: { aliases: 6, category: 6 } };
}

describe('what readers may see', () => {
  it.each([
    ['an article of the past', {}, 'published'],
    ['one of this day without a time', { date: '2026-03-05' }, 'published'],
    ['one of this minute', { date: NOW }, 'published'],
    ['one of the next minute', { date: '2026-03-05 10:31' }, 'future'],
    ['one of tomorrow', { date: '2026-03-06' }, 'future'],
    ['a draft', { draft: true }, 'draft'],
    ['what is said not to be a draft', { draft: false }, 'published'],
    ['a draft of tomorrow', { draft: true, date: '2026-03-06' }, 'draft'],
    ['one that expires tomorrow', { expires: '2026-03-06' }, 'published'],
    ['one that expires in a minute', { expires: '2026-03-05 10:31' }, 'published'],
    ['one that expires this minute', { expires: NOW }, 'expired'],
    ['one that expires this day', { expires: '2026-03-05' }, 'expired'],
    [
      'one that is to come and has expired',
      { date: '2026-03-06', expires: '2026-03-04' },
      'future',
    ],
  ])('%s', (_, change, expected) => {
    const article = anArticle({ date: '2026-03-01', ...change });
    const { articles, unpublished } = publication([article], NOW);
    const found = [...articles.map(() => 'published'), ...unpublished.map(({ reason }) => reason)];
    expect(found).toEqual([expected]);
  });

  it('is listed newest first; a day without a time is its first minute; one date by id backwards', () => {
    const articles = [
      anArticle({ id: '20260304-a', date: '2026-03-04' }),
      anArticle({ id: '20260305-b', date: '2026-03-05' }),
      anArticle({ id: '20260305-a', date: '2026-03-05 08:00' }),
      anArticle({ id: '20260305-d', date: '2026-03-05' }),
      anArticle({ id: '20260305-c', date: '2026-03-05 09:00' }),
      anArticle({ id: '20260304-b', date: '2026-03-04 23:59' }),
    ];
    const expected = [
      '20260305-c',
      '20260305-a',
      '20260305-d',
      '20260305-b',
      '20260304-b',
      '20260304-a',
    ];
    for (const order of [articles, articles.toReversed()]) {
      expect(publication(order, NOW).articles.map(({ id }) => id)).toEqual(expected);
    }
  });
});

it('the second of two texts with one id is reported', () => {
  const articles = [
    read({ id: '20260305-a', file: 'content/articles/2026/20260305-a/index.md' }),
    read({ id: '20260305-b' }),
    read({ id: '20260305-a' }),
  ];
  expect(checkIds(articles)).toEqual([
    {
      rule: 'article/id-twice',
      level: 'stop',
      file: 'content/articles/2026/20260305-a.md',
      message: '稿件编号「20260305-a」已经被 content/articles/2026/20260305-a/index.md 使用。',
      fix: '给其中一篇换一个短名。',
    },
  ]);
});

it('articles get the slug of their column; those with none say so, and those without a category do not', () => {
  const named = ['工作动态', 'tz', '工作动太'].map((category) => read({ category }));
  const { place, lines, text } = read({});
  const { category: _, ...rest } = text;
  const { title: __, ...untitled } = text;
  const files = { key: 'a', pictures: ['b'] };
  const { ready, incomplete, issues } = placeInColumns(
    [...named, { place, lines, text: rest }, { place, lines, text: untitled }],
    someColumns(),
    new Map([[place.file, files]]),
  );
  expect(incomplete).toEqual([{ ...untitled, ...place, column: 'tpxw' }]);
  expect(ready.map((article) => article.named)).toEqual([files, files]);
  expect(ready.map(({ column, category }) => [column, category])).toEqual([
    ['gzdt', '工作动态'],
    ['tz', 'tz'],
  ]);
  expect(issues.map(({ line, message }) => [line, message])).toEqual([
    [6, '栏目（category）写的是「工作动太」，columns.yaml 里没有这个栏目。'],
  ]);
});

it('a home block gets the slug of its column, or an issue at its line; what is judged stays as it was', () => {
  const block = (column: string) => ({ column, style: 'headlines' as const, count: 8 });
  const site = aSiteConfig({ home: [block('工作动态'), block('tpxv')] });
  const { site: placed, issues } = placeHome(
    site,
    someColumns(),
    'content/site.yaml',
    (path) => Number(path[1]) + 20,
  );
  expect(placed.home.map(({ column }) => column)).toEqual(['gzdt', 'tpxv']);
  expect(site.home.map(({ column }) => column)).toEqual(['工作动态', 'tpxv']);
  expect(issues).toEqual([
    {
      rule: 'home/column',
      level: 'stop',
      file: 'content/site.yaml',
      line: 21,
      message: '首页栏目「tpxv」在 columns.yaml 里没有。',
      fix: '是不是「tpxw」？',
    },
  ]);
});
