/** What Word and WPS copy brings its pictures along, in both ways of writing; where it is not plain which is which, it says so. */
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { launchBrowser } from '../../support/browser.ts';
import { editorPage } from '../support/body-editor.ts';
import type { EditorPage } from '../support/body-editor.ts';
import { openDesk } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';

const IDS = ['20261101-edited', '20261102-typed', '20261103-unlike', '20261104-refused'] as const;
const [EDITED, TYPED, UNLIKE, REFUSED] = IDS;
const fileOf = (id: string): string => `content/articles/2026/${id}/index.md`;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGP4z8CAFWEXHbQSACj/P8Fu7N9hAAAAAElFTkSuQmCC',
  'base64',
).toString('hex');
const PICTURE = String.raw`{\*\shppict{\pict\picw8\pngblip ${PNG}}}{\nonshppict{\pict\wmetafile8 00}}`;
const DRAWING = String.raw`{\pict\emfblip 0102}`;
const rtfOf = (...pictures: string[]): string => `{\\rtf1\\ansi ${pictures.join('\\par ')}}`;
const HTML = `<html><body><!--StartFragment--><p class=MsoNormal>会前布置了任务，大家分头准备。</p>
<p class=MsoNormal><img width=8 height=8 src="file:///C:/Users/li/msohtmlclip1/01/clip_image002.png"></p>
<p class=MsoNormal>会后逐项落实，月底前报送情况。</p>
<p class=MsoNormal><img width=8 height=8 src="file:///C:/Users/li/msohtmlclip1/01/clip_image004.png"></p>
<p class=MsoNormal>联系人在通知里。</p><!--EndFragment--></body></html>`;
const WHOLE = `会前布置了任务，大家分头准备。

![](图1.png)

会后逐项落实，月底前报送情况。

![](图2.png)

联系人在通知里。
`;
const NOT_PASTED = '图片没有粘贴过来：请把图片文件拖进来，或者导入 Word 文件。';

let desk: Desk;
let browser: Browser;
let editor: EditorPage;
let page: Page;
let body: Locator;

beforeAll(async () => {
  desk = await openDesk(
    Object.fromEntries(IDS.map((id) => [fileOf(id), aText('2026-11-02', [], '')])),
  );
  browser = await launchBrowser();
  editor = await editorPage(browser, desk);
  ({ page, body } = editor);
}, 120_000);
beforeEach(() => page.unrouteAll());
afterAll(async () => {
  await browser.close();
  await desk.close();
});

it('in the editor each is shown at its place', async () => {
  await editor.openFresh(fileOf(EDITED), '');
  await paste(rtfOf(PICTURE, PICTURE));
  await body.locator('figure').nth(1).waitFor();
  const widths = () =>
    body.locator('figure img').evaluateAll((all) => all.map((one) => one.clientWidth > 0));
  await expect.poll(widths).toEqual([true, true]);
  expect(await editor.saved(fileOf(EDITED))).toBe(WHOLE);
  expect(await picturesOf(EDITED)).toEqual(['图1.png', '图2.png']);
});

it('in Markdown each is named at its place, and what was typed meanwhile stays', async () => {
  await page.route('**/body-editor-*.js', (route) => route.abort());
  await editor.openFresh(fileOf(TYPED), '已有的话。');
  await page.getByText('所见即所得的编辑器没有打开').waitFor();
  await body.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  let goOn = (): void => undefined;
  const isTyped = new Promise<void>((done) => (goOn = done));
  await page.route('**/api/paste?*', async (route) => {
    await isTyped;
    await route.continue();
  });
  const asked = page.waitForRequest('**/api/paste?*');
  await paste(rtfOf(PICTURE, PICTURE));
  await asked;
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('先说明：');
  goOn();
  await expect.poll(() => body.inputValue()).toContain('图2.png');
  expect(await editor.saved(fileOf(TYPED))).toBe(`先说明：已有的话。\n\n${WHOLE}`);
  expect(await picturesOf(TYPED)).toEqual(['图1.png', '图2.png']);
});

it.each([
  ['fewer pictures than the text names', rtfOf(PICTURE), [], []],
  ['no RTF', '', [], []],
  ['one that no browser knows', rtfOf(DRAWING, PICTURE), ['图2.png'], ['图2.png']],
])('%s: nothing is guessed, and it is said', async (_, rtf, shown, files) => {
  await editor.openFresh(fileOf(UNLIKE), '');
  await paste(rtf);
  await page.getByText(NOT_PASTED).waitFor();
  const text = await editor.saved(fileOf(UNLIKE));
  expect([...text.matchAll(/!\[\]\(([^)]+)\)/g)].map(([, name]) => name)).toEqual(shown);
  expect(text.split('【未导入：图片】')).toHaveLength(3 - shown.length);
  expect(await picturesOf(UNLIKE)).toEqual(files);
});

it('a picture that the desk does not take is told; the text comes in', async () => {
  await page.route('**/files?name=*', (route) =>
    decodeURIComponent(route.request().url()).endsWith('图2.png')
      ? route.fulfill({ status: 422, json: { message: '硬盘满了。', fix: '请清理以后再放。' } })
      : route.continue(),
  );
  await editor.openFresh(fileOf(REFUSED), '');
  await paste(rtfOf(PICTURE, PICTURE));
  await page.getByText('第 2 张图片没有放进来：硬盘满了。请清理以后再放。').waitFor();
  expect(await editor.saved(fileOf(REFUSED))).toBe(
    WHOLE.replace('![](图2.png)', '【未导入：图片】'),
  );
});

/** At the caret, which is put where there is none. */
async function paste(rtf: string): Promise<void> {
  if (!(await body.evaluate((target) => target.contains(document.activeElement)))) {
    await body.click();
  }
  await body.evaluate(
    (target, [html, rich]) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/html', html);
      if (rich !== '') clipboardData.setData('text/rtf', rich);
      clipboardData.setData('text/plain', '会前布置了任务');
      target.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    },
    [HTML, rtf] as const,
  );
}

async function picturesOf(id: string): Promise<string[]> {
  const names = await readdir(join(desk.folder, dirname(fileOf(id))));
  return names.filter((name) => name.endsWith('.png')).toSorted();
}
