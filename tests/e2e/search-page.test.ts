import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outcome } from '../support/search-outcome.ts';
import { searchPages } from '../support/search-pages.ts';

const MARKS_ALONE = '标点和符号不能单独搜索，请加上要找的字。';
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

describe('the page', () => {
  beforeEach(newPage);

  afterEach(() => page.close());

  test('shows title, passage, column, date and source, and marks what was asked', async () => {
    await open({ q: '三新要求' });
    await outcome(page);
    const row = page.getByRole('listitem');
    expect(await row.getByRole('heading').textContent()).toBe('关于落实要求的情况');
    expect(await row.locator('mark').allTextContents()).toEqual(['三新”要求']);
    expect(await row.locator('[data-excerpt]').textContent()).toBe(
      '各处室逐条对照“三新”要求，《办法》执行到位。',
    );
    expect(await row.locator('p').last().innerText()).toBe('图片新闻 2025-02-01 示例局');
    expect(await row.locator('time').getAttribute('datetime')).toBe('2025-02-01');
  });

  test('loads nothing of the index but its list before there is a query', async () => {
    pages.site.requests.length = 0;
    await open({});
    await page.waitForLoadState('networkidle');
    expect(pages.site.requests.filter((path) => path.startsWith('/pagefind/'))).toEqual([
      '/pagefind/list.json',
    ]);
    expect(await page.getByRole('status').textContent()).toBe('');
  });

  test('keeps query, filters and order in the address, and goes back', async () => {
    await open({ q: '节能' });
    await outcome(page);
    await page.getByLabel('搜索词').fill('三新');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: '关于落实要求的情况' }).waitFor();
    await page.getByLabel('排序').selectOption('date');
    await page.waitForURL(`${pages.site.url}?${new URLSearchParams({ q: '三新', order: 'date' })}`);
    await page.goBack();
    await page.goBack();
    await page.getByRole('link', { name: '节能降耗' }).waitFor();
    expect(await page.getByLabel('搜索词').inputValue()).toBe('节能');
    expect(await page.getByLabel('排序').inputValue()).toBe('relevance');
    expect((await outcome(page)).urls.toSorted()).toEqual(['/n3/', '/saving/']);
  });

  test('keeps all that is shown when a link leads within the page', async () => {
    await open({ q: '值班' });
    await outcome(page);
    await page.getByRole('button', { name: '更多结果' }).click();
    await expect.poll(() => page.getByRole('listitem').count()).toBe(12);
    await page.evaluate(() => {
      location.hash = '#main';
    });
    await page.goBack();
    await expect.poll(() => page.url()).not.toContain('#');
    expect((await outcome(page)).urls).toHaveLength(12);
  });

  test('goes back in one step over the choices that a keyboard runs through in a filter', async () => {
    await open({ q: '节能' });
    await outcome(page);
    await page.getByLabel('年份').focus();
    // 2025 has none, and is not offered.
    for (const year of ['2026', '2024']) {
      await page.keyboard.press('ArrowDown');
      await page.waitForURL(`${pages.site.url}?${new URLSearchParams({ q: '节能', year })}`);
    }
    await page.goBack();
    await page.waitForURL(`${pages.site.url}?${new URLSearchParams({ q: '节能' })}`);
    expect(await page.getByLabel('年份').inputValue()).toBe('');
  });

  test('shows ten, then the rest, and takes the keyboard to them', async () => {
    await open({ q: '值班' });
    expect(await outcome(page)).toMatchObject({ status: '找到 12 篇', urls: { length: 10 } });
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
      '没有找到含有“魑魅”的内容。请检查有没有错字，或者少写几个字再搜。几个词之间要加空格。',
    ],
    [
      'one of two terms in no page',
      { q: '节能 魑魅' },
      '没有找到含有“节能 魑魅”的内容。本站没有含有“魑魅”的页面。',
    ],
    ['filtered out', { q: '节能', year: '2025' }, '没有找到：所选范围里没有含有“节能”的内容。'],
    ['nothing but quotation marks', { q: '" “' }, MARKS_ALONE],
    ['nothing but punctuation', { q: '——' }, MARKS_ALONE],
    ['nothing but punctuation, filtered', { q: '， ★', year: '2025' }, MARKS_ALONE],
  ])('says why there is nothing: %s', async (_, query, status) => {
    await open(query);
    expect(await outcome(page)).toEqual({ status, urls: [] });
  });

  test('searches for the beginning of a query that no address can hold, and says so', async () => {
    await open({ q: '节能 '.repeat(100) });
    expect((await outcome(page)).status).toBe('找到 2 篇（要找的字太多，只搜了前200个字）');
    expect(await page.getByLabel('搜索词').inputValue()).toBe(
      '节能 '.repeat(100).slice(0, 200).trim(),
    );
    await page.getByLabel('搜索词').fill('节能 '.repeat(9_000));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.search.length > 200);
    expect(page.url().length).toBeLessThan(2_000);
    expect((await outcome(page)).status).toContain('只搜了前200个字');
  });

  test('writes a query as text, never as markup', async () => {
    await open({ q: '<img src=x onerror=alert(1)>' });
    expect((await outcome(page)).status).toContain(
      '没有找到含有“<img src=x onerror=alert(1)>”的内容',
    );
    expect(await page.locator('[data-status] img').count()).toBe(0);
  });

  test.each([
    ['the list', '**/list.json'],
    ['the script', '**/pagefind.js*'],
    ['the WebAssembly', '**/*.pagefind'],
    ['a bucket', '**/*.d'],
    ['a text', '**/texts/**'],
  ])('says that it is broken when %s does not come, and recovers', async (_, files) => {
    await page.route(files, (route) => route.abort());
    await open({ q: '节能' });
    expect(await outcome(page)).toEqual({ status: '搜索暂时打不开，请稍后再试。重试', urls: [] });
    await page.unroute(files);
    await page.getByRole('button', { name: '重试' }).click();
    await page.getByRole('link', { name: '节能降耗' }).waitFor();
    expect((await outcome(page)).status).toBe('找到 2 篇');
  });

  test('says that the network is cut, and searches again when it is back', async () => {
    await open({});
    await page.context().setOffline(true);
    await page.getByLabel('搜索词').fill('节能');
    await page.keyboard.press('Enter');
    await page.getByText('网络断开了，连上以后会自动再搜。').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('link', { name: '节能降耗' }).waitFor();
    expect((await outcome(page)).status).toBe('找到 2 篇');
  });

  test('says that the network was cut in the middle of a search, and ends it when it is back', async () => {
    const held: (() => Promise<void>)[] = [];
    await page.route('**/*.d', (route) => void held.push(() => route.continue()));
    await open({ q: '节能' });
    await page.getByText('正在搜索……').waitFor();
    await page.context().setOffline(true);
    await page.unroute('**/*.d');
    await Promise.all(held.map((release) => release().catch(() => undefined)));
    await page.getByText('网络断开了，连上以后会自动再搜。').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('link', { name: '节能降耗' }).waitFor();
    expect((await outcome(page)).status).toBe('找到 2 篇');
  });

  test('says that more results did not come, and searches again when the network is back', async () => {
    await open({ q: '值班' });
    await outcome(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '更多结果' }).click();
    await page.getByText('网络断开了，连上以后会自动再搜。').waitFor();
    await page.context().setOffline(false);
    await page.getByText('找到 12 篇').waitFor();
    expect((await outcome(page)).urls).toHaveLength(10);
  });

  test('offers the search without the term that is in no page', async () => {
    await open({ q: '节能 魑魅' });
    await page.getByRole('link', { name: '去掉“魑魅”再搜' }).click();
    await page.getByRole('link', { name: '节能降耗' }).waitFor();
    expect(new URL(page.url()).searchParams.get('q')).toBe('节能');
  });

  test('suggests titles after two characters, and loads them no sooner', async () => {
    pages.site.requests.length = 0;
    await open({});
    await page.getByLabel('搜索词').pressSequentially('节', { delay: 50 });
    expect(pages.site.requests).not.toContain('/search/titles.json');
    await page.getByLabel('搜索词').pressSequentially('能降', { delay: 50 });
    const suggested = () => page.locator('datalist option').allTextContents();
    await expect.poll(suggested).toEqual(['节能降耗']);
  });

  test('leaves the language of the page as it was', async () => {
    await open({ q: '节能' });
    await outcome(page);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });
});
