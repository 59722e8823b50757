/** The text of an article as it is read: its lines, numbers, tables and headings, and the way through a long one. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { OFFICIAL_TERMS } from '../../../src/titles/official-terms.ts';
import { DESKTOP, PHONE, useBrowser } from '../support/page.ts';
import { brokenTerms } from '../support/broken-terms.ts';
import { ARTICLE, ATTACHMENTS, isReady, pageKinds, TABLES } from '../support/site-pages.ts';
import { stretchedLines } from '../support/stretched-lines.ts';

const sample = inject('sample');
const open = useBrowser('again');
const LONG = 'zwgk/zcfg/202507/20250708-office-compound-measures/';
/** Its title has a run that is longer than a line of large type. */
const SOLAR = 'ywgz/ggjn/202509/20250916-nanyuan-solar-grid/';
const MODES = [
  ['normal', [360, 768, 1440]],
  ['elder', [320, 360, 1440]],
] as const;
const ELDER = 'document.documentElement.dataset.mode = "elder"';

/** Every article of the site. */
async function articles(): Promise<string[]> {
  const found: string[] = [];
  for (const year of [2024, 2025, 2026]) {
    const map = await (await fetch(`${sample}sitemap/${year}.xml`)).text();
    for (const [, path] of map.matchAll(/<loc>https:\/\/[^/]+\/([^<]+)<\/loc>/g))
      if (path) found.push(path);
  }
  return found;
}

describe('the lines of a text', () => {
  it('of a phone are not pulled apart at all; of a desktop by more than 5 %, one in a hundred at most', async () => {
    const { page } = await open(sample);
    // Who only measures is no reader: other tests count.
    await page.route('**/api/views/**', (route) => route.abort());
    const widths = [
      { width: 360, most: 0, lines: 0, stretched: [] as string[] },
      { width: 1440, most: 0.01, lines: 0, stretched: [] as string[] },
    ];
    for (const path of await articles()) {
      await page.goto(sample + path);
      for (const seen of widths) {
        await page.setViewportSize({ width: seen.width, height: 900 });
        const found = await page.evaluate(stretchedLines);
        seen.lines += found.lines;
        seen.stretched.push(...found.stretched);
      }
    }
    for (const { most, lines, stretched } of widths) {
      expect(lines).toBeGreaterThan(400);
      expect(stretched.length, stretched.join('\n')).toBeLessThanOrEqual(lines * most);
    }
  });

  it('are never both justified and made even', async () => {
    for (const device of [PHONE, DESKTOP]) {
      const { page } = await open(sample + LONG, device);
      const torn = await page.locator('.body :is(p, li)').evaluateAll(
        (all) =>
          all.filter((block) => {
            const style = getComputedStyle(block);
            return style.textAlign === 'justify' && style.textWrap.includes('pretty');
          }).length,
      );
      expect(torn).toBe(0);
    }
  });
});

describe('titles, names, buttons and sources', () => {
  const pages = [
    ...pageKinds(sample, inject('other')).map(([, url]) => url),
    ...['xwzx/', 'ywgz/', 'zwgk/', 'djgz/', 'elder/', SOLAR].map((path) => sample + path),
  ];

  it('are broken within no term, in normal mode and in elder mode', async () => {
    const { page } = await open(sample, { viewport: PHONE.viewport });
    await page.route('**/api/views/**', (route) => route.abort());
    const broken: string[] = [];
    for (const url of pages) {
      await page.goto(url);
      await expect.poll(() => page.evaluate(`Boolean(${isReady})`), { timeout: 30_000 }).toBe(true);
      const columns = await page.locator('.site-nav a').allTextContents();
      const terms = [...OFFICIAL_TERMS, ...columns.map((name) => name.trim())];
      for (const [mode, widths] of MODES) {
        if (mode === 'elder') await page.evaluate(ELDER);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 740 });
          for (const found of await page.evaluate(brokenTerms, terms))
            broken.push(`${mode} ${width} ${new URL(url).pathname}: ${found}`);
        }
      }
    }
    expect(broken).toEqual([]);
  });
});

describe('a telephone number', () => {
  it.each([320, 360, 1440])('is a link that dials, on one line of %d px', async (width) => {
    const { page } = await open(`${sample}hdjl/`, { viewport: { width, height: 740 } });
    const numbers = page.locator('.body .phone');
    expect(await numbers.count()).toBe(8);
    expect(await numbers.first().getAttribute('href')).toBe('tel:09998800000');
    const foot = page.getByRole('contentinfo').locator('.phone');
    expect(await foot.getAttribute('href')).toBe('tel:09998800000');
    const lines = await page.locator('.phone').evaluateAll((all) =>
      all.map((link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        return range.getClientRects().length;
      }),
    );
    expect(new Set(lines)).toEqual(new Set([1]));
  });
});

