/** Where a page begins: the title and the text are on the first screen of a phone, and of a desktop that enlarges. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { firstScreen } from '../support/first-screen.ts';
import { focused } from '../support/keyboard.ts';
import { PHONE, useBrowser } from '../support/page.ts';
import { ARTICLE, pageKinds } from '../support/site-pages.ts';

const sample = inject('sample');
const PAGES = [...pageKinds(sample, inject('other')), ['410', `${sample}410/`] as const];
/** CSS pixels from the top, by the width of the window; the header of a phone is one row, in 长者模式 two. */
const MOST = {
  normal: {
    320: { title: 200, text: 480, header: 64 },
    360: { title: 200, text: 420, header: 64 },
    // 来源、发布日期、浏览次数 may take two rows.
    768: { title: 260, text: 530, header: 160 },
    1440: { title: 260, text: 530, header: 160 },
  },
  elder: {
    // No word of a subtitle is broken for a line.
    320: { title: 400, text: 680, header: 152 },
    360: { title: 400, text: 550, header: 152 },
    768: { title: 400, text: 650, header: 152 },
    1440: { title: 400, text: 650, header: 240 },
  },
} as const;
/** The home page has a row of links below the header, where 长者模式 is found. */
const LINKS_OF_HOME = 48;
const ENLARGED = { viewport: { width: 320, height: 256 } };
const ELDER = 'document.documentElement.dataset.mode = "elder"';

const open = useBrowser('again');

/** Names of pages, and of what is wrong with them. */
async function wrong(page: Page, mode: keyof typeof MOST): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  for (const [name, url] of PAGES) {
    await page.goto(url);
    if (mode === 'elder') await page.evaluate(ELDER);
    for (const [width, most] of Object.entries(MOST[mode])) {
      await page.setViewportSize({ width: Number(width), height: 740 });
      const seen = await page.evaluate(firstScreen);
      const more = /home|another/.test(name) ? LINKS_OF_HOME : 0;
      const isHigh =
        seen.header <= most.header + more && seen.title <= most.title && seen.text <= most.text;
      if (!isHigh || seen.broken.length > 0 || seen.overflow > 0) found[`${name} ${width}`] = seen;
    }
  }
  return found;
}

describe('on each kind of page, at each width', () => {
  it.each([
    ['a script', true],
    ['no script', false],
  ])('title and text begin high, the name breaks between words, with %s', async (_, has) => {
    const { page } = await open(sample, { viewport: PHONE.viewport, javaScriptEnabled: has });
    expect(await wrong(page, 'normal')).toEqual({});
  });

  it('in 长者模式, too', async () => {
    const { page } = await open(sample, { viewport: PHONE.viewport });
    expect(await wrong(page, 'elder')).toEqual({});
  });
});

it.each(['normal', 'elder'])(
  'at 400 % the first screen shows the title, in %s mode',
  async (mode) => {
    const { page } = await open(sample, ENLARGED);
    const low: Record<string, number> = {};
    for (const [name, url] of PAGES) {
      await page.goto(url);
      if (mode === 'elder') await page.evaluate(ELDER);
      const { title } = await page.evaluate(firstScreen);
      if (!(title <= ENLARGED.viewport.height - 36)) low[name] = title;
    }
    expect(low).toEqual({});
  },
);

describe('the menu of a phone', () => {
  it.each([
    ['a script', true],
    ['no script', false],
  ])('is one press away, holds every column and 长者模式, with %s', async (_, has) => {
    const { page } = await open(sample + ARTICLE, { ...PHONE, javaScriptEnabled: has });
    const header = page.getByRole('banner');
    expect(await header.getByRole('link', { name: '通知公告' }).isVisible()).toBe(false);
    await header.getByText('菜单').tap();
    for (const name of [
      '首页',
      '政务公开',
      '通知公告',
      '公共机构节能',
      '驻村工作',
      '长者模式',
      '网站地图',
    ])
      expect(await header.getByRole('link', { name, exact: true }).isVisible(), name).toBe(true);
    expect(await header.getByRole('searchbox').isVisible()).toBe(true);
    const boxes = await header
      .locator('nav a')
      .evaluateAll((all) => all.map((link) => link.getBoundingClientRect().height));
    expect(boxes.length).toBe(22);
    expect(Math.min(...boxes)).toBeGreaterThanOrEqual(44);
    await header.getByRole('link', { name: '通知公告' }).tap();
    await page.waitForURL('**/zwgk/tzgg/');
  });

  it('is worked by keys: Enter opens it, Tab goes through it, Escape closes it', async () => {
    const { page } = await open(sample + ARTICLE, { viewport: PHONE.viewport });
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await focused(page)).toMatchObject({ text: '政务咨询', isDrawn: true, isShown: true });
    await page.keyboard.press('Escape');
    expect(await page.locator('.menu').evaluate((menu) => menu.hasAttribute('open'))).toBe(false);
    expect((await focused(page)).tag).toBe('SUMMARY');
    await page.keyboard.press('Tab');
    expect((await focused(page)).text).toBe('首页');
  });

  it('is one large button in 长者模式, beside which is the way out, and stands at the foot again', async () => {
    const { page } = await open(`${sample}elder/`, PHONE);
    await page.goto(sample + ARTICLE);
    const header = page.getByRole('banner');
    const button = header.locator('summary');
    expect(await button.innerText()).toBe('栏目和搜索');
    const box = await button.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(60);
    expect(box?.width).toBeGreaterThan(300);
    const way = await header.getByRole('link', { name: '退出长者模式' }).boundingBox();
    expect(way?.height).toBeGreaterThanOrEqual(60);
    expect(way?.width).toBeLessThan(100);
    await button.tap();
    expect(await header.getByRole('link', { name: '通知公告' }).isVisible()).toBe(true);
    const foot = page.getByRole('contentinfo');
    expect(await foot.getByRole('link', { name: '政务公开' }).isVisible()).toBe(true);
    expect(await foot.getByRole('searchbox').isVisible()).toBe(true);
  });

  it('leads to the search without a script', async () => {
    const { page } = await open(sample + ARTICLE, { ...PHONE, javaScriptEnabled: false });
    await page.getByRole('link', { name: '搜索', exact: true }).tap();
    await page.waitForURL('**/search/');
  });
});
