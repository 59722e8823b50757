/** Four people at one desk: written, sent back, mended, approved twice, issued, and there for readers. */
import { execFileSync } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../support/a-bureau.ts';
import { PASSWORD } from '../../support/an-office.ts';
import { violations } from '../support/desk.ts';
import { enter, openOffice } from '../support/office.ts';
import type { OfficeDesk } from '../support/office.ts';
import { useBrowser } from '../support/page.ts';

const PEOPLE = {
  何雨桐: ['编辑'],
  李若谷: ['一审'],
  古丽娜尔: ['二审'],
  周明远: ['编辑', '签发'],
};
const SHOTS = process.env['DESK_SHOTS'];
const open = useBrowser();

let office: OfficeDesk;

beforeAll(async () => {
  office = await openOffice(
    PEOPLE,
    {
      'content/review.yaml': '- { column: 通知公告, reviews: [一审, 二审], since: 2026-01-01 }\n',
      'content/columns.yaml':
        '- { slug: tz, name: 通知公告 }\n- { slug: dt, name: 工作动态 }\n- { slug: xw, name: 新闻 }\n',
      'content/articles/2026/20260102-moved.md': aText('2026-01-02')
        .replace('通知公告', '工作动态')
        .replace('测试', '要移动的稿件'),
      'content/articles/2025/20251201-old.md': aText('2025-12-01', [], '原来的正文。'),
    },
    true,
  );
}, 120_000);
afterAll(() => office.close());

