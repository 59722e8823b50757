/** The search in browsers of some years ago, as far as a new one can be made like them: by what they lack. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outcome } from '../support/search-outcome.ts';
import { searchPages } from '../support/search-pages.ts';

const pages = searchPages();
let page: Page;
let errors: string[];
beforeEach(async () => {
  page = await pages.newPage();
  errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
});
afterEach(async () => {
  await page.close();
  expect(errors).toEqual([]);
});

/** What went into browsers later than they came out. */
const SAFARI_15 = `
  for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with']) delete Array.prototype[name];
  delete globalThis.DecompressionStream;
  delete HTMLFormElement.prototype.requestSubmit;
  delete URLSearchParams.prototype.size;`;
const CHROMIUM_86 = `
  for (const name of ['toSorted', 'toReversed', 'toSpliced', 'with', 'findLast', 'at'])
    delete Array.prototype[name];
  delete AbortSignal.prototype.throwIfAborted;
  delete URLSearchParams.prototype.size;
  delete Object.hasOwn;
  delete globalThis.structuredClone;`;

test.each([
  ['Safari 15', SAFARI_15],
  ['Chromium 86', CHROMIUM_86],
])('%s: finds, filters, orders and goes on', async (_, script) => {
  await page.addInitScript(script);
  await pages.open(page, { q: '值班' });
  expect(await outcome(page)).toMatchObject({ status: '找到 12 篇', urls: { length: 10 } });
  await page.getByRole('button', { name: '更多结果' }).click();
  await expect.poll(() => page.getByRole('listitem').count()).toBe(12);
  await page.getByLabel('搜索词').fill('机关事务 部署');
  await page.keyboard.press('Enter');
  await page.getByText('找到 2 篇').waitFor();
  await page.getByLabel('年份').selectOption('2024');
  await page.getByText('找到 1 篇').waitFor();
  expect(await outcome(page)).toEqual({ status: '找到 1 篇', urls: ['/saving/'] });
  expect(await page.getByLabel('年份').locator('option').allTextContents()).toContain('2026（1）');
  await page.getByLabel('搜索词').fill('');
  await page.getByLabel('年份').selectOption('');
  expect(new URL(page.url()).search).toBe('');
});

test('nothing looks behind in a regular expression: Safari before 16.4 reads no such script', async () => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.startsWith('/src/')) scripts.push(response.text());
  });
  await pages.open(page, { q: '節能' });
  await outcome(page);
  const sources = await Promise.all(scripts);
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.filter((source) => /\(\?<[=!]/.test(source))).toEqual([]);
});
