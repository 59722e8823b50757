/** What the search page says of hits that only their texts can count. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { outcome } from '../support/search-outcome.ts';
import { serveSearchSite } from '../support/search-site.ts';
import type { SearchSite } from '../support/search-site.ts';

const documents = Array.from({ length: 120 }, (_, at) => ({
  url: `/a${at}/`,
  title: `第${at}期`,
  text: at < 18 ? '值班巡查，防汛演练。' : '值班巡查，消防演练。',
  columns: ['通知公告'],
  source: '示例局',
  date: '2026-03-05',
}));

let site: SearchSite;
let browser: Browser;
let page: Page;
const ask = (q: string) => page.goto(`${site.url}?${new URLSearchParams({ q })}`);

beforeAll(async () => {
  site = await serveSearchSite(documents, { columns: [], years: [], sources: [] });
  browser = await launchBrowser();
});
beforeEach(async () => {
  page = await browser.newPage();
  return () => page.close();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('says that there are more than a hundred, where no more were counted', async () => {
  await ask('，消防');
  expect(await outcome(page)).toMatchObject({
    status: '找到 100 篇以上',
    urls: { length: 10 },
  });
});

test('says what was found though its number does not come, and shows more when it does', async () => {
  let texts = 0;
  await page.route('**/texts/**', (route) => {
    texts += 1;
    return texts > 10 ? route.abort() : route.continue();
  });
  await ask('，防汛');
  expect(await outcome(page)).toMatchObject({
    status: '找到 10 篇以上，一共多少没能数出来',
    urls: { length: 10 },
  });
  await page.unroute('**/texts/**');
  await page.getByRole('button', { name: '更多结果' }).click();
  await expect.poll(() => page.getByRole('status').textContent()).toBe('找到 18 篇');
  expect(new Set((await outcome(page)).urls).size).toBe(18);
  expect(await page.getByRole('button', { name: '更多结果' }).isHidden()).toBe(true);
});