/** For whoever looks at the screens. */
async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS === undefined) return;
  for (const [width, height] of [
    [1440, 900],
    [360, 760],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.screenshot({ path: join(SHOTS, `${name}-${width}.png`) });
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

async function signIn(name: keyof typeof PEOPLE): Promise<Page> {
  const { page } = await open(office.address, { viewport: { width: 1440, height: 900 } });
  expect(await violations(page)).toEqual([]);
  await shot(page, 'sign-in');
  await enter(page, name);
  return page;
}

/** Whether no part of it is beyond the sides of the page, or makes that scroll. */
const isWhole = (part: Locator): Promise<boolean> =>
  part.evaluate((node) => {
    const { left, right } = node.getBoundingClientRect();
    return left >= 0 && right <= innerWidth && document.documentElement.scrollWidth <= innerWidth;
  });

/** The dialog's own button, of the same words as the one that opened it. */
const confirm = (page: Page, words: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click();

it('goes from its writer through two reviews to its readers', async () => {
  const writer = await signIn('何雨桐');
  await writer.getByRole('button', { name: '新建稿件' }).click();
  const dialog = writer.getByRole('dialog');
  await dialog.getByLabel('标题').fill('关于冬季节能的通知');
  await dialog.getByLabel('栏目').selectOption('通知公告');
  await dialog.getByRole('button').last().click();
  const area = writer.getByRole('textbox', { name: '正文' });
  await area.fill('各单位要关好门窗。\n\n室温不高于二十六度。\n');
  await writer.getByRole('button', { name: '送审' }).click();
  await confirm(writer, '送审');
  await writer.getByText('已经送审。').waitFor();
  expect(await violations(writer)).toEqual([]);
  await shot(writer, 'handed-in');

  const first = await signIn('李若谷');
  await first.getByRole('button', { name: /^等我审/ }).click();
  await shot(first, 'list');
  await first.getByRole('link', { name: /冬季节能/ }).click();
  const preview = first.frameLocator('iframe:not(.coming)');
  await preview.getByText('室温不高于二十六度。').waitFor();
  // Who reviews reads the page, and writes nothing.
  expect(await first.getByRole('tab', { selected: true }).innerText()).toBe('预览');
  expect(await violations(first)).toEqual([]);
  await first.getByRole('tab', { name: '正文' }).click();
  await first.getByText('您没有“编辑”的权限，这里只能看').first().waitFor();
  const shown = first.getByRole('textbox', { name: '正文' });
  expect(await shown.getAttribute('contenteditable')).toBe('false');
  expect(await first.getByRole('textbox').count()).toBe(1);
  await first.getByRole('definition').getByText('关于冬季节能的通知').waitFor();
  expect(await first.getByRole('button', { name: '加粗' }).isVisible()).toBe(false);
  await first.getByRole('button', { name: '写意见' }).click();
  await first.getByLabel('对哪一段').selectOption('室温不高于二十六度。');
  await first.getByRole('textbox', { name: '意见' }).fill('冬季是不高于二十度，请核对。');
  await confirm(first, '写意见');
  await first.getByText('意见已经写好。').waitFor();
  await first.getByRole('button', { name: '退回' }).click();
  await first.getByLabel('为什么退回').fill('温度请核对。');
  await shot(first, 'send-back');
  await confirm(first, '退回');
  await first.getByText('已经退回。').waitFor();
  expect(await violations(first)).toEqual([]);

  // The writer's page is as it was: it learns what was done.
  await writer.getByText('李若谷退回了这篇稿件：温度请核对。').waitFor();
  await writer
    .getByText(/李若谷的意见：冬季是不高于二十度/)
    .first()
    .waitFor();
  const why = writer.locator('.review-bar').getByText('李若谷（一审）退回：温度请核对。');
  await why.first().waitFor();
  await writer.setViewportSize({ width: 1093, height: 500 });
  await writer.getByText('审核记录').click();
  expect(await isWhole(writer.locator('.review-history'))).toBe(true);
  await writer.getByText('审核记录').click();
  await writer.setViewportSize({ width: 1440, height: 900 });
  await shot(writer, 'sent-back');
  await area.fill('各单位要关好门窗。\n\n室温不高于二十度。\n');
  await writer.getByRole('button', { name: '送审' }).click();
  await confirm(writer, '送审');
  await writer.getByText('已经送审。').waitFor();

  await first.reload();
  await first.getByRole('button', { name: '通过' }).click();
  await confirm(first, '通过');
  await first.getByText('一审已经通过。').waitFor();
  const second = await signIn('古丽娜尔');
  await second.getByRole('link', { name: /冬季节能/ }).click();
  await second.getByRole('button', { name: '通过' }).click();
  await confirm(second, '通过');
  await second.getByText('二审已经通过。').waitFor();
  await shot(second, 'approved');

  const issuer = await signIn('周明远');
  await issuer.getByRole('link', { name: /冬季节能/ }).click();
  await issuer.getByRole('button', { name: '签发' }).click();
  await confirm(issuer, '签发');
  await issuer.getByText('网站已经更新。').waitFor({ timeout: 120_000 });
  expect(await violations(issuer)).toEqual([]);
  await shot(issuer, 'issued');

  const remote = (...words: string[]): string =>
    execFileSync('git', ['-C', join(office.outside, 'remote.git'), ...words], { encoding: 'utf8' });
  expect(remote('log', '-1', '--format=%an', 'main', '--', 'content/articles').trim()).toBe(
    '何雨桐',
  );
  const reviewed = '--format=%(trailers:key=Reviewed-by,valueonly)';
  const trailers = remote('log', '-1', reviewed, 'main', '--', 'content/articles');
  expect(
    trailers
      .trim()
      .split('\n')
      .map((line) => line.split(' ').slice(0, 2).join(' ')),
  ).toEqual(['一审 李若谷', '二审 古丽娜尔']);
  const listed = await readdir(join(office.outside, 'site'), { recursive: true });
  const page = listed.find((name) => name.includes('dong-ji') && name.endsWith('index.html')) ?? '';
  expect(await readFile(join(office.outside, 'site', page), 'utf8')).toContain(
    '室温不高于二十度。',
  );
  expect(listed.filter((name) => /review|people/.test(name))).toEqual([]);

  await issuer.getByText('更多', { exact: true }).click();
  expect(await violations(issuer)).toEqual([]);
  await shot(issuer, 'more');
  await issuer.getByRole('button', { name: '退出' }).click();
  await issuer.getByLabel('密码').waitFor();
}, 300_000);

it('移到别的栏目 says what the chosen column asks for, and back again that nothing is to be reviewed', async () => {
  const page = await signIn('周明远');
  await page.getByRole('link', { name: /要移动的稿件/ }).click();
  const dialog = page.getByRole('dialog');
  const begin = async (to: string): Promise<void> => {
    await page.getByText('更多', { exact: true }).click();
    await page.getByRole('button', { name: '移到别的栏目' }).click();
    await dialog.getByLabel('移到').selectOption(to);
  };
  await begin('新闻');
  await dialog.getByText('网站马上更新，更新好读者就看得到。').waitFor();
  await dialog.getByLabel('移到').selectOption('通知公告');
  await dialog.getByText('写好以后要送审，审完、签发以后读者才看到。').waitFor();
  await confirm(page, '移动');
  await page.getByText('请送审，审完、签发以后才更新。').waitFor();
  const crumbs = page.frameLocator('iframe:not(.coming)').locator('main');
  await crumbs.getByText('通知公告').first().waitFor();
  // In the form, too, and the page follows.
  const column = page.getByRole('tabpanel').getByLabel('栏目');
  await column.selectOption('工作动态');
  await crumbs.getByText('工作动态').first().waitFor();
  await page.getByText('读者看到的就是这一稿').waitFor();
  expect(await page.locator('#notices').innerText()).toBe('');
  await begin('通知公告');
  await confirm(page, '移动');
  await page.getByText('请送审，审完、签发以后才更新。').waitFor();
  await begin('工作动态');
  await confirm(page, '移动');
  await page.getByText('又和读者看到的一样，不用送审。').waitFor();
}, 120_000);

it('who signs in comes to the article that was asked for, and by keys to its text', async () => {
  const { page } = await open(new URL('/#/20251201-old', office.address).href);
  await page.getByLabel('姓名').fill('何雨桐');
  await page.getByLabel('密码').fill('不是这个密码');
  await page.keyboard.press('Enter');
  await page.getByText('姓名或者密码不对').waitFor();
  // The name is there: the password is written at once.
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByText('原来的正文。').first().waitFor();
  expect(await page.getByRole('button', { name: /^等我审/ }).count()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  const body = page.getByRole('textbox', { name: '正文' });
  await expect
    .poll(() => body.evaluate((node) => node.contains(document.activeElement)))
    .toBe(true);
}, 60_000);
