/** A site that speaks Uyghur, from right to left: how it looks and works in a browser. */
import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AxeResults } from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstScreen } from './support/first-screen.ts';
import { DESKTOP, PHONE, useBrowser } from './support/page.ts';
import { serveBuilt } from './support/serve-built.ts';
import type { ServedSite } from './support/serve-built.ts';

const BUREAU = resolve(import.meta.dirname, '../fixtures/uyghur-bureau');
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const ARTICLE = 'xw/202603/20260305-energy-meeting/';
const CHINESE = 'uq/202604/20260415-chinese-notice/';
const PAGES = {
  home: '',
  column: 'uq/',
  'picture news': 'xw/',
  'policy documents': 'hj/',
  register: 'hj/register/',
  article: ARTICLE,
  'article with an attachment and a correction': 'uq/202603/20260320-training/',
  'Chinese article': CHINESE,
  document: 'hj/202604/20260401-rules/',
  'repealed document': 'hj/202601/20260110-old-rules/',
  interpretation: 'uq/202604/20260410-rules-explained/',
  consultation: 'uq/202604/20260422-opinions/',
  gallery: 'xw/202604/20260424-gallery/',
  'withdrawn article': 'xw/202604/20260418-taken-back/',
  search: `search/?q=${encodeURIComponent('توك')}`,
  'nothing found': `search/?q=${encodeURIComponent('قىشلىق')}`,
  'single page': 'biz/',
  topics: 'topics/',
  'site map': 'sitemap/',
  corrections: 'corrections/',
  elder: 'elder/',
  404: 'no/such/page/',
  410: '410/',
};

const open = useBrowser();
let folder = '';
let site: ServedSite;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'uyghur-bureau-'));
  site = await serveBuilt(BUREAU, folder);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

