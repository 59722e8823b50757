import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { changedLast, correctionRecord } from '../../../src/site/corrections.ts';
import { newsArticle } from '../../../src/site/json-ld.ts';
import { pageKeys } from '../../../src/site/page-keys.ts';
import { yearSiteMap } from '../../../src/site/site-map-xml.ts';
import { aSite, anArticle } from '../../support/a-site.ts';

const CORRECTED = anArticle({
  id: '20260305-a',
  date: '2026-03-05 10:30',
  corrections: [
    { date: '2026-03-06', note: '甲' },
    { date: '2026-12-31 09:00', note: '乙' },
  ],
});

describe('corrections', () => {
  it('are told by year, the newest first, of every article', () => {
    const other = anArticle({
      id: '20260304-b',
      corrections: [{ date: '2027-01-01', note: '丙' }],
    });
    const record = correctionRecord(aSite({ articles: [CORRECTED, other, anArticle()] }));
    const told = [...record].map(([year, items]) => [
      year,
      items.map(({ article, correction }) => `${article.id} ${correction.note}`),
    ]);
    expect(told).toEqual([
      ['2027', ['20260304-b 丙']],
      ['2026', ['20260305-a 乙', '20260305-a 甲']],
    ]);
  });

  it('are when an article changed last, for search engines', () => {
    expect(changedLast(CORRECTED)).toBe('2026-12-31 09:00');
    expect(
      changedLast({ date: '2026-03-05 10:30', corrections: [{ date: '2026-03-05', note: '' }] }),
    ).toBe('2026-03-05 10:30');
    const site = aSite({ articles: [CORRECTED] });
    expect(yearSiteMap(site, '2026')).toContain('<lastmod>2026-12-31T09:00:00+08:00</lastmod>');
    const facts = { description: '', image: undefined };
    expect(newsArticle(site, CORRECTED, facts)).toMatchObject({
      datePublished: '2026-03-05T10:30:00+08:00',
      dateModified: '2026-12-31T09:00:00+08:00',
    });
    expect(newsArticle(site, anArticle(), facts)).not.toHaveProperty('dateModified');
  });
});

describe('keys cover', () => {
  const keyOf =
    (make: (keys: ReturnType<typeof pageKeys>, article: Article) => string) =>
    (article: Article, firstNames: [string, string][] = []): string => {
      const site = aSite({ articles: [article] });
      const lasting = { ...site.lasting, firstNames: new Map(firstNames) };
      return make(pageKeys({ ...site, lasting }), article);
    };
  const article = anArticle({ id: '20260305-a' });

  it('a correction in the map of its year', () => {
    const year = keyOf((keys, one) => keys.year([one]));
    const corrections = [{ date: '2026-03-06', note: '甲' }];
    expect(year({ ...article, corrections })).not.toBe(year(article));
  });

  it('the id under which views are counted', () => {
    const page = keyOf((keys, one) => keys.article(one));
    expect(page(article, [['20260305-a', '20260305-b']])).not.toBe(page(article));
    expect(page(article, [['20260305-x', '20260305-b']])).toBe(page(article));
  });

  it('what is said in the place of a withdrawn article', () => {
    const page = keyOf((keys, one) => keys.withdrawn(one));
    expect(page({ ...article, digest: 'other' })).not.toBe(page(article));
    expect(page({ ...article, column: 'tz' })).not.toBe(page(article));
  });
});
