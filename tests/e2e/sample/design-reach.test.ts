/** Narrow windows, large zoom, the keyboard alone, and scripts that run from right to left. */
import { describe, expect, inject, it } from 'vitest';
import { focused, walk } from '../support/keyboard.ts';
import { useBrowser } from '../support/page.ts';
import { ARTICLE, pageKinds, TABLES } from '../support/site-pages.ts';

const sample = inject('sample');
const PAGES = pageKinds(sample, inject('other'));
const open = useBrowser('again');

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe('without scrolling sideways', () => {
  it.each([
    ['320 px', { viewport: { width: 320, height: 640 } }],
    // 1280 px at 400 % is 320; at 200 % it is this.
    ['200 % of 1280 px', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ])('every kind of page is read in a window of %s', async (_, device) => {
    const { page } = await open(sample, device);
    const wide: string[] = [];
    for (const [name, url] of PAGES) {
      await page.goto(url);
      if ((await page.evaluate<number>(OVERFLOW)) > 0) wide.push(name);
    }
    expect(wide).toEqual([]);
  });

  it.each([ARTICLE, TABLES])('%s is read with text of 200 %', async (path) => {
    const { page } = await open(sample + path, { viewport: { width: 360, height: 740 } });
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    expect(await page.evaluate<number>(OVERFLOW)).toBeLessThanOrEqual(0);
  });
});

describe('by keyboard', () => {
  it.each([
    ['', 'home'],
    [ARTICLE, 'article'],
    ['xwzx/', 'column'],
  ])('everything on /%s is reached in order and can be seen', async (path) => {
    const { page } = await open(sample + path);
    const steps = await walk(page);
    expect(steps[0]?.text).toBe('跳到正文');
    expect(steps.filter(({ isDrawn, isShown }) => !isDrawn || !isShown)).toEqual([]);
    const reachable = await page.evaluate<number>(
      `[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
        .filter((element) => element.checkVisibility({ visibilityProperty: true })).length`,
    );
    expect(steps.length).toBe(reachable);
  });

  it('the skip link leads past the navigation', async () => {
    const { page } = await open(sample + ARTICLE);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('main');
    await page.keyboard.press('Tab');
    expect((await focused(page)).text).toBe('首页');
  });
});

describe('from right to left', () => {
  it.each([
    ['phone', 360],
    ['desktop', 1280],
  ])('a page on a %s is mirrored and does not overflow', async (_, width) => {
    const { page } = await open(sample + ARTICLE, { viewport: { width, height: 800 } });
    const start = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => {
          const { left, right } = node.getBoundingClientRect();
          return { left, right: innerWidth - right };
        });
    const before = await start('.wordmark');
    await page.evaluate('document.documentElement.dir = "rtl"');
    const after = await start('.wordmark');
    expect(Math.abs(after.right - before.left)).toBeLessThan(20);
    expect(await page.evaluate<number>(OVERFLOW)).toBeLessThanOrEqual(0);
  });
});
