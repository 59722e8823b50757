/** Two at one article, at a desk that only hands texts on: each learns what the other did, in words that are true there. */
import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { violations } from '../support/desk.ts';
import { enter, openOffice } from '../support/office.ts';
import type { OfficeDesk } from '../support/office.ts';
import { useBrowser } from '../support/page.ts';

const PEOPLE = { 何雨桐: ['编辑'], 周明远: ['编辑', '签发'] };
const YEAR = 'content/articles/2026';
const LONG = Array.from({ length: 12 }, (_, at) => `第${at + 1}项工作。`).join('\n\n');
const HALF = `${LONG}\n\n各单位,各部门都要参加。`;
const STOPPED = `${LONG}\n\n值班电话13912345678。`;
const open = useBrowser();

let office: OfficeDesk;

beforeAll(async () => {
  office = await openOffice(
    PEOPLE,
    {
      [`${YEAR}/20260102-live.md`]: aText('2026-01-02', [], '原来的正文。'),
      [`${YEAR}/20260103-other.md`]: aText('2026-01-03', [], '另一篇的正文。'),
      [`${YEAR}/20260105-last.md`]: aText('2026-01-05', ['draft: true'], '起头。'),
      [`${YEAR}/20260104-half.md`]: aText('2026-01-04', ['draft: true'], HALF),
      [`${YEAR}/20260107-stop.md`]: aText('2026-01-07', ['draft: true'], STOPPED),
    },
    false,
  );
}, 120_000);
afterAll(() => office.close());

async function at(name: keyof typeof PEOPLE, id: string): Promise<Page> {
  const { page } = await open(office.address, { viewport: { width: 1024, height: 800 } });
  await enter(page, name);
  await page.goto(`${office.address.split('?')[0]}#/${id}`);
  await page.getByRole('textbox', { name: '正文' }).waitFor();
  return page;
}

