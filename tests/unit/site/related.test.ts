import { expect, it } from 'vitest';
import { relatedArticles, WINDOW } from '../../../src/site/related.ts';
import { aSite, anArticle } from '../../support/a-site.ts';

const titles = [
  '全区供暖检查结束',
  '食堂换菜单',
  '冬季供暖检查部署',
  '公务用车年检',
  '供暖检查组进驻',
] as const;
/** Newest first, of consecutive days. */
const articles = titles.map((title, index) => anArticle({ id: `2026112${9 - index}-a`, title }));
const titlesOf = (site: ReturnType<typeof aSite>, place: number): string[] =>
  relatedArticles(site, site.content.articles[place] ?? anArticle()).map(({ title }) => title);

it('are older ones of the column with words in common, without the next', () => {
  expect(titlesOf(aSite({ articles }), 0)).toEqual(['冬季供暖检查部署', '供暖检查组进驻']);
});

it('are none where nothing is in common', () => {
  expect(titlesOf(aSite({ articles }), 3)).toEqual([]);
});

it('are of the same column', () => {
  const elsewhere = articles.map((article, index) =>
    index === 2 ? { ...article, column: 'gzdt' } : article,
  );
  expect(titlesOf(aSite({ articles: elsewhere }), 0)).toEqual(['供暖检查组进驻']);
});

it('do not change when a newer one is published', () => {
  const before = aSite({ articles });
  const newest = anArticle({ id: '20261130-a', title: '供暖检查回头看' });
  const after = aSite({ articles: [newest, ...articles] });
  for (const [place] of articles.entries()) {
    expect(titlesOf(after, place + 1)).toEqual(titlesOf(before, place));
  }
});

it('find what shares keywords though the titles differ', () => {
  const keywords = ['节能'];
  const found = aSite({
    articles: [
      anArticle({ id: '20261103-a', title: '甲', keywords }),
      anArticle({ id: '20261102-a', title: '乙' }),
      anArticle({ id: '20261101-a', title: '丙', keywords }),
    ],
  });
  expect(titlesOf(found, 0)).toEqual(['丙']);
});

it('are looked for among few, however long the column is', () => {
  const long = Array.from({ length: WINDOW + 5 }, (_, index) =>
    anArticle({
      id: `${20261199 - index}-a`,
      title: index % (WINDOW + 1) ? `第${index}` : '供暖检查',
    }),
  );
  expect(titlesOf(aSite({ articles: long }), 0)).toEqual([]);
});
