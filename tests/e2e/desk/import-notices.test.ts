/** What a clerk is told of a Word file that is taken in: a title that is not known, a date that is too old, a form. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { p, table, TITLE, wordFile } from '../../support/word-files.ts';
import { openDesk, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { useBrowser } from '../support/page.ts';

const open = useBrowser();

let desk: Desk;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-notices-'));
  desk = await openDesk({});
}, 120_000);
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true });
});

async function importFile(page: Page, name: string, body: string): Promise<void> {
  await writeFile(join(folder, name), wordFile({ body }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入 Word 文件' }).click();
  await (await chooser).setFiles(join(folder, name));
  await page.getByRole('dialog').getByRole('button', { name: '导入' }).click();
  await page.getByRole('textbox', { name: '正文' }).waitFor();
}

it('a title that is not known is asked for, and a form says what became of it', async () => {
  const { page } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  const form = table(
    [
      ['姓名', '', '性别', ''],
      ['工作单位', '', '电话', ''],
    ],
    {
      '0,1': '<w:gridSpan w:val="2"/>',
      '0,3': '<w:gridSpan w:val="3"/>',
      '1,0': '<w:gridSpan w:val="2"/>',
      '1,1': '<w:gridSpan w:val="3"/>',
    },
  );
  await importFile(page, '新建文档.docx', p('请按下表填写。') + p('一人一份。') + form);
  const said = page.locator('#notices');
  await said.getByText(/还有 \d+ 条，点开看/).click();
  await said.getByText('认不出标题，标题先空着，请写上。文件名是「新建文档.docx」。').waitFor();
  await said.getByText('“姓名： 性别：”一段：这是一张填写用的表').waitFor();
  expect(await page.getByRole('textbox', { name: '标题' }).inputValue()).toBe('');
  await page.getByText('先填：标题').waitFor();
  expect(await violations(page)).toEqual([]);
}, 120_000);

it('a date that is too old is told below it and before it is published, until it is mended', async () => {
  const { page } = await open(await desk.newAddress(), { viewport: { width: 1366, height: 768 } });
  const dated = p('2020年3月2日 来源：办公室', '<w:jc w:val="center"/>');
  await importFile(page, '通知.docx', TITLE + dated + p('各单位要抓好落实。'));
  await page.locator('#notices').getByText('检查时算日期弄虚作假').waitFor();
  const hint = page.locator('.hint');
  expect(await hint.innerText()).toContain('发布日期 2020-03-02 太早：今天发布的，最早写 ');
  const main = page.getByRole('button', { name: '保存到本机' });
  await main.click();
  const dialog = page.getByRole('dialog');
  expect(await dialog.innerText()).toContain('发布日期 2020-03-02 太早');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: '取消' }).click();
  await page.getByLabel('日期', { exact: true }).first().fill('2099-01-01');
  await hint.waitFor({ state: 'hidden' });
}, 120_000);

it('of several files it is told which is on its way, and what is said of each stands below its name', async () => {
  const { page } = await open(await desk.newAddress(), { viewport: { width: 1366, height: 768 } });
  const names = ['甲.docx', '乙.docx'];
  for (const name of names)
    await writeFile(join(folder, name), wordFile({ body: TITLE + p('各单位要抓好落实。') }));
  let goOn = (): void => undefined;
  const held = new Promise<void>((done) => (goOn = done));
  await page.route('**/api/import*', async (route) => {
    await held;
    await route.continue();
  });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入 Word 文件' }).click();
  await (await chooser).setFiles(names.map((name) => join(folder, name)));
  await page.getByRole('dialog').getByRole('button', { name: '导入' }).click();
  const said = page.locator('#notices');
  await said.getByText(/正在导入，第 1 个，一共 2 个：甲\.docx　已用 \d+ 秒/).waitFor();
  goOn();
  await said.locator('strong').getByText('「甲.docx」已经导入。').waitFor();
  expect(await said.locator('strong').allTextContents()).toEqual(
    names.map((name) => `「${name}」已经导入。`),
  );
}, 120_000);