describe('a table', () => {
  it('is moved by itself on a phone, by keys as well, and shows at its edge that it goes on', async () => {
    const { page } = await open(sample + TABLES, { viewport: { width: 320, height: 740 } });
    await page.evaluate('document.documentElement.dataset.size = "large"');
    const region = page.getByRole('region', { name: '表格' });
    expect(await region.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true);
    expect(await region.evaluate((node) => getComputedStyle(node).backgroundImage)).toContain(
      'gradient',
    );
    await region.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => region.evaluate((node) => node.scrollLeft)).toBeGreaterThan(0);
  });

  it('is read row by row in 长者模式, and nothing of it is cut', async () => {
    const { page } = await open(sample + TABLES, PHONE);
    await page.evaluate(ELDER);
    const region = page.getByRole('region', { name: '表格' });
    expect(await region.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
    const cells = await region.locator('td').evaluateAll((all) =>
      all.map((cell) => {
        const { left, right } = cell.getBoundingClientRect();
        const label = getComputedStyle(cell, '::before').content;
        return left >= 0 && right <= innerWidth && label.includes(cell.dataset['label'] ?? '?');
      }),
    );
    expect(cells).toEqual(Array.from({ length: 24 }, () => true));
  });
});

describe('an official text', () => {
  it('begins with whom it is for, flush with the edge, and names its files with links', async () => {
    const { page } = await open(sample + ATTACHMENTS);
    const addressee = page.locator('.body > .addressee');
    expect(await addressee.innerText()).toMatch(/^各地（州、市）机关事务管理局/);
    expect(await addressee.evaluate((node) => getComputedStyle(node).textIndent)).toBe('0px');
    const link = page.locator('.body').getByRole('link', { name: '推荐单位汇总表' });
    const file = await page.locator('.attachments a').nth(1).getAttribute('href');
    expect(await link.getAttribute('href')).toBe(file);
  });

  it('has headings whose sizes show their order', async () => {
    const { page } = await open(sample + LONG);
    const sizes = await page.evaluate<number[]>(
      `['h1', '.body h2', '.body p'].map((selector) =>
        Number.parseFloat(getComputedStyle(document.querySelector('article ' + selector)).fontSize))`,
    );
    for (const [index, size] of sizes.slice(1).entries())
      expect(sizes[index]).toBeGreaterThanOrEqual(size * 1.2);
  });
});

describe('the contents of a long text', () => {
  const contents = (page: Page) => page.getByRole('navigation', { name: '目录' });

  it.each([true, false])(
    'are folded above it on a phone; script: %s',
    async (javaScriptEnabled) => {
      const { page } = await open(sample + LONG, { ...PHONE, javaScriptEnabled });
      const link = contents(page).getByRole('link', { name: '第五章　设施设备' });
      expect(await link.isVisible()).toBe(false);
      await contents(page).getByText('目录').tap();
      expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      await link.tap();
      await expect.poll(() => topOf(page, '#s-5')).toBeLessThan(60);
      expect(await topOf(page, '#s-5')).toBeGreaterThanOrEqual(0);
    },
  );

  it('stay in view beside it on a desktop, and touch nothing', async () => {
    const { page } = await open(sample + LONG);
    const link = contents(page).getByRole('link', { name: '第十章　附则' });
    expect(await link.isVisible()).toBe(true);
    await page.locator('#s-8').scrollIntoViewIfNeeded();
    expect(await contents(page).evaluate((nav) => nav.getBoundingClientRect().top)).toBe(16);
    const [list, text] = await Promise.all([
      contents(page).boundingBox(),
      page.locator('.body > p').last().boundingBox(),
    ]);
    expect(list?.x).toBeGreaterThan((text?.x ?? 0) + (text?.width ?? 0));
    expect((list?.x ?? 0) + (list?.width ?? 0)).toBeLessThanOrEqual(1440);
  });

  it.each([PHONE, DESKTOP])(
    'an address of a part arrives at once and is not covered',
    async (device) => {
      const { page } = await open(`${sample}${LONG}#s-6`, device);
      const at = await page.evaluate('scrollY');
      expect(at).toBeGreaterThan(1000);
      const top = await topOf(page, '#s-6');
      expect(top).toBeGreaterThanOrEqual(0);
      expect(top).toBeLessThan(60);
      const isOnTop = await page.evaluate(
        `(() => {
        const { left, top, height } = document.querySelector('#s-6').getBoundingClientRect();
        return document.elementFromPoint(left + 20, top + height / 2).closest('#s-6') !== null;
      })()`,
      );
      expect(isOnTop).toBe(true);
      expect(await page.evaluate('getComputedStyle(document.documentElement).scrollBehavior')).toBe(
        'auto',
      );
    },
  );

  it('each heading has an address to copy, and the foot leads back to the head', async () => {
    const { page } = await open(sample + LONG);
    const anchor = page.getByRole('link', { name: '“第二章　职责分工”的链接' });
    expect(await anchor.getAttribute('href')).toBe('#s-2');
    await anchor.focus();
    expect(await anchor.evaluate((node) => getComputedStyle(node).opacity)).toBe('1');
    await page.getByRole('link', { name: '返回顶部' }).click();
    await expect.poll(() => page.evaluate('scrollY')).toBe(0);
  });

  it('a short text has none', async () => {
    const { page } = await open(sample + ARTICLE);
    expect(await contents(page).count()).toBe(0);
  });
});

async function topOf(page: Page, selector: string): Promise<number> {
  return page.locator(selector).evaluate((node) => node.getBoundingClientRect().top);
}
