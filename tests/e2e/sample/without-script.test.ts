/** With JavaScript off everything can be read and reached, but search and the number of views. */
import { expect, inject, it } from 'vitest';
import { useBrowser } from '../support/page.ts';

const sample = inject('sample');
const open = useBrowser('again');
const OFF = { javaScriptEnabled: false };

it('an article is whole, and its count has no label', async () => {
  const { page } = await open(`${sample}xwzx/tpxw/202603/20260305-video-conference/`, OFF);
  expect(await page.locator('.body > p').count()).toBeGreaterThan(4);
  expect(await page.locator('.body img').count()).toBe(4);
  expect(await page.getByText('浏览次数').isVisible()).toBe(false);
});

it('search says what it needs and shows the site map, which reaches every column', async () => {
  const { page } = await open(`${sample}search/?q=1`, OFF);
  await page.getByText('搜索需要浏览器运行脚本').waitFor();
  await page.getByRole('main').getByRole('link', { name: '网站地图' }).click();
  for (const name of ['图片新闻', '通知公告', '公共机构节能', '驻村工作', '网站声明']) {
    expect(await page.getByRole('main').getByRole('link', { name, exact: true }).count()).toBe(1);
  }
});

it('every article is reached from its column by links', async () => {
  const { page } = await open(`${sample}xwzx/gzdt/`, OFF);
  const titles = new Set<string>();
  for (;;) {
    for (const title of await page.locator('.headlines a').allInnerTexts()) titles.add(title);
    const older = page.getByRole('link', { name: '较早的一页' });
    if ((await older.count()) === 0) break;
    await older.click();
  }
  expect(titles.size).toBe(26);
});
