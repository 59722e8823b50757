import { expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { pageKeys } from '../../../src/site/page-keys.ts';
import { aColumn, aSite, anArticle, someColumns } from '../../support/a-site.ts';

const REPEALED = {
  issuer: ['示例局'],
  signed: '2026-01-03',
  until: '2026-02-01',
  status: '失效' as const,
};
const IDS = ['20260101-a', '20260102-b', '20260103-c', '20260104-d', '20260105-e'];

function keysWith(changes: Record<string, Partial<Article>> = {}, more: Article[] = []) {
  const articles = IDS.map((id) => anArticle({ id, ...changes[id] }));
  const site = aSite({ articles: [...more, ...articles.toReversed()] });
  const keys = pageKeys(site);
  return IDS.map((id) => keys.article(site.article(id)));
}

/** Ids of the pages whose key is another. */
function changedBy(changes: Record<string, Partial<Article>>, more: Article[] = []): string[] {
  const [before, after] = [keysWith(), keysWith(changes, more)];
  return IDS.filter((_, index) => before[index] !== after[index]);
}

it.each<[string, Record<string, Partial<Article>>, Article[], string[]]>([
  ['a text', { '20260103-c': { digest: 'other' } }, [], ['20260103-c']],
  ['a picture', { '20260103-c': { named: { key: 'other', pictures: [] } } }, [], ['20260103-c']],
  [
    'a title: its own page, its neighbours, and the newer ones that may name it as related',
    { '20260103-c': { title: '另一个标题', digest: 'other' } },
    [],
    ['20260102-b', '20260103-c', '20260104-d', '20260105-e'],
  ],
  [
    'a source or a keyword, which no title is broken within: wherever the title stands',
    { '20260103-c': { source: '示例州机关事务局', digest: 'other' } },
    [],
    ['20260102-b', '20260103-c', '20260104-d', '20260105-e'],
  ],
  [
    'a document that has lost its force: its own page, and the newer ones that may name it as related',
    { '20260103-c': { document: REPEALED } },
    [],
    ['20260103-c', '20260104-d', '20260105-e'],
  ],
  [
    'a new article: the newest before it alone',
    {},
    [anArticle({ id: '20260106-f' })],
    ['20260105-e'],
  ],
  ['nothing', {}, [], []],
])('%s', (_, changes, more, expected) => {
  expect(changedBy(changes, more)).toEqual(expected);
});

it('every page has another key when a column at any depth has another name, for the menu holds them all', () => {
  const [one, other] = ['工作动态', '动态'].map((name) => {
    const columns = someColumns().map((column) =>
      column.slug === 'gzdt' ? { ...column, name } : column,
    );
    const site = aSite({ columns, articles: [anArticle({ column: 'tz' })] });
    return pageKeys(site).article(site.content.articles[0] ?? anArticle());
  });
  expect(one).not.toBe(other);
});

it('a list and a feed have another key when another column is called as theirs is, which their title tells', () => {
  const columns = someColumns();
  const other = aColumn({ slug: 'dj', name: '工作动态', parent: 'xxgk' });
  const [before, after] = [columns, [...columns, other]].map((all) => {
    const site = aSite({ columns: all, articles: [anArticle({ column: 'gzdt' })] });
    const { column } = site.tree.node('gzdt');
    const keys = pageKeys(site);
    const articles = site.articlesIn('gzdt');
    return [keys.list(column, 'newest'), keys.list(column, 1), keys.feed(column, articles)];
  });
  expect(before?.map((key, at) => key === after?.[at])).toEqual([false, false, false]);
});

it('a map of a year has another key when the site has another host, which it names', () => {
  const articles = [anArticle()];
  const [one, other] = ['https://a.example.gov.cn/', 'https://b.example.gov.cn/'].map((url) =>
    pageKeys(aSite({ config: { url }, articles })).year(articles),
  );
  expect(one).not.toBe(other);
});
