/** 浏览次数 in the lists of a bureau that wants them there (`listViewCounts`), below a sub-path. */
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { answerLate, layoutShifts } from './support/late-views.ts';
import { readerAgent, useBrowser } from './support/page.ts';

const other = inject('other');
const open = useBrowser();
const TITLES = `${other}slyw/`;
const PICTURES = `${other}slyw/slgc/`;
const LABEL = '.list-views:visible';

const labelsOf = (page: Page): Promise<string[]> => page.locator(LABEL).allInnerTexts();

it('they come by one request, which counts nothing', async () => {
  const { page, requests, errors } = await open(TITLES, { userAgent: readerAgent('list') });
  const titles = await page.locator('.headlines a').count();
  expect(await labelsOf(page)).toEqual(Array.from({ length: titles }, () => '浏览0次'));
  const asked = requests.filter((url) => url.includes('/api/'));
  expect(asked).toHaveLength(1);
  expect(asked[0]).toMatch(/\/shuili\/api\/views\/\?ids=\d{8}-/);

  await page.locator('.headlines a').first().click();
  await page.getByText(/^浏览次数：\d+$/).waitFor();
  await page.goto(TITLES, { waitUntil: 'networkidle' });
  expect((await labelsOf(page))[0]).toBe('浏览1次');
  expect(errors).toEqual([]);
});

it.each([
  ['titles', 360, TITLES],
  ['titles', 1440, TITLES],
  ['pictures', 360, PICTURES],
  ['pictures', 1440, PICTURES],
])('a list of %s, %i wide, does not move when they come', { retry: 2 }, async (_, width, url) => {
  for (const views of [3, 12_345_678]) {
    const { page } = await open('about:blank', { viewport: { width, height: 740 } });
    await answerLate(page, () => views);
    expect(await layoutShifts(page, url, LABEL)).toEqual([]);
    const text = views === 3 ? '浏览3次' : '浏览1234万次';
    expect(new Set(await labelsOf(page))).toEqual(new Set([text]));
  }
});

it('no label is there while the function is down, nor without scripts', async () => {
  const { page } = await open('about:blank');
  await page.route('**/api/views/**', (route) => route.abort());
  await page.goto(TITLES, { waitUntil: 'networkidle' });
  expect(await page.locator('.headlines li').count()).toBeGreaterThan(4);
  expect(await labelsOf(page)).toEqual([]);
  const without = await open(TITLES, { javaScriptEnabled: false });
  expect(await labelsOf(without.page)).toEqual([]);
});

it('the home page has none', async () => {
  const home = await open(other);
  expect(await home.page.locator('[data-view-counts]').count()).toBe(0);
});
