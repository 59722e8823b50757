/** Each row that fails a site: one short of it, and one beyond. */
import { describe, expect, it } from 'vitest';
import { columnsDue } from '../../../src/inspection/columns/columns-due.ts';
import { vetoIssues } from '../../../src/inspection/columns/column-issues.ts';
import { stateOf, vetoesOf } from '../../../src/inspection/columns/vetoes.ts';
import type { Veto } from '../../../src/inspection/columns/vetoes.ts';
import type { Site } from '../../../src/site/site.ts';
import { aBureau, aText, SETTINGS } from '../../support/a-bureau.ts';

const TODAY = '2026-11-26';

interface AnArticle {
  column: string;
  date: string;
  fields?: string[];
}

/** A site of these columns, lines of columns.yaml, and articles. */
async function aSite(
  columns: readonly string[],
  articles: readonly AnArticle[],
  settings = 'consultation: { name: 咨询, url: "https://www.example.gov.cn/" }',
): Promise<Site> {
  const texts = articles.map(({ column, date, fields }, at) => [
    `content/articles/2026/${date.slice(0, 10).replaceAll('-', '')}-a${at}.md`,
    aText(date, fields)
      .replace('category: 通知公告', `category: ${column}`)
      .replace('title: 测试', `title: 测试${at}`),
  ]);
  const bureau = await aBureau({
    'content/site.yaml': `${SETTINGS['content/site.yaml'].replace('home: []', 'home: [{ column: a0 }]')}${settings}\n`,
    'content/columns.yaml': columns.map((line) => `- { ${line} }\n`).join(''),
    ...Object.fromEntries(texts),
  });
  const { judged, issues } = await bureau.read(`${TODAY} 23:59`);
  if (!judged) throw new Error(JSON.stringify(issues));
  return judged.site;
}

function veto(site: Site, name: string): Veto {
  const found = vetoesOf(site, TODAY).find(({ rule }) => rule.id === `veto/${name}`);
  if (!found) throw new Error(`There is no veto ${name}`);
  return found;
}

const several = (count: number, line: (at: number) => string): string[] =>
  Array.from({ length: count }, (_, at) => line(at));

describe('the home page', () => {
  it('passes with news that is fourteen days old, and says the day on which it fails', async () => {
    const home = veto(
      await aSite(['slug: a0, name: 工作'], [{ column: 'a0', date: '2026-11-12' }]),
      'home-stale',
    );
    expect(stateOf(home)).toBe('near');
    expect(home).toMatchObject({ count: 14, limit: 15, day: '2026-11-27' });
  });

  it('fails a day later', async () => {
    const home = veto(
      await aSite(['slug: a0, name: 工作'], [{ column: 'a0', date: '2026-11-11' }]),
      'home-stale',
    );
    expect(stateOf(home)).toBe('fails');
    expect(home.day).toBe('2026-11-26');
  });

  it('is told from the tenth day on', async () => {
    const of = (date: string) => aSite(['slug: a0, name: 工作'], [{ column: 'a0', date }]);
    expect(stateOf(veto(await of('2026-11-17'), 'home-stale'))).toBe('good');
    expect(stateOf(veto(await of('2026-11-16'), 'home-stale'))).toBe('near');
  });

  it('has until after what is scheduled', async () => {
    const articles = ['2026-11-16', '2026-11-29'].map((date) => ({ column: 'a0', date }));
    const home = veto(await aSite(['slug: a0, name: 工作'], articles), 'home-stale');
    expect(home.day).toBe('2026-12-14');
  });

  it('without any article fails', async () => {
    expect(stateOf(veto(await aSite(['slug: a0, name: 工作'], []), 'home-stale'))).toBe('fails');
  });
});

describe('news columns of two weeks and notices of six months', () => {
  const columns = [
    ...several(4, (at) => `slug: a${at}, name: 动态${at}`),
    'slug: tz, name: 通知公告',
    'slug: fl, name: 分类',
    'slug: tz2, name: 政策文件, parent: fl',
  ];
  const news = several(4, (at) => `a${at}`).map((column) => ({ column, date: '2026-11-11' }));
  const second = { column: 'tz2', date: '2026-01-05' };

  it('pass with four of them, whatever lies in the second level', async () => {
    const notice = { column: 'tz', date: '2026-05-26' };
    const found = veto(await aSite(columns, [...news, notice, second]), 'news-and-notices');
    expect(found.count).toBe(4);
    expect(stateOf(found)).toBe('near');
    expect(found.day).toBe('2026-11-27');
  });

  it('fail with the fifth: a notice of six months and a day', async () => {
    const notice = { column: 'tz', date: '2026-05-25' };
    const found = veto(await aSite(columns, [...news, notice, second]), 'news-and-notices');
    expect(found.count).toBe(5);
    expect(stateOf(found)).toBe('fails');
  });
});

