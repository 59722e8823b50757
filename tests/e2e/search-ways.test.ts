/** What the search page reads in a query, what it offers when that finds nothing, and the way back to what it found. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outcome } from '../support/search-outcome.ts';
import { searchPages } from '../support/search-pages.ts';

const pages = searchPages();
let page: Page;
const open = (query: Record<string, string>): Promise<void> => pages.open(page, query);

beforeEach(async () => {
  page = await pages.newPage();
});
afterEach(() => page.close());

test('shows what was published in the month that was asked for first, and marks its date', async () => {
  await open({ q: '2026年3月' });
  expect((await outcome(page)).urls).toEqual(['/visit/', '/n2/']);
  const dates = page.getByRole('listitem').locator('time');
  expect(await dates.first().locator('mark').allTextContents()).toEqual(['2026-03-05']);
  expect(await dates.last().locator('mark').count()).toBe(0);
});

test('shows as many results, at the same place, to who comes back from one or loads the page again', async () => {
  await page.setViewportSize({ width: 400, height: 300 });
  await page.route(/\/w\d+\/$/, (route) =>
    route.fulfill({ contentType: 'text/html', body: '值班' }),
  );
  await open({ q: '值班' });
  await outcome(page);
  await page.getByRole('button', { name: '更多结果' }).click();
  await expect.poll(() => page.getByRole('listitem').count()).toBe(12);
  const link = page.getByRole('listitem').nth(10).getByRole('link');
  await link.scrollIntoViewIfNeeded();
  const top = () => link.evaluate((it) => Math.round(it.getBoundingClientRect().top));
  const [name, before] = [await link.textContent(), await top()];
  await link.click();
  await page.waitForURL(/\/w\d+\//);
  for (const comeBack of [() => page.goBack(), () => page.reload()]) {
    await comeBack();
    await page.getByText('找到 12 篇').waitFor();
    await expect.poll(top).toBe(before);
    expect([await page.getByRole('listitem').count(), await link.textContent()]).toEqual([
      12,
      name,
    ]);
  }
  await page.getByLabel('搜索词').fill('节能');
  const atBox = await page.evaluate(() => scrollY);
  await page.keyboard.press('Enter');
  await page.getByText('找到 2 篇').waitFor();
  await page.goBack();
  await page.getByText('找到 12 篇').waitFor();
  // The box was where the next search was begun.
  expect(await page.getByRole('listitem').count()).toBe(12);
  expect(await page.evaluate(() => scrollY)).toBe(atBox);
});

test('reads dates as they are said, says so, and offers the words as they are written', async () => {
  await page.clock.setFixedTime(new Date('2026-07-31T18:00:00Z'));
  await open({ q: '去年7月 指引' });
  expect(await outcome(page)).toEqual({
    status: '找到 1 篇（“去年7月”按2025年7月查找）只查找写有“去年7月”的',
    urls: ['/n1/'],
  });
  await page.getByRole('link', { name: '只查找写有“去年7月”的' }).click();
  expect((await outcome(page)).status).toContain('没有找到含有“‘去年7月’ 指引”的内容。');
  await open({ q: '昨天' });
  expect((await outcome(page)).status).toContain('（“昨天”按2026年7月31日查找）');
});

test('offers what was published in the year that is written among the words', async () => {
  await open({ q: '指引 2025' });
  const way = page.getByRole('link', { name: '只看2025年发布的“指引”' });
  // What is better than what was written stands before that it is nowhere, at the beginning of its line.
  expect((await outcome(page)).status).toBe(
    '只看2025年发布的“指引”没有哪个页面的文字里写有“指引 2025”。',
  );
  const [offer, status] = await Promise.all([
    way.boundingBox(),
    page.locator('[data-status]').boundingBox(),
  ]);
  expect([offer?.x, offer?.y]).toEqual([status?.x, status?.y]);
  await way.click();
  await expect.poll(() => outcome(page)).toEqual({ status: '找到 1 篇', urls: ['/n1/'] });
  expect(new URL(page.url()).searchParams.get('year')).toBe('2025');
});

test('quotes the beginning of a long query, and tells all of it at the pointer', async () => {
  const query = '魑'.repeat(200);
  await open({ q: query });
  expect((await outcome(page)).status).toContain(`没有找到含有“${'魑'.repeat(30)}…”的内容。`);
  const title = () => page.locator('[data-status]').getAttribute('title');
  expect(await title()).toBe(query);
  await open({ q: '节能' });
  await outcome(page);
  expect(await title()).toBeFalsy();
});

test('looks for words that mean the same, says so, and offers the word alone', async () => {
  await open({ q: '公车' });
  expect(await outcome(page)).toEqual({
    status: '找到 1 篇（也查找了“节能降耗”）只查找写有“公车”的',
    urls: ['/n3/'],
  });
  await page.getByRole('link', { name: '只查找写有“公车”的' }).click();
  expect((await outcome(page)).status).toContain('没有找到含有“‘公车’”的内容。');
});

test.each([
  ['a part of it', '值斑安排', ['只搜“安排”']],
  ['a character that is wrong in a title', '机关事物管理局', ['是不是要找“机关事务管理局”？']],
  ['pinyin of a title', 'jienengjianghao', ['是不是要找“节能降耗”？']],
  ['the number of a document', '47号通知', ['是不是要找“47号”？']],
  ['several terms as one', '机构职能黄河巡查', ['分开写成“机构职能 黄河巡查”再搜']],
])('offers what is near: %s', async (_, q, near) => {
  await open({ q });
  expect((await outcome(page)).status).toMatch(/^没有找到/);
  const offers = page.locator('[data-offers] a');
  await expect.poll(() => offers.allTextContents()).toEqual(near);
  await offers.first().click();
  expect((await outcome(page)).status).toMatch(/^找到/);
});
