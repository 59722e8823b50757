/** 写稿台 as a clerk uses it: a Word file becomes a published article, without a terminal and without Markdown. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { list, numbered, p, TITLE, wordFile } from '../../support/word-files.ts';
import { openDesk, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';
import { useBrowser } from '../support/page.ts';

const open = useBrowser();
const OLD = 'content/articles/2026/20261101-old.md';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk({ [OLD]: aText('2026-11-01', [], '原来的正文。') });
}, 120_000);
afterAll(() => desk.close());

it('a Word file is imported, mended, seen and published', async () => {
  const { folder, git } = desk;
  const { page, errors } = await open(desk.address, { viewport: { width: 1366, height: 768 } });
  await page.getByText('测试').first().waitFor();
  expect(await violations(page)).toEqual([]);

  const numbering = `${list(0, [
    ['chineseCounting', '%1、'],
    ['chineseCounting', '（%2）'],
  ])}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
  const body = [
    TITLE,
    p('总体要求', numbered(1)),
    p('坚持节约。'),
    p('推进改造。', numbered(1, 1)),
  ];
  await writeFile(join(folder, '通知.docx'), wordFile({ numbering, body: body.join('') }));
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: '导入 Word 文件' }).click();
  await (await chooser).setFiles(join(folder, '通知.docx'));
  await page.getByRole('dialog').getByRole('button', { name: '导入' }).click();

  const text = page.getByRole('textbox', { name: '正文' });
  await text.waitFor();
  expect(await text.locator('h2, p').allInnerTexts()).toEqual([
    '一、总体要求',
    '坚持节约。',
    '（一）推进改造。',
  ]);
  expect(await violations(page)).toEqual([]);
  await page.getByRole('tab', { name: '源文件' }).click();
  const source = page.getByRole('textbox', { name: '源文件' });
  await source.waitFor();
  expect(await source.inputValue()).toContain(
    '## 一、总体要求\n\n坚持节约。\n\n（一）推进改造。\n',
  );
  expect(await violations(page)).toEqual([]);
  await source.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('特此通知。');
  await page.keyboard.press('Control+s');
  await page
    .getByText(/^已保存/)
    .first()
    .waitFor();
  const names = await readdir(join(folder, 'content/articles/2026'));
  const name = names.find((each) => each.includes('jie-neng')) ?? '';
  const file = join(folder, 'content/articles/2026', name, 'index.md');
  expect(await readFile(file, 'utf8')).toContain('（一）推进改造。\n特此通知。');

  const preview = page.frameLocator('iframe:not(.coming)');
  await preview.getByText('特此通知。').waitFor();
  expect(await preview.locator('h1').innerText()).toBe('关于做好节能工作的通知');

  const button = page.getByRole('button', { name: '保存到本机' });
  await button.click();
  await page.getByRole('dialog').getByRole('button', { name: '保存到本机' }).click();
  await page.getByText('已记入本机的版本记录。').waitFor();
  expect(git('log', '-1', '--format=%an %s')).toBe('李若谷 发布：关于做好节能工作的通知');
  expect(git('status', '--porcelain', '--', 'content')).toBe('');
  expect(await readFile(file, 'utf8')).not.toContain('draft');
  expect(errors.filter((error) => !error.includes('sandboxed'))).toEqual([]);
}, 120_000);

it('what somebody else wrote meanwhile is shown beside what was typed', async () => {
  const { page } = await open(await desk.newAddress(), { viewport: { width: 1366, height: 768 } });
  await page.getByText('测试').first().click();
  const text = page.getByRole('textbox', { name: '正文' });
  await text.getByText('原来的正文。').click();
  const file = join(desk.folder, OLD);
  await writeFile(file, aText('2026-11-01', [], '别人的正文。'));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('我的正文。');
  await page.getByRole('dialog').waitFor();
  expect(await page.getByRole('dialog').innerText()).toContain('别人的正文。');
  expect(await violations(page)).toEqual([]);
  expect(await readFile(file, 'utf8')).toContain('别人的正文。');
  await page.getByRole('button', { name: '用我的' }).click();
  await expect.poll(() => readFile(file, 'utf8')).toContain('我的正文。');
}, 120_000);
