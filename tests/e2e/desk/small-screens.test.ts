/** The desk where there is little room: what is written, what sends it, and its preview are on the first screen. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { launchBrowser } from '../../support/browser.ts';
import { p, wordFile } from '../../support/word-files.ts';
import { openDesk, openText, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';

const LONG = Array.from({ length: 20 }, (_, index) => `第${index + 1}段写着一句话。`).join('\n\n');
let desk: Desk;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  desk = await openDesk({
    'content/articles/2026/20260102-long.md': aText('2026-01-02', ['draft: true'], LONG),
  });
  browser = await launchBrowser();
  page = await (await browser.newContext()).newPage();
  await page.goto(desk.address);
  await page.getByText('测试').first().waitFor();
}, 120_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
});

/** Whether all of it is in the window. */
async function isInView(what: Locator): Promise<boolean> {
  const box = await what.boundingBox();
  const height = page.viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

it('360 px: the buttons that send stay, a few tools stand for all, and the preview begins on the first screen', async () => {
  await page.setViewportSize({ width: 360, height: 640 });
  await openText(page, desk, '20260102-long');
  const send = page.getByRole('button', { name: '保存到本机' });
  expect(await isInView(send)).toBe(true);
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  expect(await isInView(send)).toBe(true);
  await page.evaluate(() => scrollTo(0, 0));
  const rare = page.getByRole('button', { name: '脚注' });
  expect(await rare.isVisible()).toBe(false);
  await page.getByRole('button', { name: '更多工具' }).press('Enter');
  expect(await rare.isVisible()).toBe(true);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: '收起工具' }).press('Enter');
  expect(await rare.isVisible()).toBe(false);
  await page.getByText('更多', { exact: true }).press('Enter');
  expect(await isInView(page.getByRole('button', { name: '定时发布' }))).toBe(true);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: '预览' }).click();
  const stage = await page.locator('.stage').boundingBox();
  expect(stage?.y).toBeLessThan(320);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
}, 120_000);

it('1366 × 768: what is said of an import is folded behind one line, and the text is there', async () => {
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.goto(new URL('/#/', desk.address).href);
  const folder = await mkdtemp(join(tmpdir(), 'word-'));
  const file = join(folder, '节能.docx');
  await writeFile(file, wordFile({ body: p('各单位要关好门窗。'), header: p('内部资料') }));
  const chosen = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入 Word 文件' }).click();
  await (await chosen).setFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: '导入', exact: true }).click();
  const more = page.getByText(/^还有 \d+ 条，点开看$/);
  await more.waitFor();
  const text = page.getByRole('textbox', { name: '正文' }).getByText('各单位要关好门窗。');
  expect(await isInView(text)).toBe(true);
  expect(await page.getByText(/页眉页脚没有带入/).isVisible()).toBe(false);
  await more.click();
  await page.getByText(/页眉页脚没有带入/).waitFor();
  expect(await violations(page)).toEqual([]);
  await rm(folder, { recursive: true });
}, 120_000);
