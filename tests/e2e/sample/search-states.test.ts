/** No state of the search page has an axe violation, and each is announced. */
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, inject, it } from 'vitest';
import { useContext } from '../support/context.ts';
import { PHONE } from '../support/page.ts';

const SEARCH = `${inject('sample')}search/`;
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const context = useContext({ ...PHONE, bypassCSP: true });
let page: Page;

beforeEach(async () => {
  page = await context.newPage();
});

afterEach(async () => {
  await page.context().setOffline(false);
  await page.close();
});

const ask = (query: string) => page.goto(`${SEARCH}?q=${encodeURIComponent(query)}`);

async function type(query: string): Promise<void> {
  await page.goto(SEARCH);
  await page.getByRole('searchbox', { name: '要找的字' }).fill(query);
}

const STATES: [state: string, reach: () => Promise<unknown>, announced: RegExp][] = [
  ['idle', () => page.goto(SEARCH), /^$/],
  ['titles suggested', () => type('节能'), /^$/],
  [
    'loading',
    async () => {
      await page.route('**/pagefind/**/*.d', () => undefined);
      await ask('节能');
    },
    /^正在搜索……$/,
  ],
  ['results', () => ask('节能'), /^找到 \d+ 篇/],
  ['nothing found', () => ask('火星基地'), /^没有找到含有“火星基地”的内容。/],
  [
    'a day without articles',
    () => ask('19990101'),
    /^1999年1月1日没有发布稿件，也没有稿件写到。（“19990101”按1999年1月1日查找）/,
  ],
  ['the telephone number', () => ask('局电话'), /“局电话”/],
  ['other searches offered', () => ask('节能 魑魅'), /本站没有含有“魑魅”的页面。$/],
  [
    'broken',
    async () => {
      await page.route('**/pagefind/**/*.d', (route) => route.abort());
      await ask('节能');
    },
    /^搜索暂时打不开，请稍后再试。重试$/,
  ],
  [
    'offline',
    async () => {
      await page.goto(SEARCH);
      await page.waitForLoadState('networkidle');
      await page.context().setOffline(true);
      // What was asked before is in the browser's cache, and the list came with the page.
      await page.getByRole('searchbox', { name: '要找的字' }).fill('视频会议');
      await page.keyboard.press('Enter');
    },
    /^网络断开了，连上以后会自动再搜。重试$/,
  ],
];

it.each(STATES)('%s', async (_, reach, announced) => {
  await reach();
  await expect.poll(() => page.getByRole('status').textContent()).toMatch(announced);
  await page.addScriptTag({ path: axe });
  const violations = await page.evaluate<AxeResults['violations']>(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })
      .then(({ violations }) => violations)`,
  );
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
});

it.each([
  ['局电话', true],
  ['联系电话', true],
  ['电话会议', false],
])('for %s the telephone number is shown: %s', async (query, isShown) => {
  await ask(query);
  await page.waitForFunction(() => document.querySelector('[data-status]')?.textContent !== '');
  const phone = page.locator('[data-phone]').getByRole('link');
  expect(await phone.isVisible()).toBe(isShown);
  // What is hidden is no link to anybody.
  if (isShown) expect(await phone.getAttribute('href')).toBe('tel:09998800000');
});

it.each(['意见征集', '公开征求意见'])(
  '%s finds what is asked, and its state is found',
  async (query) => {
    await ask(query);
    await expect
      .poll(() => page.locator('[data-results] h2').allInnerTexts())
      .toContain('关于区直机关食堂向周边老人开放午餐公开征求意见的公告');
  },
);

it('one office is one source', async () => {
  await page.goto(SEARCH);
  const names = await page.locator('select[name=source] option').allTextContents();
  const offices = names.map((name) => name.trim().replace(/^示例/, ''));
  expect(offices.filter((name) => name.startsWith('自治区机关事务管理局')).length).toBeGreaterThan(
    5,
  );
  expect(offices).toEqual([...new Set(offices)]);
});
