/** The pages in Firefox: they hold, their titles end well, the search finds, 长者模式 comes and goes. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { findFirefox, launchFirefox } from '../../support/firefox.ts';
import { lastLines } from '../support/last-lines.ts';
import { ARTICLE, TABLES } from '../support/site-pages.ts';

const sample = inject('sample');
const firefox = findFirefox();
const WIDTHS = [320, 360, 768, 1440];
const PAGES = ['', 'xwzx/tpxw/', ARTICLE, TABLES, 'search/?q=节能', 'elder/', '404.html'];
const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';

describe.skipIf(!firefox)('in Firefox', () => {
  let browser: Browser;
  let page: Page;
  let errors: string[] = [];

  beforeAll(async () => {
    browser = await launchFirefox(firefox ?? '');
  }, 60_000);
  afterAll(() => browser.close());
  // A reader's own: 长者模式 is kept from page to page.
  beforeEach(async () => {
    errors = [];
    page = await (await browser.createBrowserContext()).newPage();
    page.on('pageerror', (error) => errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.setViewport({ width: 1440, height: 900 });
  });
  afterEach(async () => {
    await page.browserContext().close();
    expect(errors).toEqual([]);
  });

  it('no page is wider than its window, no title ends with one character alone, no script fails', async () => {
    const wrong: Record<string, unknown> = {};
    for (const path of PAGES) {
      await page.goto(sample + path);
      for (const width of WIDTHS) {
        await page.setViewport({ width, height: 740 });
        const over = await page.evaluate(OVERFLOW);
        const alone = (await page.evaluate(lastLines)).filter(({ last }) => last.length === 1);
        if (over !== 0 || alone.length > 0) wrong[`${path} ${width}`] = { over, alone };
      }
    }
    expect(wrong).toEqual({});
  });

  it('the search finds what was asked for, and shows where', async () => {
    await page.goto(sample);
    await page.type('#header-q', '公共机构节能');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    await page.waitForSelector('[data-results] li mark');
    const marked = await page.$$eval('[data-results] mark', (marks) =>
      marks.map((mark) => mark.textContent),
    );
    expect(new Set(marked)).toEqual(new Set(['公共机构节能']));
  });

  it('长者模式 is on at one press and off at another', async () => {
    const mode = () => page.evaluate('document.documentElement.dataset.mode ?? ""');
    await page.goto(sample + ARTICLE);
    expect(await mode()).toBe('');
    await page.locator('.site-header .elder-on').click();
    await expect.poll(mode).toBe('elder');
    await page.goto(sample);
    expect(await mode()).toBe('elder');
    await page.locator('.elder-off').click();
    await expect.poll(mode).toBe('');
  });
});
