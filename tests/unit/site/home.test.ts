import { describe, expect, it } from 'vitest';
import { dayIn } from '../../../src/site/dates.ts';
import { homeOf } from '../../../src/site/home.ts';
import type { HomeBlock } from '../../../src/site/home.ts';
import { aColumn, aSite, anArticle } from '../../support/a-site.ts';

const DYNAMIC = '政务动态类';
const COLUMNS = [
  aColumn({ slug: 'xwzx', name: '新闻资讯' }),
  aColumn({ slug: 'tpxw', name: '图片新闻', parent: 'xwzx', style: 'pictures' }),
  aColumn({ slug: 'gzdt', name: '工作动态', parent: 'xwzx', type: DYNAMIC }),
  aColumn({ slug: 'tz', name: '通知' }),
  aColumn({ slug: 'zc', name: '政策' }),
];

/** So many articles of a column, newest first, of consecutive days that end on the 28th. */
function some(column: string, count: number, month = '202611') {
  return Array.from({ length: count }, (_, index) =>
    anArticle({ id: `${month}${28 - index}-${column}`, column, title: '机关办公楼' }),
  );
}

function home(articles: ReturnType<typeof some>, blocks: readonly [string, number][]) {
  return homeOf(
    aSite({
      columns: COLUMNS,
      articles: articles.toSorted((a, b) => (a.date < b.date ? 1 : -1)),
      config: {
        home: blocks.map(([column, count]) => ({
          column,
          count,
          style: column === 'tpxw' ? 'pictures' : 'headlines',
        })),
      },
    }),
  );
}

const slugs = (blocks: readonly HomeBlock[]) => blocks.map(({ column }) => column.slug);
const ids = (block: HomeBlock | undefined) => block?.articles.map(({ id }) => id);
const ALL = [
  ['tpxw', 7],
  ['tz', 6],
  ['gzdt', 10],
  ['zc', 6],
] as const satisfies [string, number][];

describe('the headline', () => {
  it('is the newest of the news columns, though a notice is newer, and its list goes without it', () => {
    const { headline, lists } = home([...some('gzdt', 3, '202610'), ...some('tz', 3)], ALL);
    expect(headline?.id).toBe('20261028-gzdt');
    expect(lists.map(ids)[1]).toEqual(['20261027-gzdt', '20261026-gzdt']);
  });

  it('is the newest pinned one of the news columns', () => {
    const [first, second, third] = some('gzdt', 3);
    const pinned = [first, second, third].map((each, index) => ({
      ...anArticle(),
      ...each,
      pinned: index > 0,
    }));
    const notice = { ...anArticle({ id: '20261129-tz', column: 'tz' }), pinned: true };
    expect(home([...pinned, notice], ALL).headline).toBe(pinned[1]);
  });

  it('is of any column where none is called one of news, and stays in a list that has nothing else', () => {
    const { headline, lists } = home(some('tz', 1), [['tz', 6]]);
    expect(headline?.id).toBe('20261128-tz');
    expect(lists.map(ids)).toEqual([['20261128-tz']]);
  });

  it('is none of a site without an article, nor of one that has pictures alone on its home page', () => {
    expect(home([], ALL)).toEqual({
      headline: undefined,
      consultations: [],
      lead: undefined,
      beside: [],
      lists: [],
      galleries: [],
      topics: [],
      year: '',
    });
    expect(home(some('tpxw', 3), [['tpxw', 7]]).headline).toBeUndefined();
  });
});

describe('the lists', () => {
  const full = [...some('tpxw', 8), ...some('tz', 8), ...some('gzdt', 12), ...some('zc', 8)];

  it('stand beside the pictures as far as there is room, in their order, the others below', () => {
    const { lead, beside, lists } = home(full, ALL);
    expect(ids(lead)).toHaveLength(7);
    expect(slugs(beside)).toEqual(['tz', 'gzdt']);
    expect(slugs(lists)).toEqual(['zc']);
  });

  it('pass over one that is too long', () => {
    const { beside, lists } = home(full, [
      ['tpxw', 1],
      ['gzdt', 30],
      ['tz', 8],
      ['zc', 3],
    ]);
    expect(slugs(beside)).toEqual(['gzdt']);
    expect(slugs(lists)).toEqual(['tz', 'zc']);
  });

  it('all go below where they would leave the place beside the pictures empty', () => {
    const { beside, lists } = home([...some('tpxw', 7), ...some('tz', 2)], ALL);
    expect(beside).toEqual([]);
    expect(slugs(lists)).toEqual(['tz']);
  });

  it('without an article are left out', () => {
    expect(slugs(home(some('zc', 2), ALL).lists)).toEqual(['zc']);
  });

  it('are wide where nothing would be as long beside them', () => {
    const wide = (sizes: readonly [number, number, number]) =>
      home(
        [...some('gzdt', sizes[0] + 1), ...some('tz', sizes[1]), ...some('zc', sizes[2])],
        [
          ['gzdt', 30],
          ['tz', 30],
          ['zc', 30],
        ],
      ).lists.map(({ isWide }) => isWide);
    expect(wide([5, 6, 5])).toEqual([false, false, false]);
    expect(wide([20, 3, 1])).toEqual([true, false, false]);
    expect(wide([3, 20, 0])).toEqual([true, true]);
    expect(wide([3, 0, 0])).toEqual([true]);
  });

  it('of several columns say so', () => {
    const { lists } = home(
      [...some('gzdt', 2), ...some('tz', 2)],
      [
        ['xwzx', 5],
        ['tz', 5],
      ],
    );
    expect(lists.map(({ isMixed }) => isMixed)).toEqual([true, false]);
  });
});

it('a date says its year where that is not the one of the newest article', () => {
  const { year } = home([...some('tz', 1, '202512'), ...some('tz', 1, '202601')], ALL);
  expect([dayIn(year, '2026-01-03 10:00'), dayIn(year, '2025-12-30')]).toEqual([
    '01-03',
    '2025-12-30',
  ]);
  expect(dayIn(undefined, '2026-01-03')).toBe('2026-01-03');
});
