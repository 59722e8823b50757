/** 裁剪和旋转 as a clerk does it: by keys, by a mouse, by a finger, by numbers; saved, taken back, and refused. */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { launchBrowser } from '../../support/browser.ts';
import { editorPage } from '../support/body-editor.ts';
import type { EditorPage } from '../support/body-editor.ts';
import { openDesk, violations } from '../support/desk.ts';
import type { Desk } from '../support/desk.ts';

const ID = '20261102-text';
const FOLDER = `content/articles/2026/${ID}`;
const FILE = `${FOLDER}/index.md`;
const BODY = '第一段。\n\n![会场。](图1.jpg)\n\n第二段。\n\n![又是会场。](图1.jpg)\n';

let desk: Desk;
let browser: Browser;
let editor: EditorPage;
let page: Page;
let dialog: Locator;
let frame: Locator;

beforeAll(async () => {
  desk = await openDesk({ [FILE]: aText('2026-11-02', [], BODY) });
  const picture = sharp({ create: { width: 800, height: 600, channels: 3, background: '#396' } });
  await picture.jpeg().toFile(join(desk.folder, FOLDER, '图1.jpg'));
  browser = await launchBrowser();
  editor = await editorPage(browser, desk);
  ({ page } = editor);
  dialog = page.getByRole('dialog');
  frame = dialog.getByRole('application', { name: '裁剪框' });
}, 120_000);
afterAll(async () => {
  await browser.close();
  await desk.close();
});

const begin = async (): Promise<void> => {
  await page.locator('figure').first().getByRole('button', { name: '裁剪和旋转' }).click();
  await frame.waitFor();
};
/** Left, top, width and height, as the numbers say. */
const numbers = async (): Promise<number[]> => {
  const names = ['左边去掉', '上边去掉', '宽', '高'];
  const fields = names.map((name) => dialog.getByLabel(name, { exact: true }));
  return Promise.all(fields.map(async (field) => Number(await field.inputValue())));
};
const sizeOf = async (name: string): Promise<(number | undefined)[]> => {
  const { width, height } = await sharp(join(desk.folder, FOLDER, name)).metadata();
  return [width, height];
};

it('by the keyboard alone a picture is cut, shown in both places, and taken back', async () => {
  await editor.openFresh(FILE, BODY);
  await page.locator('figure').first().getByRole('button', { name: '裁剪和旋转' }).focus();
  await page.keyboard.press('Enter');
  await frame.waitFor();
  await expect.poll(() => frame.evaluate((node) => node === document.activeElement)).toBe(true);
  expect(await violations(page)).toEqual([]);
  expect(await numbers()).toEqual([0, 0, 800, 600]);
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowUp', 'Shift+ArrowUp', 'ArrowRight'])
    await page.keyboard.press(key);
  expect(await numbers()).toEqual([8, 0, 792, 584]);
  await dialog.getByLabel('宽', { exact: true }).fill('400');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText(/稿件里 2 处换成了它/).waitFor();
  expect(await editor.saved(FILE)).toBe(BODY.replaceAll('图1.jpg', '图1-裁剪.jpg'));
  expect(await sizeOf('图1-裁剪.jpg')).toEqual([400, 584]);
  await page.getByRole('button', { name: '撤销' }).click();
  expect(await editor.saved(FILE)).toBe(BODY);
  await page.getByText(/图片和附件 2 个，1 个没有用到/).waitFor();
});

it('is turned, kept to a ratio, and as it was before it is saved', async () => {
  await editor.openFresh(FILE, BODY);
  await begin();
  await dialog.getByLabel('16:9').check();
  expect(await numbers()).toEqual([0, 75, 800, 450]);
  await dialog.getByRole('button', { name: '向右转' }).click();
  expect(await numbers()).toEqual([0, 231, 600, 338]);
  await dialog.getByRole('button', { name: '恢复原图' }).click();
  expect(await numbers()).toEqual([0, 0, 800, 600]);
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.getByText('还没有裁，也没有转。').waitFor();
  await dialog.getByRole('button', { name: '向左转' }).click();
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText(/换成了它/).waitFor();
  const [, name = ''] = /会场。\]\((.*?)\)/.exec(await editor.saved(FILE)) ?? [];
  expect(await sizeOf(name)).toEqual([600, 800]);
});