/** Words that stand in two lines: their letters are joined. */
const TORN = `(() => {
  const torn = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.checkVisibility()) continue;
    for (const { 0: word, index } of node.textContent.matchAll(/[\\u0620-\\u06ff]+/g)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) torn.push(word);
    }
  }
  return torn;
})()`;
describe('how it looks', () => {
  it.each([
    ['phone', PHONE, 'normal'],
    ['phone', PHONE, 'elder'],
    ['desktop', DESKTOP, 'normal'],
    ['desktop', DESKTOP, 'elder'],
  ] as const)(
    'on a %s %o in %s mode: no axe violation, no word torn, not wider than the window, text high',
    async (device, size, mode) => {
      const { page } = await open(site.url, { ...size, bypassCSP: true });
      await page.addInitScript((chosen) => {
        if (chosen === 'elder') localStorage.setItem('reading-mode', 'elder');
      }, mode);
      const most = device === 'phone' ? { normal: 420, elder: 700 } : { normal: 530, elder: 720 };
      const wrong: Record<string, unknown> = {};
      for (const [name, path] of Object.entries(PAGES)) {
        await page.goto(site.url + path, { waitUntil: 'networkidle' });
        await page.addScriptTag({ path: axe });
        const violations = await page.evaluate<AxeResults['violations']>(
          `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
        );
        const found = violations.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(' ')}`);
        const seen = await page.evaluate(firstScreen);
        const isLow = !(seen.text <= most[mode]) && name !== 'topics' && name !== '410';
        const isHigh = mode === 'elder' && seen.header > (device === 'phone' ? 152 : 240);
        const torn = await page.evaluate<string[]>(TORN);
        if (found.length > 0 || torn.length > 0 || seen.overflow !== 0 || isLow || isHigh)
          wrong[name] = { found, torn, ...seen };
        if (name === 'elder') await page.evaluate(`localStorage.clear()`);
      }
      expect(wrong).toEqual({});
    },
  );

  it('says of a Chinese title, number and text that they are Chinese, wherever they stand', async () => {
    const { page } = await open(`${site.url}uq/`);
    const title = page.locator('main li [lang="zh-CN"]');
    expect(await title.getAttribute('dir')).toBe('ltr');
    await page.goto(site.url + CHINESE);
    expect(await page.locator('h1 [lang="zh-CN"][dir="ltr"]').count()).toBe(1);
    expect(await page.locator('.body p[lang="zh-CN"][dir="ltr"]').count()).toBe(2);
    await page.goto(site.url + ARTICLE);
    const number = page.locator('.body [lang="zh-CN"]');
    expect(await number.innerText()).toBe('示机管发〔2026〕15号');
    expect(await page.locator('.body p[lang]').count()).toBe(0);
  });

  it('is the mirror of a Chinese page: name, columns and dates change sides', async () => {
    const { page } = await open(site.url);
    const box = async (selector: string) =>
      (await page.locator(selector).first().boundingBox()) ?? {
        x: NaN,
        y: NaN,
        width: 0,
        height: 0,
      };
    const [name, links, first, second, title, time] = await Promise.all(
      [
        '.wordmark',
        '.header-links',
        '.site-nav > ul > li:nth-child(1)',
        '.site-nav > ul > li:nth-child(2)',
        // Of a column: a consultation has its day below its title.
        '.home .headlines li:has(> time) > a',
        '.home .headlines li > time',
      ].map(box),
    );
    expect(name?.x).toBeGreaterThan((links?.x ?? 0) + (links?.width ?? 0));
    expect(first?.x).toBeGreaterThan(second?.x ?? 0);
    expect(title?.x).toBeGreaterThan((time?.x ?? 0) + (time?.width ?? 0));
    const styles = await page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .map((node) => getComputedStyle(node))
        .filter((style) => !['normal', '0px'].includes(style.letterSpacing)),
    );
    expect(styles).toHaveLength(0);
  });

  it('keeps dates and numbers in their order beside Uyghur', async () => {
    const { page } = await open(site.url + ARTICLE);
    const rows = await page.locator('.article-meta time, a.phone').evaluateAll((all) =>
      all.map((node) => {
        const at = (from: number) => {
          const range = document.createRange();
          const text = node.firstChild as Text;
          range.setStart(text, from);
          range.setEnd(text, from + 1);
          return range.getBoundingClientRect().left;
        };
        return at(0) < at((node.textContent?.length ?? 1) - 1);
      }),
    );
    expect(rows).toEqual([true, true]);
  });

  it('has a space between the title that a note leads to and its number', async () => {
    const { page } = await open(site.url + PAGES['repealed document'], DESKTOP);
    const [title, number] = await Promise.all([
      page.locator('.past-note a').boundingBox(),
      page.locator('.past-note a + .number').boundingBox(),
    ]);
    expect((title?.x ?? 0) - (number?.x ?? 0) - (number?.width ?? 0)).toBeGreaterThan(3);
  });
});

describe('how it works', () => {
  it('finds a word in all its forms of writing, counts a view, and turns 长者模式 on and off', async () => {
    const { page, errors } = await open(`${site.url}search/`);
    const results = page.locator('[data-results] li');
    for (const query of ['توك تېجەش', 'تېجـەش', 'توک']) {
      await page.locator('#q').fill(query);
      await page.keyboard.press('Enter');
      await page.locator('[data-results] li mark').first().waitFor();
      expect(await results.first().innerText(), query).toContain('ئورگانلار توك تېجەش');
    }
    await page.goto(site.url + ARTICLE);
    await page.waitForFunction(
      'document.querySelector("[data-view-count] [data-number]").textContent === "1"',
    );
    expect(await page.locator('[data-view-count]').innerText()).toBe('كۆرۈلۈش سانى: 1');
    await page.getByRole('link', { name: 'ياشانغانلار ھالىتى', exact: true }).first().click();
    expect(await page.locator('html').getAttribute('data-mode')).toBe('elder');
    await page.getByRole('link', { name: 'ياشانغانلار ھالىتىدىن چېكىنىش' }).click();
    expect(await page.locator('html').getAttribute('data-mode')).toBe(null);
    expect(errors).toEqual([]);
  });

  it('asks in Uyghur before a link leads away from the government’s sites', async () => {
    const { page } = await open(`${site.url}uq/202603/20260320-training/`);
    await page.locator('.body a[data-outbound]').click();
    await page.getByRole('dialog', { name: 'سىز بۇ تور بېكەتتىن ئايرىلىسىز' }).waitFor();
  });
});
