import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DOCUMENTS, NEWS, NOTICES } from '../support/search-documents.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveSearchSite, type SearchSite } from '../support/search-site.ts';

let browser: Browser;
let site: SearchSite;
let page: Page;
let errors: string[];

beforeAll(async () => {
  site = await serveSearchSite(DOCUMENTS, {
    columns: ['新闻资讯', NEWS, NOTICES],
    years: ['2026', '2025', '2024'],
  });
  browser = await launchBrowser();
}, 60_000);

afterAll(async () => {
  await browser.close();
  await site.close();
});

async function newPage(): Promise<void> {
  page = await browser.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
}

async function open(query: Record<string, string>): Promise<void> {
  await page.goto(`${site.url}?${new URLSearchParams(query)}`);
}

/** The status line once the search has ended, and the addresses of the results. */
async function outcome(): Promise<{ status: string; urls: string[] }> {
  await page.waitForFunction(() =>
    /^(?:找到|没有|搜索)/.test(document.querySelector('[data-status]')?.textContent ?? ''),
  );
  const links = await page.locator('[data-results] a').all();
  const urls = await Promise.all(links.map((link) => link.getAttribute('href')));
  return { status: (await page.getByRole('status').textContent()) ?? '', urls: urls.map(String) };
}

/** The results of a query that is typed into the open page. */
async function found(
  q: string,
  filter: { column?: string; year?: string; order?: string } = {},
): Promise<string[]> {
  await page.getByLabel('栏目').selectOption(filter.column ?? '');
  await page.getByLabel('年份').selectOption(filter.year ?? '');
  await page.getByLabel('排序').selectOption(filter.order ?? 'relevance');
  await page.getByRole('searchbox').fill(q);
  await page.getByRole('searchbox').press('Enter');
  const { status, urls } = await outcome();
  expect(status).toMatch(urls.length === 0 ? /^没有找到/ : new RegExp(`^找到 ${urls.length} 篇$`));
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
    ['a date in figures', '2026-03-05', ['n2']],
    ['a date in Chinese, not 3月15日', '3月5日', ['visit']],
    ['a date, not the end of 11月5日', '1月5日', []],
    ['a year, not by the date of publication', '2026', ['n2', 'visit']],
    ['a document number', '国办发〔2017〕47号', ['n1']],
    ['a document number in square brackets', '国办发[2017]47号', ['n1']],
    ['a document number in full-width forms', '国办发［２０１７］４７号', ['n1']],
    ['a number is whole: not 147号', '47号', ['n1']],
    ['a standard, whatever its dash and space', 'gb/t37668-2019', ['n1']],
    ['a decimal', '5.8%', ['n1']],
    ['two terms', '机关事务 部署', ['saving', 'n3']],
    ['two terms of which each page has one', '欧阳 节能', []],
    ['pairs that are all there, but not together', '三新的要求', []],
    ['a quoted term with a space in it', '"机关 事务"', ['saving', 'n3']],
  ])('%s: %s', async (_, q, names) => {
    const urls = await found(q);
    expect(urls.toSorted()).toEqual(names.map((name) => `/${name}/`).toSorted());
  });

  test('the newest first when ordered by date', async () => {
    expect(await found('机关事务', { order: 'date' })).toEqual(['/n3/', '/saving/']);
  });

  test('what stands in a title before what stands in a text', async () => {
    expect(await found('机关事务')).toEqual(['/saving/', '/n3/']);
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

describe('the page', () => {
  beforeEach(newPage);

  afterEach(() => page.close());

  test('shows title, passage, column, date and source, and marks what was asked', async () => {
    await open({ q: '三新要求' });
    await outcome();
    const row = page.getByRole('listitem');
    expect(await row.getByRole('heading').textContent()).toBe('关于落实要求的情况');
    expect(await row.locator('mark').allTextContents()).toEqual(['三新”要求']);
    expect(await row.locator('[data-excerpt]').textContent()).toBe(
      '各处室逐条对照“三新”要求，《办法》执行到位。',
    );
    expect(await row.locator('p').last().innerText()).toBe('图片新闻 2025-02-01 示例局');
    expect(await row.locator('time').getAttribute('datetime')).toBe('2025-02-01');
  });

  test('loads nothing of the index before there is a query', async () => {
    site.requests.length = 0;
    await open({});
    await page.waitForLoadState('networkidle');
    expect(site.requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([]);
    expect(await page.getByRole('status').textContent()).toBe('');
  });

  test('keeps query, filters and order in the address, and goes back', async () => {
    await open({ q: '节能' });
    await outcome();
    await page.getByRole('searchbox').fill('三新');
    await page.getByRole('searchbox').press('Enter');
    await page.getByRole('link', { name: '关于落实要求的情况' }).waitFor();
    await page.getByLabel('排序').selectOption('date');
    await page.waitForURL(`${site.url}?${new URLSearchParams({ q: '三新', order: 'date' })}`);
    await page.goBack();
    await page.goBack();
    await page.getByRole('link', { name: '节能降耗' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('节能');
    expect(await page.getByLabel('排序').inputValue()).toBe('relevance');
    expect((await outcome()).urls.toSorted()).toEqual(['/n3/', '/saving/']);
  });

  test('shows ten, then the rest, and takes the keyboard to them', async () => {
    await open({ q: '值班' });
    expect(await outcome()).toMatchObject({ status: '找到 12 篇', urls: { length: 10 } });
    await page.getByRole('button', { name: '更多结果' }).click();
    await expect.poll(() => page.getByRole('listitem').count()).toBe(12);
    expect(await page.locator(':focus').getAttribute('href')).toBe(
      await page.getByRole('listitem').nth(10).getByRole('link').getAttribute('href'),
    );
    expect(await page.getByRole('button', { name: '更多结果' }).isHidden()).toBe(true);
  });

  test.each([
    [
      'a term in no page',
      { q: '魑魅' },
      '没有找到含有“魑魅”的内容。请检查用字，或者换用更少、更短的词。',
    ],
    [
      'one of two terms in no page',
      { q: '节能 魑魅' },
      '没有找到含有“节能 魑魅”的内容。本站没有含有“魑魅”的页面，可以去掉它再搜。',
    ],
    [
      'filtered out',
      { q: '节能', year: '2025' },
      '没有找到含有“节能”的内容。可以不限栏目和年份再搜。',
    ],
    [
      'nothing but punctuation',
      { q: '——' },
      '没有找到含有“——”的内容。请检查用字，或者换用更少、更短的词。',
    ],
  ])('says why there is nothing: %s', async (_, query, status) => {
    await open(query);
    expect(await outcome()).toEqual({ status, urls: [] });
  });

  test('writes a query as text, never as markup', async () => {
    await open({ q: '<img src=x onerror=alert(1)>' });
    expect((await outcome()).status).toContain('没有找到含有“<img src=x onerror=alert(1)>”的内容');
    expect(await page.locator('[data-status] img').count()).toBe(0);
  });

  test.each([
    ['the script', '**/pagefind/pagefind.js*'],
    ['the index', '**/pagefind/index/*'],
    ['a page of the index', '**/pagefind/fragment/*'],
  ])('says that it is broken when %s does not come, and recovers', async (_, files) => {
    await page.route(files, (route) => route.abort());
    await open({ q: '节能' });
    expect(await outcome()).toEqual({ status: '搜索暂时打不开，请稍后再试。重试', urls: [] });
    await page.unroute(files);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('link', { name: '节能降耗' }).waitFor();
    expect((await outcome()).status).toBe('找到 2 篇');
  });

  test('leaves the language of the page as it was', async () => {
    await open({ q: '节能' });
    await outcome();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});
