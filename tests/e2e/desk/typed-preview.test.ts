/** The page follows the keys before anything is saved. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { useBrowser } from '../support/page.ts';

const open = useBrowser();
const FILE = 'content/articles/2026/20261102-text/index.md';
const TEXT = aText('2026-11-02', ['draft: true'], '第一段的文字。\n\n第二段的文字。');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    [FILE]: TEXT,
    'content/articles/2026/20261101-faulty.md': aText('2026-11-01', [], '![](没有.jpg)').replace(
      '测试',
      '别的稿件',
    ),
  });
}, 120_000);
afterAll(() => desk.close());

const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe:not(.coming)');

it('the page shows what is typed while the file is what it was', async () => {
  const { page, errors } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  // Nothing is saved here but when it is asked for.
  let isKept = true;
  const held: (() => void)[] = [];
  await page.route('**/api/articles/*', async (route) => {
    if (isKept && route.request().method() === 'PUT')
      await new Promise<void>((go) => held.push(go));
    await route.continue();
  });
  await page.getByText('测试').first().click();
  await frameOf(page).getByText('第二段的文字。').waitFor();
  const body = page.getByRole('textbox', { name: '正文' });
  await body.getByText('第二段的文字。').click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('后来的一句。');
  await frameOf(page).getByText('第二段的文字。后来的一句。').waitFor();
  // Faster than a page is made.
  for (let key = 0; key < 20; key += 1) await page.keyboard.insertText('快');
  await frameOf(page)
    .getByText(`后来的一句。${'快'.repeat(20)}`)
    .waitFor();
  for (let key = 0; key < 20; key += 1) await page.keyboard.press('Backspace');
  // What is wrong with other texts is told in the list.
  expect(await frameOf(page).locator('.preview-problems').count()).toBe(0);
  await page.getByRole('textbox', { name: '标题' }).fill('改过的标题');
  await frameOf(page).getByRole('heading', { name: '改过的标题' }).waitFor();
  expect(await readFile(join(desk.folder, FILE), 'utf8')).toBe(TEXT);
  isKept = false;
  for (const go of held) go();
  await page.keyboard.press('Control+s');
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
  expect(await readFile(join(desk.folder, FILE), 'utf8')).toBe(
    TEXT.replace('测试', '改过的标题').replace('第二段的文字。', '第二段的文字。后来的一句。'),
  );
  expect(await frameOf(page).getByRole('heading', { level: 1 }).innerText()).toBe('改过的标题');
  expect(await frameOf(page).locator('.preview-problems').count()).toBe(0);
  // Without a title there is no page: the last one stays.
  const answered = page.waitForResponse(/\/unsaved$/);
  await page.getByRole('textbox', { name: '标题' }).fill('');
  expect(await (await answered).json()).toEqual({});
  expect(await frameOf(page).getByRole('heading', { level: 1 }).innerText()).toBe('改过的标题');
  // Where the page is not seen nothing follows, and what is saved is there once it is.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.getByRole('textbox', { name: '标题' }).fill('再改的标题');
  await page.keyboard.press('Control+s');
  await expect.poll(() => readFile(join(desk.folder, FILE), 'utf8')).toContain('再改的标题');
  await page.getByRole('tab', { name: '预览' }).click();
  await frameOf(page).getByRole('heading', { name: '再改的标题' }).waitFor();
  expect(errors.filter((error) => !error.includes('sandboxed'))).toEqual([]);
});
