/** The preview shows an article's entry in its list and on the home page as readers will find it, at both widths. */
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText, SETTINGS } from '../../support/a-bureau.ts';
import { openDesk, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { useBrowser } from '../support/page.ts';

const open = useBrowser();
const SHOTS = process.env['DESK_SHOTS'];
const DAYS = Array.from({ length: 18 }, (_, index) => String(index + 11));
const TITLE = '关于开展冬季供暖设施安全检查的通知';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({
    'content/site.yaml': SETTINGS['content/site.yaml'].replace(
      'home: []',
      'home:\n  - { column: tz, style: headlines, count: 5 }\n',
    ),
    'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n- { slug: dt, name: 工作动态 }\n',
    ...Object.fromEntries(
      DAYS.map((day) => [
        `content/articles/2026/202610${day}-old.md`,
        aText(`2026-10-${day}`, [], `${day}日的正文。`).replace('测试', `${day}日的通知`),
      ]),
    ),
    'content/articles/2026/20261015-mine.md': aText('2026-10-15 09:00', ['draft: true']).replace(
      '测试',
      TITLE,
    ),
    'content/articles/2026/20261102-theirs.md': aText('2026-11-02', ['draft: true']).replace(
      '测试',
      '别人的草稿',
    ),
  });
}, 120_000);
afterAll(() => desk.close());

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe:not(.coming)');

it('the list begins at the entry, which is framed; no mark of a draft, no draft of others', async () => {
  const { page, errors } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  await page.getByText(TITLE).first().click();
  const preview = page.getByRole('region', { name: '预览' });
  await frameOf(page).getByRole('heading', { name: TITLE }).waitFor();
  await preview.getByRole('button', { name: '列表' }).focus();
  await page.keyboard.press('Enter');
  const entry = frameOf(page).locator('#desk-entry');
  await entry.waitFor();
  expect(await entry.locator('a').first().innerText()).toBe(TITLE);
  expect(await entry.locator('wbr').count()).toBeGreaterThan(0);
  expect(await entry.evaluate((node) => getComputedStyle(node).outlineStyle)).toBe('solid');
  expect(await entry.innerText()).toContain('2026-10-15');
  expect(await entry.innerText()).not.toContain('草稿');
  expect(await frameOf(page).getByText('别人的草稿').count()).toBe(0);
  expect(await frameOf(page).locator('.preview-problems').count()).toBe(0);
  await expect
    .poll(() =>
      entry.evaluate((node) => {
        const { top, bottom } = node.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight && scrollY > 0;
      }),
    )
    .toBe(true);
  expect(await violations(page)).toEqual([]);
  await shot(page, 'entry-list');
  await preview.getByRole('button', { name: '电脑' }).click();
  await expect.poll(() => entry.evaluate(() => innerWidth).catch(() => 0)).toBe(1280);
  await shot(page, 'entry-list-computer');
  expect(errors.filter((error) => !error.includes('sandboxed'))).toEqual([]);
}, 120_000);

it('whoever writes beside a list or the home page keeps the keyboard when that comes anew', async () => {
  const { page } = await open(await desk.newAddress(), { viewport: { width: 1366, height: 768 } });
  await page.getByText('28日的通知').first().click();
  const text = page.getByRole('textbox', { name: '正文' });
  await text.waitFor();
  for (const name of ['列表', '首页']) {
    await page.getByRole('region', { name: '预览' }).getByRole('button', { name }).click();
    const place = name === '首页' ? '.home' : '.column-page';
    await frameOf(page).locator(`${place} #desk-entry`).waitFor();
    await page.evaluate(() => document.querySelector('.stage iframe')?.setAttribute('title', ''));
    await text.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(`${name}以前。`);
    const anew = page.frameLocator('iframe[title="预览页面"]:not(.coming)');
    await anew.locator(`${place} #desk-entry`).waitFor();
    await page.keyboard.type('以后。');
    expect(await text.innerText()).toContain(`${name}以前。以后。`);
  }
}, 120_000);

it('says that the home page has it not, and shows it there once it has', async () => {
  const { page } = await open(await desk.newAddress(), { viewport: { width: 1366, height: 768 } });
  await page.getByText(TITLE).first().click();
  const preview = page.getByRole('region', { name: '预览' });
  await preview.getByRole('button', { name: '首页' }).click();
  await preview.getByText('首页上没有它：首页只放每个栏目最新的几篇，它排在后面。').waitFor();
  await frameOf(page).locator('.home').getByText('28日的通知').first().waitFor();
  expect(await violations(page)).toEqual([]);
  await shot(page, 'entry-home-not');
  await page
    .getByRole('group', { name: /发布日期/ })
    .getByLabel('日期', { exact: true })
    .fill('2026-11-01');
  await page.keyboard.press('Control+s');
  const entry = frameOf(page).locator('#desk-entry');
  await entry.waitFor();
  expect(await entry.locator('a').first().innerText()).toBe(TITLE);
  await expect.poll(() => preview.getByRole('status').innerText()).toBe('');
  await shot(page, 'entry-home');

  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('tab', { name: '预览' }).click();
  await preview.getByRole('button', { name: '列表' }).click();
  await frameOf(page).getByRole('heading', { name: '通知公告' }).waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await violations(page)).toEqual([]);
  await shot(page, 'entry-360');
}, 120_000);