it('a mouse moves the frame and its corners', async () => {
  await editor.openFresh(FILE, BODY);
  await begin();
  const box = (await frame.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
  const scale = 800 / box.width;
  const drag = async (from: readonly [number, number], to: readonly [number, number]) => {
    await page.mouse.move(box.x + box.width * from[0], box.y + box.height * from[1]);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * to[0], box.y + box.height * to[1], { steps: 4 });
    await page.mouse.up();
  };
  await drag([0.99, 0.99], [0.49, 0.49]);
  const [left, top, width = 0, height = 0] = await numbers();
  expect([left, top]).toEqual([0, 0]);
  expect(Math.abs(width - 400)).toBeLessThanOrEqual(2 * scale);
  expect(Math.abs(height - 300)).toBeLessThanOrEqual(2 * scale);
  await drag([0.25, 0.25], [0.9, 0.3]);
  const [moved, below = 0, ...sides] = await numbers();
  expect(sides).toEqual([width, height]);
  expect(moved).toBe(800 - width);
  expect(Math.abs(below - 30)).toBeLessThanOrEqual(2 * scale);
  await page.keyboard.press('Escape');
});

it('a finger does so on a phone, and nothing is wider than that', async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
  });
  const cookies = await page.context().cookies();
  await context.addCookies(cookies);
  const phone = await context.newPage();
  await phone.goto(new URL(`/#/${ID}`, desk.address).href);
  await phone.locator('figure').first().getByRole('button', { name: '裁剪和旋转' }).tap();
  const own = phone.getByRole('application', { name: '裁剪框' });
  await own.waitFor();
  expect(await violations(phone)).toEqual([]);
  expect(
    await phone.getByRole('dialog').evaluate((node) => node.scrollWidth <= node.clientWidth),
  ).toBe(true);
  const box = (await own.boundingBox()) ?? { x: 0, y: 0, width: 1, height: 1 };
  expect(box.width).toBeLessThanOrEqual(360);
  const fingers = await context.newCDPSession(phone);
  const touch = (type: string, x: number, y: number) =>
    fingers.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart',
      touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
    });
  await touch('touchStart', box.x + 6, box.y + 6);
  await touch('touchMove', box.x + 30, box.y + 30);
  await touch('touchMove', box.x + box.width / 2, box.y + box.height / 2);
  await touch('touchEnd', 0, 0);
  const left = Number(await phone.getByLabel('左边去掉').inputValue());
  expect(Math.abs(left - 400)).toBeLessThan(40);
  await context.close();
});

it('what cannot be cut is said, and nothing is written', async () => {
  await writeFile(join(desk.folder, FOLDER, '图.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await editor.openFresh(FILE, BODY);
  const before = await readdir(join(desk.folder, FOLDER));
  await page.getByText(/^图片和附件/).click();
  const entry = page.locator('.files li').filter({ hasText: '图.svg' });
  await entry.getByRole('button', { name: '裁剪和旋转' }).click();
  await page.getByText('图片没有裁：「图.svg」是 SVG 图').waitFor();
  await begin();
  await dialog.getByRole('button', { name: '向右转' }).click();
  await rm(join(desk.folder, FOLDER, '图1.jpg'));
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByText('图片没有裁：图片「图1.jpg」已经不在稿件旁边了。').waitFor();
  const after = await readdir(join(desk.folder, FOLDER));
  expect(after).toEqual(before.filter((name) => name !== '图1.jpg'));
  expect(editor.refused).toEqual([]);
});
