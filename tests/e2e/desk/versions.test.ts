/** 历史版本 as a clerk uses it: what became of a text, in words and marks, and the way back; by keys alone, and on a phone. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { openDesk, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { useBrowser } from '../support/page.ts';

const open = useBrowser();
const ARTICLE = 'content/articles/2026/20261101-plan/index.md';
const FIRST = '各单位要在十一月底前完成改造。\n\n<img src=x onerror=alert(1)>不是图片。';
const SHOTS = process.env['DESK_SHOTS'];

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({
    [ARTICLE]: aText('2026-11-01', ['draft: true'], FIRST),
    'content/articles/2026/20261101-plan/旧表.csv': '甲,乙\n',
  });
  const { folder, git } = desk;
  await writeFile(
    join(folder, ARTICLE),
    aText('2026-11-01', ['draft: true'], FIRST.replace('十一月', '十二月')),
  );
  git('rm', '-q', '--cached', '--', 'content/articles/2026/20261101-plan/旧表.csv');
  git('commit', '-qam', '<b>改期限</b>', '--author', '古丽&lt;娜尔 <gu@example.gov.cn>');
  git('clean', '-qfd', '--', 'content');
}, 120_000);
afterAll(() => desk.close());

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS !== undefined) await page.screenshot({ path: join(SHOTS, `${name}.png`) });
}

it('shows what became of the text, and brings it back without losing what is there', async () => {
  const { page, errors } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  await page.getByText('测试').first().click();
  const text = page.getByRole('textbox', { name: '正文' });
  await text.getByText('各单位要在').click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('逾期的要说明原因。');
  await page.getByRole('button', { name: '历史版本' }).click();
  const dialog = page.getByRole('dialog', { name: '历史版本' });
  const compared = dialog.getByRole('region');
  await compared.getByText('这两个版本一样。').waitFor();
  const words = await dialog
    .getByRole('radio')
    .evaluateAll((all) =>
      all.map((each) => each.closest('label')?.innerText.replaceAll(/\s+/g, ' ').slice(17)),
    );
  expect(words[0]).toContain('保存（和现在一样）');
  expect(words.slice(1).map((each) => each?.trim())).toEqual([
    '提交：<b>改期限</b> 古丽&lt;娜尔',
    '提交：开始 李若谷',
  ]);
  expect(await violations(page)).toEqual([]);

  // By keys alone: the first version has the focus, and arrows go down the list.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await compared.locator('del').first().waitFor();
  await compared.getByText('旧表.csv').waitFor();
  expect(await compared.locator('del').allTextContents()).toEqual([
    '（删去）旧表.csv',
    '（删去）一',
  ]);
  expect(await compared.locator('ins').allTextContents()).toEqual([
    '（新增）二',
    '（新增）逾期的要说明原因。',
  ]);
  expect(await compared.locator('img').count()).toBe(0);
  expect(await compared.innerText()).toContain('<img src=x onerror=alert(1)>不是图片。');
  expect(await violations(page)).toEqual([]);
  await shot(page, 'versions');
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  expect(await dialog.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
  expect(await violations(page)).toEqual([]);
  await shot(page, 'versions-360');
  await page.setViewportSize({ width: 1366, height: 768 });

  // Two of the older ones beside one another.
  await dialog.getByLabel('和它比的').selectOption({ index: 2 });
  await expect.poll(() => compared.locator('ins').allTextContents()).toEqual(['（新增）二']);

  await dialog.getByRole('button', { name: '恢复这个版本' }).focus();
  await page.keyboard.press('Enter');
  const sure = page.getByRole('dialog', { name: '恢复这个版本？' });
  await sure.getByText('旧表.csv').waitFor();
  expect(await violations(page)).toEqual([]);
  await shot(page, 'versions-restore');
  await page.keyboard.press('Enter');
  await page.getByText('已经恢复。').waitFor();
  expect(await text.innerText()).toContain('各单位要在十一月底前完成改造。');
  expect(await readFile(join(desk.folder, ARTICLE), 'utf8')).toBe(
    aText('2026-11-01', ['draft: true'], FIRST),
  );

  await page.getByRole('button', { name: '历史版本' }).click();
  await dialog.getByText('恢复以前的版本（和现在一样）').waitFor();
  await dialog.getByText('保存', { exact: true }).click();
  await compared.getByText('逾期的要说明原因。').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('历史版本');
  expect(errors.filter((error) => !error.includes('sandboxed'))).toEqual([]);
}, 120_000);

it('over what somebody else has written meanwhile nothing is brought back', async () => {
  const { page } = await open(await desk.newAddress(), { viewport: { width: 1366, height: 768 } });
  await page.getByText('测试').first().click();
  await page.getByRole('button', { name: '历史版本' }).click();
  await page.getByRole('dialog').getByText('提交：<b>改期限</b>').first().click();
  const theirs = aText('2026-11-01', ['draft: true'], '别人的正文。');
  await writeFile(join(desk.folder, ARTICLE), theirs);
  await page.getByRole('button', { name: '恢复这个版本' }).click();
  await page.getByRole('button', { name: '恢复', exact: true }).click();
  await page.getByText('没有办成：这篇稿件在别处改过').waitFor();
  expect(await readFile(join(desk.folder, ARTICLE), 'utf8')).toBe(theirs);
}, 120_000);
