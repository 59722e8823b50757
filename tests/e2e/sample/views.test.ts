/** 浏览次数 on the page: a number, or a dash. */
import { expect, inject, it } from 'vitest';
import { readerAgent, useBrowser } from '../support/page.ts';
import { answerLate, layoutShifts } from '../support/late-views.ts';

const sample = inject('sample');
const open = useBrowser();
const NUMBER = '[data-view-count] [data-number]:text-matches("[0-9]")';
const ARTICLE = `${sample}xwzx/dfdt/202611/20261112-shihe-farm-produce/`;

it('another reader raises the number, the same one does not', async () => {
  const first = await open(ARTICLE, { userAgent: readerAgent('first') });
  const number = async (page: typeof first.page): Promise<number> =>
    Number(await page.locator(NUMBER).innerText());
  expect(await number(first.page)).toBe(1);
  await first.page.reload({ waitUntil: 'networkidle' });
  expect(await number(first.page)).toBe(1);
  const second = await open(ARTICLE, { userAgent: readerAgent('second') });
  expect(await number(second.page)).toBe(2);
});

it.each([
  ['down', (route: { abort(): Promise<void> }) => route.abort()],
  [
    'answering nonsense',
    (route: { fulfill(answer: { body: string }): Promise<void> }) =>
      route.fulfill({ body: '{"n":"NaN"}' }),
  ],
])('with the function %s a dash stands for it', async (_, answer) => {
  const { page } = await open(sample);
  await page.route('**/api/views/**', answer);
  await page.goto(ARTICLE, { waitUntil: 'networkidle' });
  expect(await page.getByText('浏览次数：—').isVisible()).toBe(true);
});

it.each([
  ['a phone', 360, 8],
  ['a phone', 360, 12_345_678],
  ['a desktop', 1440, 8],
  ['a desktop', 1440, 12_345_678],
])('on %s %i wide the number %i moves nothing', { retry: 2 }, async (_, width, views) => {
  const { page } = await open('about:blank', { viewport: { width, height: 740 } });
  await answerLate(page, () => views);
  expect(await layoutShifts(page, ARTICLE, NUMBER)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
});

it('a bureau that does not want numbers in lists has no label and no script for them', async () => {
  const { page, requests } = await open(`${sample}xwzx/gzdt/`);
  expect(await page.locator('[data-view-counts], [data-view-api]').count()).toBe(0);
  expect(requests.filter((url) => url.includes('/api/'))).toEqual([]);
});
