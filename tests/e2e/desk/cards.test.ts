/** Components as a clerk has them: changed in a form, put in, taken out, and in the source where no form can hold them. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { launchBrowser } from '../../support/browser.ts';
import { openDesk, openText, savedBody, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';

const YEAR = 'content/articles/2026';
const CALLOUT = "<Callout   title='提示'>\n\n带好*证件*。\n\n</Callout>";
const BODY = `第一段  。\n\n${CALLOUT}\n\n第二段。\n\n<Callout title={甲}>\n\n乙\n\n</Callout>\n`;

const ROW = '第一段。\n\n<Callout>\n\n甲。\n\n</Callout>\n';

let desk: Desk;
let browser: Browser;
let page: Page;
let dialog: Locator;

beforeAll(async () => {
  desk = await openDesk({
    [`${YEAR}/20261102-cards/index.mdx`]: aText('2026-11-02', [], BODY.trimEnd()),
    [`${YEAR}/20261101-row/index.mdx`]: aText('2026-11-01', [], ROW.trimEnd()),
    [`${YEAR}/20261103-plain.md`]: aText('2026-11-03', ['draft: true'], '第一段。\n\n- 甲'),
    [`${YEAR}/20261104-signs.md`]: aText('2026-11-04', ['draft: true'], '填写 {姓名}。'),
  });
  await writeFile(join(desk.folder, YEAR, '20261101-row/表.csv'), '甲,乙\n1,2\n');
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

const open = (id: string): Promise<void> => openText(page, desk, id);
const saved = (file: string): Promise<string> => savedBody(page, desk, `${YEAR}/${file}`);
const confirm = (): Promise<void> => dialog.getByRole('button').last().click();

it('a component is changed in its form, and no byte beside it', async () => {
  await open('20261102-cards');
  const card = page.locator('.card').first();
  expect(await card.innerText()).toContain('提示框 提示标题：提示');
  await card.getByRole('button', { name: '修改' }).focus();
  await page.keyboard.press('Enter');
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('提示标题').fill('温馨提示');
  await dialog.getByLabel('里面的文字').fill('带好{证件}。');
  await page.keyboard.press('Control+Enter');
  await confirm();
  await dialog.getByText(/不能有尖括号/).waitFor();
  await dialog.getByLabel('里面的文字').fill('带好*证件*，早点来。');
  await confirm();
  const wanted = BODY.replace("'提示'", '"温馨提示"').replace('证件*。', '证件*，早点来。');
  expect(await saved('20261102-cards/index.mdx')).toBe(wanted);
  await page.getByRole('button', { name: '撤销' }).click();
  expect(await saved('20261102-cards/index.mdx')).toBe(BODY);
});

it('what no form can hold leads to its place in the source', async () => {
  await open('20261102-cards');
  const card = page.locator('.card').nth(1);
  expect(await card.innerText()).toContain('这一块在“源文件”里改');
  expect(await card.getByRole('button', { name: '修改' }).count()).toBe(0);
  await card.getByRole('button', { name: '源文件' }).click();
  const source = page.getByRole('textbox', { name: '源文件' });
  await source.waitFor();
  const chosen = await source.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(chosen).toBe('<Callout title={甲}>');
});

it('one is put in and taken out', async () => {
  await open('20261101-row');
  await page.getByRole('button', { name: '组件', exact: true }).click();
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('哪一种').selectOption('数据表格');
  await confirm();
  await dialog.getByLabel('表格文件名').waitFor();
  await confirm();
  await dialog.getByText('数据表格：填上“表格文件名”。').waitFor();
  await dialog.getByLabel('表格文件名').selectOption('表.csv');
  await dialog.getByLabel('表格名称').fill('各地用电量');
  await confirm();
  const table = '<CsvTable file="表.csv" caption="各地用电量" />';
  expect(await saved('20261101-row/index.mdx')).toContain(`${table}\n`);
  await page.frameLocator('iframe:not(.coming)').getByText('各地用电量').first().waitFor();
  const card = page.locator('.card').filter({ hasText: '各地用电量' });
  await card.getByRole('button', { name: '删除' }).click();
  expect(await saved('20261101-row/index.mdx')).toBe(ROW);
});

it('an article that has none yet becomes one that may, its text as it was', async () => {
  await open('20261103-plain');
  await page.getByText('第一段。').first().click();
  await page.getByRole('button', { name: '组件', exact: true }).click();
  await dialog.getByLabel('哪一种').selectOption('提示框');
  await confirm();
  await dialog.getByLabel('里面的文字').fill('带好证件。');
  await confirm();
  await page.locator('.card').waitFor();
  expect(await saved('20261103-plain/index.mdx')).toBe(
    '第一段。\n\n<Callout>\n\n带好证件。\n\n</Callout>\n\n- 甲\n',
  );
});

it('where that would change the text it says so', async () => {
  await open('20261104-signs');
  await page.getByRole('button', { name: '组件', exact: true }).click();
  await dialog.getByLabel('哪一种').selectOption('提示框');
  await confirm();
  await dialog.getByLabel('里面的文字').fill('带好证件。');
  await confirm();
  await page.getByText(/正文里“填写 \{姓名\}。”这一处/).waitFor();
  expect(await page.locator('.card').count()).toBe(0);
});

it('a phone shows all of a form', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  await open('20261102-cards');
  await page.locator('.card').first().getByRole('button', { name: '修改' }).click();
  await dialog.getByLabel('里面的文字').waitFor();
  expect(await dialog.evaluate((node) => node.scrollWidth <= node.clientWidth)).toBe(true);
  expect(await violations(page)).toEqual([]);
});
