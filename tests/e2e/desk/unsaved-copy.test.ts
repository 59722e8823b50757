/** A text that could not be saved is offered again, and never written over what somebody else has saved since. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { useBrowser } from '../support/page.ts';

const open = useBrowser();
const FILE = 'content/articles/2026/20261102-text/index.md';
const TEXT = aText('2026-11-02', ['draft: true'], '第一段的文字。');
const THEIRS = TEXT.replace('第一段的文字。', '别人改过的文字。');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ [FILE]: TEXT });
}, 120_000);
afterAll(() => desk.close());

it('both are shown, and nothing is lost before one of them is chosen', async () => {
  const { page } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  const isSaving = (method: string): boolean => method === 'PUT';
  await page.route('**/api/articles/*', (route) =>
    isSaving(route.request().method()) ? route.abort() : route.continue(),
  );
  await page.getByText('测试').first().click();
  const body = page.getByRole('textbox', { name: '正文' });
  await body.getByText('第一段的文字。').click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('没有保存的一句。');
  await page
    .getByText(/^没有保存/)
    .first()
    .waitFor();
  page.on('dialog', (dialog) => void dialog.accept());
  await writeFile(join(desk.folder, FILE), THEIRS);
  await page.unroute('**/api/articles/*');
  await page.reload();
  await page.getByRole('button', { name: '恢复', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('别人改过的文字。').first().waitFor();
  expect(await dialog.innerText()).toContain('没有保存的一句。');
  expect(await readFile(join(desk.folder, FILE), 'utf8')).toBe(THEIRS);
});
