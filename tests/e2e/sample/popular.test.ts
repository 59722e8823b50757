/** 热门 at the end of the home page: by the numbers that the counter gives, and nothing without them. */
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { answerLate, layoutShifts } from '../support/late-views.ts';
import { DESKTOP, PHONE, useBrowser } from '../support/page.ts';

const sample = inject('sample');
const open = useBrowser();
const BLOCK = '.popular';

const titles = (page: Page): Promise<string[]> =>
  page.locator(`${BLOCK} li a`).evaluateAll((all) => all.map((link) => link.textContent ?? ''));

/** The counter answers by the place of an article among those that were asked for. */
async function answer(page: Page, viewsAt: (place: number) => number): Promise<() => string[]> {
  let asked: string[] = [];
  await page.route('**/api/views/**', async (route) => {
    asked = new URL(route.request().url()).searchParams.get('ids')?.split(',') ?? [];
    const counts = Object.fromEntries(asked.map((id, place) => [id, viewsAt(place)]));
    await route.fulfill({ json: { counts } });
  });
  return () => asked;
}

it('the most viewed stand first, eight at most, with their numbers and the titles of the page', async () => {
  const { page, requests, errors } = await open('about:blank', DESKTOP);
  const asked = await answer(page, (place) => (place % 2 === 0 ? place * 10 : 0));
  await page.goto(sample, { waitUntil: 'networkidle' });
  await page.locator(BLOCK).waitFor();
  const ids = asked();
  expect(ids).toHaveLength(40);
  const links = await page
    .locator(`${BLOCK} li a`)
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')?.split('/').at(-2)));
  expect(links).toEqual([38, 36, 34, 32, 30, 28, 26, 24].map((place) => ids[place]));
  expect(await page.locator(`${BLOCK} .list-views`).first().innerText()).toMatch(
    /^浏览\s*380\s*次$/,
  );
  expect((await titles(page)).every((title) => title.trim() !== '')).toBe(true);
  expect(requests.filter((url) => url.includes('/api/'))).toHaveLength(1);
  expect(errors).toEqual([]);
});

it.each([
  ['a phone', PHONE],
  ['a desktop', DESKTOP],
])('on %s nothing moves when it comes', { retry: 2 }, async (_, device) => {
  const { page } = await open('about:blank', device);
  await answerLate(page, () => 5);
  expect(await layoutShifts(page, sample, BLOCK)).toEqual([]);
});

it.each<[string, (page: Page) => Promise<unknown>]>([
  ['fewer than three were read', (page) => answer(page, (place) => (place < 2 ? 9 : 0))],
  ['the function is down', (page) => page.route('**/api/views/**', (route) => route.abort())],
  [
    'it answers nonsense',
    (page) => page.route('**/api/views/**', (route) => route.fulfill({ body: '{"counts":7}' })),
  ],
])('it is not there where %s', async (_, prepare) => {
  const { page, errors } = await open('about:blank', DESKTOP);
  await prepare(page);
  await page.goto(sample, { waitUntil: 'networkidle' });
  expect(await page.locator(BLOCK).isVisible()).toBe(false);
  expect(errors.filter((error) => !error.includes('ERR_FAILED'))).toEqual([]);
});

it('nor without a script, and a bureau that does not ask for it has not a byte of it', async () => {
  const { page } = await open(sample, { javaScriptEnabled: false });
  expect(await page.locator(BLOCK).isVisible()).toBe(false);
  const other = await open(inject('other'));
  expect(await other.page.content()).not.toContain('popular');
});
