/** The editor of a body as a clerk uses it: Chinese by an input method, tables, pictures, the keyboard alone, a phone. */
import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { launchBrowser } from '../../support/browser.ts';
import { editorPage } from '../support/body-editor.ts';
import type { EditorPage } from '../support/body-editor.ts';
import { openDesk, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';

const BODY = `第一段的文字。

这里有**加粗的字**在中间。

## 小标题

- 第一项
- 第二项

| 名称 | 数量 |
| --- | ---: |
| 甲 | 1 |
`;
const CLIENT = new URL('../../../src/desk/client/', import.meta.url);
const FILE = 'content/articles/2026/20261102-text/index.md';
const EMPTY = 'content/articles/2026/20261103-empty/index.md';
const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC';

let desk: Desk;
let browser: Browser;
let editor: EditorPage;
let page: Page;
let body: Locator;

beforeAll(async () => {
  desk = await openDesk({
    [FILE]: aText('2026-11-02', [], BODY),
    [EMPTY]: aText('2026-11-03', [], ''),
  });
  browser = await launchBrowser();
  editor = await editorPage(browser, desk);
  ({ page, body } = editor);
}, 120_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
});

describe('words of an input method come in once, and nothing else changes', () => {
  it.each([
    ['in a paragraph', '第一段', 3, '第一段的', '第一段你好的'],
    ['at the beginning of one', '第一段', 0, '第一段', '你好第一段'],
    ['in bold type', '加粗的字', 2, '加粗的字', '加粗你好的字'],
    ['behind it', '在中间', 0, '加粗的字**', '加粗的字你好**'],
    ['in a heading', '小标题', 3, '小标题', '小标题你好'],
    ['in a list', '第二项', 3, '第二项', '第二项你好'],
  ])('%s', async (_, words, offset, before, after) => {
    await editor.openFresh(FILE, BODY);
    await editor.caretAt(words, offset);
    await editor.compose('你好');
    expect(await editor.saved(FILE)).toBe(BODY.replace(before, after));
  });

  it('in a cell', async () => {
    await editor.openFresh(FILE, BODY);
    await editor.caretAt('甲', 1);
    await editor.compose('你好');
    const [text = '', table = ''] = (await editor.saved(FILE)).split('\n| 名称');
    expect(text).toBe(BODY.split('\n| 名称')[0]);
    expect(table).toContain('| 甲你好 | 1 |');
  });

  it('in a text that is empty', async () => {
    await editor.openFresh(EMPTY, '');
    await editor.caretAt('', 0);
    await editor.compose('你好');
    expect(await editor.saved(EMPTY)).toBe('你好\n');
  });
});

it('a table gets a row and loses a column, and Tab goes through its cells', async () => {
  await editor.openFresh(FILE, BODY);
  await editor.caretAt('1', 1);
  await page.getByRole('button', { name: '加一行' }).click();
  await page.keyboard.press('Tab');
  await page.keyboard.type('乙');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2');
  expect(await editor.saved(FILE)).toContain('| 甲 | 1 |\n| 乙 | 2 |\n');
  await page.getByRole('button', { name: '删这一列' }).click();
  expect(await editor.saved(FILE)).toContain('| 甲 |\n| 乙 |\n');
});

it('a picture that is dropped asks for its caption, and is shown', async () => {
  await editor.openFresh(FILE, BODY);
  await body.getByText('第一段').evaluate((target, bytes) => {
    const data = new DataTransfer();
    const content = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
    data.items.add(new File([content], '会场.png', { type: 'image/png' }));
    const { left, top } = target.getBoundingClientRect();
    const at = { clientX: left + 40, clientY: top + 10, bubbles: true, cancelable: true };
    target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, ...at }));
  }, PIXEL);
  const picture = body.locator('figure img');
  await picture.waitFor();
  await page.keyboard.type('会议现场。');
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBe(8);
  expect(await editor.saved(FILE)).toMatch(
    /^第一段的文字。\n\n!\[会议现场。\]\([^)]+\.png\)\n\n这里有/,
  );
});

it('what Word copied comes in as blocks; undo takes it back', async () => {
  await editor.openFresh(FILE, BODY);
  await editor.caretAt('第一段的文字。', 7);
  await body.evaluate((target) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<p class=MsoNormal>贴入的<b>重点</b></p><table><tr><td>月</td></tr><tr><td>1</td></tr></table>',
    );
    clipboardData.setData('text/plain', '贴入的重点');
    target.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  await body.getByText('贴入的').waitFor();
  expect(await editor.saved(FILE)).toContain(
    '第一段的文字。贴入的**重点**\n\n| 月 |\n| - |\n| 1 |\n',
  );
  await page.getByRole('button', { name: '撤销' }).click();
  expect(await editor.saved(FILE)).toBe(BODY);
});

