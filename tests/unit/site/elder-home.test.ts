import { describe, expect, it } from 'vitest';
import type { Article } from '../../../src/model/article.ts';
import { elderHomeOf } from '../../../src/site/elder-home.ts';
import { homeOf } from '../../../src/site/home.ts';
import { aColumn, aSite, anArticle } from '../../support/a-site.ts';

const COLUMNS = [
  aColumn({ slug: 'tpxw', name: '图片新闻', style: 'pictures' }),
  aColumn({ slug: 'gzdt', name: '工作动态', type: '政务动态类' }),
  aColumn({ slug: 'tz', name: '通知' }),
  aColumn({ slug: 'zc', name: '政策' }),
  aColumn({ slug: 'bg', name: '报告' }),
];

/** So many articles of a column, newest first, of a month. */
function some(column: string, count: number, month: string): Article[] {
  return Array.from({ length: count }, (_, index) =>
    anArticle({ id: `${month}${28 - index}-${column}`, column, title: '机关办公楼' }),
  );
}

function elderHome(articles: Article[], shown?: (all: Article[]) => Article | undefined) {
  const newestFirst = articles.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const site = aSite({
    columns: COLUMNS,
    articles: newestFirst,
    config: {
      home: COLUMNS.map(({ slug }) => ({
        column: slug,
        count: 5,
        style: slug === 'tpxw' ? 'pictures' : 'headlines',
      })),
    },
  });
  const { consultations, newest, lists } = elderHomeOf(site, homeOf(site), shown?.(newestFirst));
  return {
    consultations: consultations.map(({ id }) => id),
    newest: newest.map(({ id }) => id),
    lists: Object.fromEntries(
      lists.map((block) => [block.column.slug, block.articles.map(({ id }) => id)]),
    ),
  };
}

const open = (day: string, until: string): Article =>
  anArticle({
    id: `202611${day}-tz`,
    column: 'tz',
    consultation: { until, by: [] },
    consulting: { stage: 'open', daysLeft: 3 },
  });

describe('the simple home page', () => {
  it('begins the newest with 要闻, and has two more of two lists that are not news', () => {
    const news = some('gzdt', 7, '202611');
    const pinned = { ...anArticle({ id: '20260105-gzdt', column: 'gzdt' }), pinned: true };
    const notices = [...some('tz', 3, '202610'), ...some('zc', 3, '202609')];
    expect(elderHome([...news, pinned, ...notices, ...some('bg', 2, '202608')])).toEqual({
      consultations: [],
      newest: [pinned, ...news.slice(0, 5)].map(({ id }) => id),
      lists: { tz: ['20261028-tz', '20261027-tz'], zc: ['20260928-zc', '20260927-zc'] },
    });
  });

  it('has nothing twice: neither what is asked, nor what the page shows apart', () => {
    const asked = [open('27', '2026-12-31'), open('26', '2026-12-01')];
    const pictures = some('tpxw', 2, '202611');
    const { consultations, newest, lists } = elderHome(
      [...asked, ...pictures, ...some('tz', 4, '202610'), ...some('zc', 1, '202609')],
      (all) => all.find(({ column }) => column === 'tpxw'),
    );
    expect(consultations).toEqual(['20261126-tz', '20261127-tz']);
    expect(newest).toEqual([
      '20261127-tpxw',
      '20261028-tz',
      '20261027-tz',
      '20261026-tz',
      '20261025-tz',
      '20260928-zc',
    ]);
    expect(lists).toEqual({});
  });

  it('asks three at most, those that end first', () => {
    const days = ['21', '22', '23', '24'];
    const { consultations } = elderHome(days.map((day) => open(day, `2026-12-${day}`)));
    expect(consultations).toEqual(['20261121-tz', '20261122-tz', '20261123-tz']);
  });
});
