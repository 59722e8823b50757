/** The real search page in Chromium on a slow line. */
import type { Browser, Page } from 'playwright-core';
import { serveIndex } from '../../tests/support/search-site.ts';

/** 1.5 Mbit/s, 100 ms. */
const SLOW = {
  offline: false,
  latency: 100,
  downloadThroughput: 1.5e6 / 8,
  uploadThroughput: 1.5e6 / 8,
};

const LONGEST_WAIT = 120_000;

export interface FirstResult {
  /** From Enter to the first row or to "none", nothing of the index kept, the page open. */
  milliseconds: number;
  /** Addresses of the first page of results. */
  shown: string[];
}

/** @param files the index, as `indexFiles` makes it */
export async function firstResults(
  browser: Browser,
  files: ReadonlyMap<string, string>,
  queries: readonly string[],
): Promise<FirstResult[]> {
  const site = await serveIndex(files, { columns: [], years: [], sources: [] });
  const results: FirstResult[] = [];
  for (const query of queries) {
    const page = await (await browser.newContext()).newPage();
    await page.goto(site.url);
    results.push(await ask(page, query));
    await page.context().close();
  }
  await site.close();
  return results;
}

async function ask(page: Page, query: string): Promise<FirstResult> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', SLOW);
  await page.getByLabel('搜索词').fill(query);
  const begun = performance.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () =>
      document.querySelector('search-page h2 a') ??
      document.querySelector('[data-status]')?.textContent?.startsWith('没有'),
    undefined,
    { timeout: LONGEST_WAIT },
  );
  const milliseconds = performance.now() - begun;
  const links = page.locator('search-page h2 a');
  const shown = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  return { milliseconds, shown: shown.map(String) };
}