it('the keyboard alone is enough', async () => {
  await editor.openFresh(FILE, BODY);
  await editor.caretAt('第一段的文字。', 3);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Control+b');
  const bold = page.getByRole('button', { name: '加粗' });
  await expect.poll(() => bold.getAttribute('aria-pressed')).toBe('true');
  expect(await editor.saved(FILE)).toBe(BODY.replace('第一段的文字。', '**第一段的文字。**'));
  // The buttons stand before the text.
  const heading = page.getByRole('button', { name: '小标题' });
  await heading.focus();
  await page.keyboard.press('Enter');
  expect(await editor.saved(FILE)).toContain('## **第一段的文字。**\n');
  await expect.poll(() => heading.getAttribute('aria-pressed')).toBe('true');
  // Where Tab has a use of its own, Esc is the way out.
  await editor.caretAt('第二项', 3);
  await page.keyboard.press('Tab');
  expect(await editor.saved(FILE)).toContain('- 第一项\n  - 第二项\n');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await body.evaluate((root) => root.contains(document.activeElement))).toBe(false);
});

it('a phone shows the text as wide as the page, and nothing beside it', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  const wide = ['一季度用电量', '二季度用电量', '三季度用电量', '四季度用电量', '全年用电量'];
  const rows = [wide, wide.map(() => '---'), wide.map(() => '1')];
  const table = rows.map((row) => `| ${row.join(' | ')} |`).join('\n');
  await editor.openFresh(FILE, `${BODY}\n第二张表。\n\n${table}\n`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const box = await body.boundingBox();
  expect(box?.width).toBeGreaterThan(300);
  expect(await violations(page)).toEqual([]);
  await page.setViewportSize({ width: 1366, height: 900 });
});

it('a problem stands beside its block, and its button leads there', async () => {
  await editor.openFresh(FILE, '第一段。\n\n![会议现场。](meiyou.jpg)\n');
  const sign = page.locator('.gutter .sign');
  await sign.waitFor();
  const [at, picture] = [await sign.boundingBox(), await body.locator('figure').boundingBox()];
  expect(Math.abs((at?.y ?? 0) - (picture?.y ?? 0))).toBeLessThan(8);
  await page.locator('.issue-panel summary').click();
  await page
    .getByRole('button', { name: /^正文第/ })
    .first()
    .click();
  await page.keyboard.type('（图）');
  expect(await editor.saved(FILE)).toContain('![（图）会议现场。](meiyou.jpg)');
});

it('another title is another line of the file, and no more', async () => {
  await editor.openFresh(FILE, BODY);
  desk.git('commit', '-qam', '另存');
  await page.getByRole('textbox', { name: '标题' }).fill('另一个标题');
  await editor.saved(FILE);
  expect(desk.git('diff', '--numstat', '--', FILE)).toBe(`1\t1\t${FILE}`);
});

it('without the editor the page is plain modules, a body is written as Markdown, and the page says why', async () => {
  const message = '所见即所得的编辑器没有准备好，正文先用 Markdown 写。';
  const plain = await readFile(new URL('desk.html', CLIENT), 'utf8');
  const isPage = ({ pathname }: URL): boolean => pathname === '/';
  await page.route(isPage, async (route) => {
    const response = await route.fetch();
    const [, token = ''] = /desk-token" content="([^"]*)"/.exec(await response.text()) ?? [];
    await route.fulfill({ response, body: plain.replace('%TOKEN%', token) });
  });
  const answer = { status: 503, json: { message, fix: '' } };
  await page.route('**/body/body-editor.ts', (route) => route.fulfill(answer));
  await editor.openFresh(FILE, BODY);
  expect(await body.inputValue()).toBe(BODY);
  await page.getByText(message).waitFor();
  await body.fill('改过。\n');
  expect(await editor.saved(FILE)).toBe('改过。\n');
  await page.unroute(isPage);
  await page.unroute('**/body/body-editor.ts');
});

it('nobody is kept out, and no policy broken', async () => {
  await editor.openFresh(FILE, BODY);
  expect(await violations(page)).toEqual([]);
  expect(editor.refused).toEqual([]);
});