describe('columns beyond their time', () => {
  const columns = several(10, (at) => `slug: a${at}, name: 业务${at}, updateDays: 30`);
  const dated = (fresh: number) =>
    several(10, (at) => `a${at}`).map((column, at) => ({
      column,
      date: at < fresh ? '2026-10-27' : '2026-10-26',
    }));

  it('pass with nine', async () => {
    const found = veto(await aSite(columns, dated(1)), 'columns-stale');
    expect(found).toMatchObject({ count: 9, limit: 10, day: '2026-11-27' });
    expect(stateOf(found)).toBe('near');
  });

  it('fail with ten', async () => {
    const found = veto(await aSite(columns, dated(0)), 'columns-stale');
    expect(found.count).toBe(10);
    expect(stateOf(found)).toBe('fails');
  });

  it('are not counted for the columns below them once more', async () => {
    const site = await aSite(
      ['slug: a0, name: 上级, updateDays: 30', 'slug: a1, name: 下级, parent: a0, updateDays: 30'],
      [{ column: 'a1', date: '2026-10-01' }],
    );
    expect(veto(site, 'columns-stale').count).toBe(1);
  });
});

describe('empty columns', () => {
  const columns = several(6, (at) => `slug: a${at}, name: 业务${at}`);
  const full = [
    { column: 'a0', date: '2026-11-20' },
    { column: 'a1', date: '2026-11-20', fields: ['expires: 2026-11-26'] },
    { column: 'a2', date: '2026-11-20', fields: ['withdrawn: { date: 2026-11-21, reason: 发错 }'] },
  ];

  it('pass with four; an article that expires later keeps its column for now', async () => {
    const later = { column: 'a1', date: '2026-11-20', fields: ['expires: 2026-12-01'] };
    const found = veto(await aSite(columns, [full[0] ?? later, later]), 'columns-empty');
    expect(found).toMatchObject({ count: 4, limit: 5, day: '2026-12-01' });
    expect(stateOf(found)).toBe('near');
  });

  it('fail with five: what expired and what was withdrawn is not there', async () => {
    const found = veto(await aSite(columns, full), 'columns-empty');
    expect(found.count).toBe(5);
    expect(found.columns.map(({ column }) => column.node.column.slug)).toContain('a2');
    expect(stateOf(found)).toBe('fails');
  });
});

describe('the way to ask', () => {
  it('fails a site that has none', async () => {
    const columns = ['slug: a0, name: 工作'];
    expect(stateOf(veto(await aSite(columns, [], ''), 'no-consultation'))).toBe('fails');
    expect(stateOf(veto(await aSite(columns, []), 'no-consultation'))).toBe('good');
  });
});

it('says in words what to do, and by when', async () => {
  const site = await aSite(['slug: a0, name: 工作'], [{ column: 'a0', date: '2026-11-14' }]);
  expect(vetoIssues([veto(site, 'home-stale')], TODAY)).toMatchObject([
    {
      level: 'warn',
      message: '首页的栏目已有 12 天没有新信息，再过 3 天即单项否决。',
      fix: '请在11月28日以前在首页的任一栏目发布一篇。',
      bites: '2026-11-29',
    },
  ]);
});

describe('what the desk asks for', () => {
  it('are the columns that need an article within a week, the most urgent first', async () => {
    const columns = [
      'slug: a0, name: 空白',
      'slug: a1, name: 超期, updateDays: 30',
      'slug: a2, name: 本周, updateDays: 30',
      'slug: a3, name: 下周, updateDays: 30',
      'slug: a4, name: 已定时, updateDays: 30',
      'slug: a5, name: 没有期限',
    ];
    const dates = [
      ['a1', '2026-10-01'],
      ['a2', '2026-11-03'],
      ['a3', '2026-11-04'],
      ['a4', '2026-11-03'],
      ['a4', '2026-12-01'],
      ['a5', '2020-01-01'],
    ];
    const site = await aSite(
      columns,
      dates.map(([column = '', date = '']) => ({ column, date })),
    );
    expect(columnsDue(site, TODAY)).toEqual([
      { name: '超期', by: undefined, isEmpty: false },
      { name: '空白', by: undefined, isEmpty: true },
      { name: '本周', by: '2026-12-03', isEmpty: false },
    ]);
  });
});
