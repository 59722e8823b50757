/** When a view counts, in Chromium as readers have it: what came in at the server tells. */
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { chromiumPath } from '../../support/browser.ts';
import { aChromium } from './a-chromium.ts';
import { aReader, GET, labelOf, page, POST, serveViewPages } from './pages.ts';

const OPEN = 'GET /jgsw/article/';
/** Time for a script to do what it must not do. */
const WAIT_MS = 1_000;
const PATIENCE = { timeout: 15_000 };

/** Renders the article ahead, and goes there as a reader does, once told by the address. */
const FRONT_PAGE = page(`<script type="speculationrules">
{ "prerender": [{ "urls": ["/jgsw/article/"], "eagerness": "immediate" }] }</script>
<a href="/jgsw/article/">稿件</a>
<script>
const look = async () => {
  const { status } = await fetch('/jgsw/go.txt');
  if (status === 200) document.querySelector('a').click(); else setTimeout(look, 200);
};
look();
</script>`);

/** The page here has its script and its rules within it; those of the site have none. */
const ANY_SCRIPT = `/jgsw/*\n  Content-Security-Policy: default-src 'self' 'unsafe-inline'\n`;

let site: Awaited<ReturnType<typeof serveViewPages>>;
beforeEach(async () => {
  site = await serveViewPages({ 'front/index.html': FRONT_PAGE });
});
afterEach(() => site.close());

const pages = (): string[] => site.requests.filter((line) => line.includes('/article/'));
const views = (): string[] => site.requests.filter((line) => line.includes('/api/views'));

test('a page rendered ahead counts when its reader comes to it', { timeout: 60_000 }, async () => {
  await site.close();
  site = await serveViewPages({ 'front/index.html': FRONT_PAGE, _headers: ANY_SCRIPT });
  const browser = await aChromium();
  await browser.open(`${site.url}front/`);
  await expect.poll(pages, PATIENCE).toEqual([`${OPEN} prefetch;prerender`]);
  await setTimeout(WAIT_MS);
  expect(views()).toEqual([]);
  await site.write('go.txt', 'go');
  await expect.poll(views, PATIENCE).toEqual([POST]);
  expect(pages()).toEqual([`${OPEN} prefetch;prerender`]);
  await browser.close();
});

test('a tab in the background counts when it is shown, once', { timeout: 60_000 }, async () => {
  const browser = await aChromium();
  const front = await browser.open(`${site.url}list/`);
  const tab = await browser.open(`${site.url}article/`, { inBackground: true });
  await expect.poll(pages, PATIENCE).toEqual([OPEN]);
  await setTimeout(WAIT_MS);
  const counted = () => views().filter((line) => line === POST);
  expect(counted()).toEqual([]);
  await browser.show(tab);
  await expect.poll(counted, PATIENCE).toEqual([POST]);
  await browser.show(front);
  await browser.show(tab);
  await setTimeout(WAIT_MS);
  expect(counted()).toEqual([POST]);
  await browser.close();
});

test('a page out of the back/forward cache has its number and asks for nothing', async () => {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  const reader = await aReader(browser);
  await reader.page.goto(`${site.url}article/`);
  expect(await labelOf(reader.page)).toBe('浏览次数:1');
  await reader.page.evaluate(() => {
    addEventListener('pageshow', ({ persisted }) => (document.title = `kept: ${persisted}`));
  });
  await reader.page.getByRole('link', { name: '列表' }).click();
  await reader.page.locator('ul').waitFor();
  // Going back to a kept page fires no load event, which Playwright's own goBack would wait for.
  await reader.page.evaluate(() => void window.setTimeout(() => history.back()));
  await expect.poll(() => reader.page.title(), PATIENCE).toBe('kept: true');
  expect(await labelOf(reader.page)).toBe('浏览次数:1');
  expect(reader.requests.filter((line) => line === POST || line === GET)).toEqual([POST]);
  expect(reader.troubles).toEqual([]);
  await browser.close();
});
