import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import {
  checkAliases,
  checkHome,
  checkIds,
  checkRedirects,
  placeInColumns,
  publication,
} from '../../../src/model/cross-checks.ts';
import type { Located } from '../../../src/model/cross-checks.ts';
import { aSiteConfig, anArticle, someColumns } from '../../support/a-site.ts';

const NOW = '2026-03-05 10:30';

function located(change: Partial<Article>): Located {
  return { article: anArticle(change), lines: { aliases: 6, category: 6 } };
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
    located({ id: '20260305-a', file: 'content/articles/2026/20260305-a/index.md' }),
    located({ id: '20260305-b' }),
    located({ id: '20260305-a' }),
  ];
  expect(checkIds(articles)).toEqual([
    {
      file: 'content/articles/2026/20260305-a.md',
      message: '稿件编号「20260305-a」已经被 content/articles/2026/20260305-a/index.md 使用。',
      fix: '给其中一篇换一个短名。',
    },
  ]);
});

it('an old address that two articles claim, or one claims twice, is reported', () => {
  const articles = [
    located({ id: '20260305-a', aliases: ['/old/1', '/old/2'] }),
    located({ id: '20260305-b', aliases: ['/old/3', '/old/1', '/old/3'] }),
  ];
  expect(checkAliases(articles).map(({ file, line, message }) => [file, line, message])).toEqual([
    [
      'content/articles/2026/20260305-b.md',
      6,
      '旧地址「/old/1」已经写在 content/articles/2026/20260305-a.md 里。',
    ],
    [
      'content/articles/2026/20260305-b.md',
      6,
      '旧地址「/old/3」已经写在 content/articles/2026/20260305-b.md 里。',
    ],
  ]);
});

it('articles get the slug of their column; those with none say so, and those without a category do not', () => {
  const articles = ['工作动态', 'tz', '工作动太', ''].map((category) =>
    located({ category, column: '' }),
  );
  const issues = placeInColumns(articles, someColumns());
  expect(articles.map(({ article }) => article.column)).toEqual(['gzdt', 'tz', '', '']);
  expect(issues.map(({ line, message }) => [line, message])).toEqual([
    [6, '栏目（category）写的是「工作动太」，columns.yaml 里没有这个栏目。'],
  ]);
});

it('a home block gets the slug of its column, or an issue at its line', () => {
  const block = (column: string) => ({ column, style: 'headlines' as const, count: 8 });
  const site = aSiteConfig({ home: [block('工作动态'), block('tpxv')] });
  const issues = checkHome(
    site,
    someColumns(),
    'content/site.yaml',
    (path) => Number(path[1]) + 20,
  );
  expect(site.home.map(({ column }) => column)).toEqual(['gzdt', 'tpxv']);
  expect(issues).toEqual([
    {
      file: 'content/site.yaml',
      line: 21,
      message: '首页栏目「tpxv」在 columns.yaml 里没有。',
      fix: '是不是「tpxw」？',
    },
  ]);
});

it('a redirect leads somewhere, from an address that nobody else has', () => {
  const file = 'content/redirects.yaml';
  const redirects = [
    { from: '/old/1', to: '20260305-a' },
    { from: '/old/2', to: '/tpxw/' },
    { from: '/old/3', to: 'https://www.gov.cn/' },
    { from: '/old/2', to: '/gzdt/' },
    { from: '/old/9', to: '/gzdt/' },
    { from: '/old/4', to: '20260305-b' },
    { from: '/old/5', to: '工作动态' },
  ];
  const articles = [located({ id: '20260305-a', aliases: ['/old/9'] })];
  const issues = checkRedirects(
    redirects,
    articles,
    file,
    ([index, key]) => Number(index) * 2 + (key === 'from' ? 1 : 2),
  );
  expect(issues.map(({ line, message, fix }) => [line, message, fix])).toEqual([
    [
      7,
      '旧地址「/old/2」已经写在 content/redirects.yaml 里。',
      '一个旧地址只能有一个去处，删掉其中一处。',
    ],
    [
      9,
      '旧地址「/old/9」已经写在 content/articles/2026/20260305-a.md 里。',
      '一个旧地址只能有一个去处，删掉其中一处。',
    ],
    [12, '新地址「20260305-b」不是稿件编号，也不是网址。', '是不是「20260305-a」？'],
    [
      14,
      '新地址「工作动态」不是稿件编号，也不是网址。',
      '写稿件编号、以 / 开头的路径，或完整网址。',
    ],
  ]);
});

it.for([
  ['javascript:alert(1)', '新地址「javascript:alert(1)」以「javascript:」开头，不安全，不能用。'],
  ['data:text/html,x', '新地址「data:text/html,x」以「data:」开头，不安全，不能用。'],
  ['https:evil.example', '新地址「https:evil.example」的写法不对，可能会打开别的网站。'],
  ['/\\evil.example', '新地址「/\\evil.example」的写法不对，可能会打开别的网站。'],
  ['mailto:a@b.cn', '新地址「mailto:a@b.cn」不是稿件编号，也不是网址。'],
  ['https://www.gov.cn/', undefined],
] as const)('a redirect to %s', ([to, message]) => {
  const [issue] = checkRedirects([{ from: '/old/1', to }], [], 'content/redirects.yaml', () => 2);
  expect(issue?.message).toBe(message);
});
