/** 定时、失效、置顶、移动: each says beforehand what readers will see, and does that. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { launchBrowser } from '../../support/browser.ts';
import { openDesk, openText, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';

const YEAR = 'content/articles/2026';
const FUTURE = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);

let desk: Desk;
let browser: Browser;
let page: Page;
let dialog: Locator;

beforeAll(async () => {
  desk = await openDesk({
    'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n- { slug: dt, name: 工作动态 }\n',
    [`${YEAR}/20260101-draft.md`]: aText('2026-01-01', ['draft: true']),
    [`${YEAR}/20260104-other.md`]: aText('2026-01-04', ['draft: true']),
    [`${YEAR}/20260102-live.md`]: aText('2026-01-02'),
  });
  browser = await launchBrowser();
  const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  page = await context.newPage();
  dialog = page.getByRole('dialog');
  await page.goto(desk.address);
  await page.getByText('测试').first().waitFor();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
});

/** Opens an article and begins a step. */
async function begin(id: string, words: string): Promise<void> {
  await openText(page, desk, id);
  await page.getByText('更多', { exact: true }).click();
  await page.getByRole('button', { name: words, exact: true }).click();
  await dialog.waitFor();
  expect(await violations(page)).toEqual([]);
}
const field = async (id: string, name: string): Promise<string | undefined> => {
  const year = id.slice(0, 4);
  const path = join(desk.folder, 'content/articles', year, `${id}.md`);
  const text = await readFile(path, 'utf8');
  return new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];
};
const confirm = (): Promise<void> => dialog.getByRole('button').last().click();
const isDone = (): Promise<void> => page.getByText('已记入本机的版本记录。').waitFor();
const lastCommit = (): string => desk.git('show', '--format=', '--name-only', 'HEAD');
const status = (): string => desk.git('status', '--porcelain', '--', 'content/articles');

it('定时: a draft is given a moment, and readers get it then', async () => {
  await begin('20260101-draft', '定时发布');
  await dialog.getByLabel(/日期/).fill('2026-01-05');
  await confirm();
  await dialog.getByText(/要写以后的时间/).waitFor();
  await dialog.getByLabel(/日期/).fill(FUTURE);
  await dialog.getByLabel(/时间（北京时间）/).fill('09:30');
  await dialog
    .getByText(`到 ${FUTURE} 09:30，读者才在列表、搜索里看到它，网址才打得开。`)
    .waitFor();
  await confirm();
  await isDone();
  await page.locator('.where-it-stands').getByText('定时').waitFor();
  // Its name, which is its address, is of the day on which readers get it.
  const id = `${FUTURE.replaceAll('-', '')}-draft`;
  expect(page.url()).toContain(`#/${id}`);
  expect(await field(id, 'date')).toBe(`${FUTURE} 09:30`);
  expect(await field(id, 'draft')).toBeUndefined();
  expect(status()).toBe('');
  expect(desk.git('ls-files', 'content/articles')).not.toContain('20260101-draft');
});

it('失效: a draft stays one', async () => {
  await begin('20260104-other', '失效日期');
  await dialog.getByLabel(/日期/).fill('2026-01-05');
  await dialog.getByText(/要写以后的时间/).waitFor();
  await dialog.getByLabel(/日期/).fill(FUTURE);
  await confirm();
  await page.getByText('失效日期已经写好，和稿件一起发布。').waitFor();
  expect(await field('20260104-other', 'expires')).toBe(`${FUTURE} 08:00`);
  expect(await field('20260104-other', 'draft')).toBe('true');
  desk.git('checkout', '-q', `${YEAR}/20260104-other.md`);
});

it('失效: says from when on its address leads nowhere', async () => {
  await begin('20260102-live', '失效日期');
  await dialog.getByLabel(/日期/).fill(FUTURE);
  await dialog.getByText(`到 ${FUTURE} 08:00，它从列表、搜索里去掉，网址打不开。`).waitFor();
  await confirm();
  await isDone();
  expect(await field('20260102-live', 'expires')).toBe(`${FUTURE} 08:00`);
  expect([lastCommit(), status()]).toEqual([`${YEAR}/20260102-live.md`, '']);
});

it('置顶: stands first in its column, and is taken back', async () => {
  await begin('20260102-live', '置顶');
  await dialog.getByText('读者在栏目「通知公告」列表的最前面看到它，标着“置顶”。').waitFor();
  await confirm();
  await isDone();
  expect(await field('20260102-live', 'pinned')).toBe('true');
  await begin('20260102-live', '置顶');
  await dialog.getByText('它回到栏目「通知公告」列表里按日期该在的地方。').waitFor();
  await confirm();
  await isDone();
  expect(await field('20260102-live', 'pinned')).toBeUndefined();
});

it('移动: another column and address, and the old one leads there', async () => {
  await begin('20260102-live', '移到别的栏目');
  await dialog.getByText('原来的网址还打得开，自动转到新的。').waitFor();
  expect(await dialog.getByLabel('移到').locator('option').allInnerTexts()).toEqual(['工作动态']);
  await confirm();
  await isDone();
  expect(await field('20260102-live', 'category')).toBe('工作动态');
  const crumbs = page.frameLocator('iframe:not(.coming)').locator('main');
  await crumbs.getByText('工作动态').first().waitFor();
  const ledger = await readFile(join(desk.folder, 'content/addresses.tsv'), 'utf8').catch(() => '');
  const text = await readFile(join(desk.folder, YEAR, '20260102-live.md'), 'utf8');
  expect(ledger + text).toContain('/tz/');
  expect(status()).toBe('');
});
