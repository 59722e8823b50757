/** Numbers in lists, in a real Chromium, against the real server. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { ARTICLE } from '../a-server.ts';
import { aReader, labelOf, listPage, OTHER_ARTICLE, serveViewPages } from './pages.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveViewPages>>;

beforeAll(async () => {
  browser = await launchBrowser();
  const ids = Array.from({ length: 150 }, (_, n) => `20260401-article-${n}`);
  site = await serveViewPages({
    'long/index.html': listPage(ids),
    'views/2026.txt': [ARTICLE, OTHER_ARTICLE, ...ids].join('\n'),
  });
  const { page, context } = await aReader(browser, 1);
  await page.goto(`${site.url}article/`);
  expect(await labelOf(page)).toBe('浏览次数:1');
  await context.close();
});
afterAll(async () => {
  await site.close();
  await browser.close();
});

async function linesOf(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle');
  const text = await page.locator('ul').innerText();
  return text.split('\n');
}

test('all arrive by one request that counts nothing; an unpublished article has none', async () => {
  const { page, requests, troubles } = await aReader(browser, 2);
  await page.goto(`${site.url}list/`);
  expect(await linesOf(page)).toEqual(['稿件 浏览1', '稿件 浏览0', '稿件', '稿件 浏览1']);
  const ids = [ARTICLE, OTHER_ARTICLE, '20260307-unknown'].join();
  expect(requests).toEqual([`GET /jgsw/api/views/?ids=${ids}`]);
  await page.reload();
  expect(await linesOf(page)).toContain('稿件 浏览1');
  expect(troubles).toEqual([]);
});

test('stay away when the answer is nonsense, and where the reader saves data', async () => {
  const { page, requests, troubles } = await aReader(browser, 3);
  await page.route('**/api/views/**', (route) => route.fulfill({ status: 200, body: '<!doctype' }));
  await page.goto(`${site.url}list/`);
  expect(await linesOf(page)).toEqual(['稿件', '稿件', '稿件', '稿件']);
  expect(requests).toHaveLength(1);
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  await page.reload();
  expect(await linesOf(page)).toEqual(['稿件', '稿件', '稿件', '稿件']);
  expect(requests).toHaveLength(1);
  expect(troubles).toEqual([]);
});

test('a list longer than the counter answers at once is asked for in hundreds', async () => {
  const { page, requests, troubles } = await aReader(browser, 4);
  await page.goto(`${site.url}long/`);
  expect(await linesOf(page)).toEqual(Array.from({ length: 150 }, () => '稿件 浏览0'));
  expect(requests.map((request) => request.split(',').length)).toEqual([100, 50]);
  expect(troubles).toEqual([]);
});
