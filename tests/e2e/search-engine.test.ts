import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NEWS, NOTICES } from '../support/search-documents.ts';
import { outcome } from '../support/search-outcome.ts';
import { searchPages } from '../support/search-pages.ts';

const pages = searchPages();
let page: Page;
let errors: string[];

async function newPage(): Promise<void> {
  page = await pages.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
}

async function open(query: Record<string, string>): Promise<void> {
  await pages.open(page, query);
}

/** The results of a query that is typed into the open page. */
async function found(
  q: string,
  filter: { column?: string; year?: string; order?: string } = {},
): Promise<string[]> {
  await page.getByLabel('栏目').selectOption(filter.column ?? '');
  await page.getByLabel('年份').selectOption(filter.year ?? '');
  await page.getByLabel('排序').selectOption(filter.order ?? 'relevance');
  await page.getByLabel('搜索词').fill(q);
  await page.keyboard.press('Enter');
  const { status, urls } = await outcome(page);
  const pages = urls.includes('/about/') ? 1 : 0;
  const others = pages > 0 && urls.length > pages ? `，另有 ${pages} 个页面` : '';
  const count = others ? urls.length - pages : urls.length;
  expect(status).toMatch(
    urls.length === 0 ? /^没有找到/ : new RegExp(`^找到 ${count} 篇${others}$`),
  );
  return urls;
}

describe('what is found', () => {
  beforeAll(async () => {
    await newPage();
    await open({});
  });

  afterAll(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });

  test.each([
    ['across a word boundary', '关事', ['saving', 'n3']],
    ['two characters', '节能', ['saving', 'n3']],
    ['three characters', '管理局', ['saving']],
    ['four characters', '机关事务', ['saving', 'n3']],
    ['one character, in a title', '局', ['saving']],
    ['with quotation marks', '“三新”要求', ['three']],
    ['without quotation marks', '三新要求', ['three']],
    ['straight quotation marks', '"三新"要求', ['three']],
    ['across a book-title mark', '办法执行', ['three']],
    ['a name of two characters', '王立', ['visit']],
    ['a name of four characters', '欧阳明远', ['visit']],
    ['a name with its dot', '库尔班江·萨迪克', ['visit']],
    ['a name without its dot', '库尔班江萨迪克', ['visit']],
    ['across the dot of a name', '江萨', ['visit']],
    ['a date in figures, as in Chinese', '2026-03-05', ['n2', 'visit']],
    ['a date in Chinese, as in figures', '2026年3月5日', ['n2', 'visit']],
    ['a date with slashes', '2026/3/5', ['n2', 'visit']],
    ['a day of any year, not 3月15日', '3月5日', ['n2', 'visit']],
    ['a date, not the end of 11月5日', '1月5日', ['w4']],
    ['a date with slashes and two figures each', '2026/03/05', ['n2', 'visit']],
    ['the day of its publication', '2025-07-01', ['n1']],
    ['the day of its publication in Chinese', '2025年7月1日', ['n1']],
    ['the day of its publication with points', '2025.07.01', ['n1']],
    ['the day of its publication, of any year', '7月1日', ['n1']],
    ['the month of its publication, and days of it in texts', '2026年3月', ['n2', 'visit']],
    ['the month in figures', '2026-03', ['n2', 'visit']],
    ['the month with a point', '2025.7', ['n1']],
    ['a month and a term', '2026年2月 部署', ['n3']],
    ['without a month', '机关 -2026年2月', ['saving', 'n2']],
    ['a month in which nothing was published', '2026年8月', []],
    ['a year, not by the date of publication', '2026', ['n2', 'visit']],
    ['a document number', '国办发〔2017〕47号', ['n1']],
    ['a document number in square brackets', '国办发[2017]47号', ['n1']],
    ['a document number in full-width forms', '国办发［２０１７］４７号', ['n1']],
    ['a number is whole: not 147号', '47号', ['n1']],
    ['a standard, whatever its dash and space', 'gb/t37668-2019', ['n1']],
    ['a decimal', '5.8%', ['n1']],
    ['two terms', '机关事务 部署', ['saving', 'n3']],
    ['two terms of which each page has one', '欧阳 节能', []],
    ['without a term', '节能 -部署', []],
    ['without a term that one page has', '机关 -节能', ['n2']],
    ['a quoted term left out', '机关 -"公共机构"', ['saving', 'n2']],
    ['traditional characters', '機關事務', ['saving', 'n3']],
    ['one character, in a text', '楼', []],
    ['pairs that are all there, but not together', '三新的要求', []],
    ['a number across punctuation is two', '5日11', []],
    ['a term that only texts can show', '37668 —', ['n1']],
    ['a term left out that only texts can show', '要求 -2026-03-05', ['three']],
    ['a mark left out', '增长 -%', []],
    ['one character left out', '机关事务 -局', ['n3']],
    ['one character, in texts of all years', '河', ['n4', 'n5', 'about']],
    ['the whole name of a source', '河务中心', ['n4', 'n5']],
    ['a part of the name of a source', '河务', []],
    ['a source and a term', '河务中心 例会', ['n5']],
    ['without a source', '黄河 -河务中心', ['about']],
    ['a single page alone', '机构职能', ['about']],
    ['a quoted term with a space in it', '"机关 事务"', ['saving', 'n3']],
  ])('%s: %s', async (_, q, names) => {
    const urls = await found(q);
    expect(urls.toSorted()).toEqual(names.map((name) => `/${name}/`).toSorted());
  });

  test('a date of one year is not within another year', async () => {
    expect(await found('2026-03-05', { year: '2026' })).toEqual(['/visit/', '/n2/']);
    expect(await found('2026-03-05', { year: '2025' })).toEqual([]);
  });

  test('the newest first when ordered by date', async () => {
    expect(await found('机关事务', { order: 'date' })).toEqual(['/n3/', '/saving/']);
  });

  test('what stands in a title before what stands in a text', async () => {
    expect(await found('机关事务')).toEqual(['/saving/', '/n3/']);
  });

  test('a single page before others, one after the other before apart, then the newest', async () => {
    expect(await found('黄河')).toEqual(['/about/', '/n5/', '/n4/']);
    expect(await found('黄河 水文')).toEqual(['/n4/', '/n5/']);
    expect(await found('黄河 水文', { order: 'date' })).toEqual(['/n5/', '/n4/']);
  });

  test.each([
    ['a column', { column: NOTICES }, ['/n3/']],
    ['a column above', { column: '新闻资讯' }, ['/saving/']],
    ['a year', { year: '2024' }, ['/saving/']],
    ['a column and a year', { column: NEWS, year: '2026' }, []],
  ])('only within %s', async (_, filter, urls) => {
    expect(await found('机关事务', filter)).toEqual(urls);
  });
});