const confirm = (page: Page, words: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click();

/** Whether it is on the screen, and below no other part of the page. */
const isSeen = (part: Locator): Promise<boolean> =>
  part.evaluate((node) => {
    const { left, top, height } = node.getBoundingClientRect();
    const found = document.elementFromPoint(left + 40, top + height / 2);
    return found !== null && (node.contains(found) || found.contains(node));
  });

it('接手 is pressed once, whatever is not saved', async () => {
  const first = await at('何雨桐', '20260103-other');
  const second = await at('周明远', '20260103-other');
  const [theirs, mine] = [first, second].map((page) => page.getByRole('textbox', { name: '正文' }));
  await theirs?.click();
  await first.keyboard.type('何雨桐写的。');
  await first
    .locator('.save-state')
    .getByText(/^已保存/)
    .waitFor();
  await second.getByText('何雨桐正在写这篇稿件').waitFor();
  await mine?.click();
  await second.keyboard.type('周明远写的。');
  await second.getByRole('button', { name: '接手' }).click();
  await confirm(second, '接手');
  await second
    .locator('.save-state')
    .getByText(/^已保存/)
    .waitFor();
  const text = await readFile(join(office.folder, YEAR, '20260103-other.md'), 'utf8');
  expect(text).toContain('周明远写的。');
  await first.getByText('周明远正在写这篇稿件').waitFor();
}, 120_000);

it('接手 brings what the other has saved last', async () => {
  const first = await at('何雨桐', '20260105-last');
  const second = await at('周明远', '20260105-last');
  const [theirs, mine] = [first, second].map((page) => page.getByRole('textbox', { name: '正文' }));
  const saved = () =>
    first
      .locator('.save-state')
      .getByText(/^已保存/)
      .waitFor();
  await theirs?.click();
  await first.keyboard.type('先写的。');
  await saved();
  await second.getByText('何雨桐正在写这篇稿件').waitFor();
  await theirs?.click();
  await first.keyboard.type('后写的。');
  await first.keyboard.press('Control+s');
  await expect
    .poll(() => readFile(join(office.folder, YEAR, '20260105-last.md'), 'utf8'))
    .toContain('后写的。');
  await second.getByRole('button', { name: '接手' }).click();
  await confirm(second, '接手');
  await mine?.getByText('后写的。').waitFor();
  await mine?.click();
  await second.keyboard.type('接着写的。');
  await expect
    .poll(() => readFile(join(office.folder, YEAR, '20260105-last.md'), 'utf8'))
    .toContain('接着写的。');
  expect(await second.getByRole('dialog').count()).toBe(0);
}, 120_000);

it('撤下 and 恢复发布: a colleague learns of both; readers get a notice, and the text again', async () => {
  const colleague = await at('何雨桐', '20260102-live');
  const issuer = await at('周明远', '20260102-live');
  const stands = issuer.locator('.where-it-stands .state');
  expect(await stands.innerText()).toBe('已提交');
  expect(await issuer.locator('.list-pane').innerText()).not.toContain('已发布');
  await issuer.getByRole('button', { name: '撤下' }).click();
  await issuer.getByLabel('为什么撤下').fill('附件有误，正在核对');
  await confirm(issuer, '下一步');
  await issuer.getByText('由负责发布的电脑更新网站').waitFor();
  await confirm(issuer, '撤下');
  await issuer.getByText('已提交到单位的代码仓库。').waitFor();
  expect(await stands.innerText()).toBe('撤下已提交');
  const notice = issuer.frameLocator('iframe:not(.coming)').getByText('附件有误，正在核对');
  await notice.waitFor();
  await colleague.getByText('这篇稿件现在是：撤下已提交。').waitFor();
  // Who may not publish puts nothing back.
  expect(await colleague.getByRole('button', { name: '恢复发布' }).isVisible()).toBe(false);
  await issuer.getByRole('button', { name: '恢复发布' }).click();
  await issuer.getByText('原来的网址上，撤下的说明换回这篇稿件').waitFor();
  expect(await violations(issuer)).toEqual([]);
  await confirm(issuer, '恢复发布');
  await issuer.frameLocator('iframe:not(.coming)').getByText('原来的正文。').waitFor();
  expect(await stands.innerText()).toBe('已提交');
  await colleague.getByText('这篇稿件现在是：已提交。').waitFor();
}, 120_000);

it('an open 提醒 is named where the text goes on, and leads to its place', async () => {
  const page = await at('周明远', '20260104-half');
  await page.getByRole('button', { name: '提交', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('还有 1 处提醒没有改：').waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: /^去看/ }).click();
  await dialog.waitFor({ state: 'detached' });
  const body = page.getByRole('textbox', { name: '正文' });
  expect(await body.evaluate((node) => node.contains(document.activeElement))).toBe(true);
  expect(await isSeen(body.getByText('各单位,各部门'))).toBe(true);
  expect(await page.locator('.where-it-stands .state').innerText()).toBe('草稿');
}, 60_000);

it('what stops a text is named instead of the step, and leads to its place', async () => {
  const page = await at('何雨桐', '20260107-stop');
  await page.getByRole('button', { name: '交给发布' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('还有 1 处必须改，改好以后才能交给发布').waitFor();
  await dialog.getByText('正文第 13 段：手机号').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await dialog.getByRole('button').allInnerTexts()).toEqual(['去看', '知道了']);
  await dialog.getByRole('button', { name: /^去看/ }).click();
  const body = page.getByRole('textbox', { name: '正文' });
  await expect.poll(() => isSeen(body.getByText('值班电话'))).toBe(true);
}, 60_000);

it('a list that is open has what others did when somebody looks at it again', async () => {
  const { page } = await open(office.address, { viewport: { width: 1024, height: 800 } });
  await enter(page, '周明远');
  await page.getByText('另一篇').or(page.getByText('测试')).first().waitFor();
  const name = '刚来的一篇';
  await writeFile(
    join(office.folder, YEAR, '20260106-late.md'),
    aText('2026-01-06').replace('测试', name),
  );
  expect(await page.getByText(name).count()).toBe(0);
  await page.evaluate(() => dispatchEvent(new Event('focus')));
  await page.getByText(name).first().waitFor();
}, 60_000);
