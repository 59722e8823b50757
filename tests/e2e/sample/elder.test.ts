/** 长者模式: on and off, kept, without a flash, without a script; the figures of 《互联网网站适老化通用设计规范》. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { DESKTOP, PHONE, useBrowser } from '../support/page.ts';
import { ARTICLE } from '../support/site-pages.ts';

const sample = inject('sample');
const open = useBrowser('again');
const mode = (page: Page): Promise<string | null> => page.locator('html').getAttribute('data-mode');

/** Words of headings and captions, ranges, and pieces of addresses that begin in one line and end in another. */
const TORN = `(() => {
  const torn = [];
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  for (const part of document.querySelectorAll('.body :is(h2, h3, figcaption, .range, a[href^=mailto]), .subtitle, .names')) {
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const isWhole = part.matches('.range, a');
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const pieces = isWhole
        ? [{ segment: node.data, index: 0, isWordLike: true }]
        : words.segment(node.data);
      for (const { segment, index, isWordLike } of pieces) {
        if (!isWordLike) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) torn.push(segment);
      }
    }
  }
  return torn;
})()`;

/** Font size, line height and distance of the first two paragraphs of a text, CSS pixels. */
const TEXT = `(() => {
  const [first, second] = document.querySelectorAll('.body > p');
  const { fontSize, lineHeight } = getComputedStyle(first);
  const [size, line] = [fontSize, lineHeight].map(Number.parseFloat);
  const { marginBlockEnd } = getComputedStyle(first);
  return { size, line, gap: Number.parseFloat(marginBlockEnd) };
})()`;

describe.each([
  ['phone', PHONE],
  ['desktop', DESKTOP],
] as const)('on a %s', (_, device) => {
  it('is one press away, is kept on the next page, and is left by one press', async () => {
    const { page, errors } = await open(sample + ARTICLE, device);
    await page.getByRole('link', { name: '长者模式', exact: true }).click();
    expect(await mode(page)).toBe('elder');
    expect(page.url()).toBe(sample + ARTICLE);
    expect(await page.evaluate('document.activeElement.textContent')).toBe('退出长者模式');
    await page.goto(`${sample}xwzx/gzdt/`);
    expect(await mode(page)).toBe('elder');
    await page.getByRole('link', { name: '退出长者模式' }).click();
    expect(await mode(page)).toBeNull();
    await page.reload();
    expect(await mode(page)).toBeNull();
    expect(errors).toEqual([]);
  });

  it.each([
    ['小', 24],
    ['中', 28],
    ['大', 40],
  ])(
    'sets the text, at size %s, in %d px with room between lines and paragraphs',
    async (name, px) => {
      const { page } = await open(`${sample}elder/`, device);
      await page.goto(sample + ARTICLE, { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: `${name}号字` }).click();
      const { size, line, gap } =
        await page.evaluate<Record<'size' | 'line' | 'gap', number>>(TEXT);
      expect(Math.round(size)).toBe(px);
      expect(line / size).toBeGreaterThanOrEqual(1.5);
      // The distance between paragraphs is 1.3 times that between lines, or more.
      expect(gap).toBeGreaterThanOrEqual(1.3 * (line - size));
      const overflow =
        'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate(overflow)).toBeLessThanOrEqual(0);
    },
  );
});

it.each([360, 700, 768, 1000])('in %d px its menu is ink on paper', async (width) => {
  const { page } = await open(`${sample}elder/`, { viewport: { width, height: 900 } });
  await page.goto(sample + ARTICLE, { waitUntil: 'networkidle' });
  await page.locator('.menu > summary').click();
  const ground = await page.locator('.site-nav').evaluate((node) => {
    const { backgroundColor, borderImageSource } = getComputedStyle(node);
    return { backgroundColor, borderImageSource };
  });
  expect(ground).toEqual({ backgroundColor: 'rgba(0, 0, 0, 0)', borderImageSource: 'none' });
});

it('is there at the first paint', async () => {
  const { page } = await open(`${sample}elder/`, {}, 'own');
  await page.addInitScript(() => {
    const seen: (string | undefined)[] = [];
    Object.assign(window, { seen });
    requestAnimationFrame(() => seen.push(document.documentElement.dataset['mode']));
  });
  await page.goto(sample + ARTICLE, { waitUntil: 'networkidle' });
  const html = await (await fetch(sample + ARTICLE)).text();
  // The script that sets it stands before every style sheet, and nothing defers it.
  const head = html.slice(0, html.indexOf('</head>'));
  expect(head).toMatch(/<script src="\/_astro\/first-paint\.[\w-]+\.js"><\/script>/);
  expect(head.indexOf('first-paint')).toBeLessThan(head.indexOf('rel="stylesheet"'));
  expect(await page.evaluate('window.seen[0]')).toBe('elder');
});

describe.each(['', 'elder/'])('its simple home page at /%s', (path) => {
  it('has a telephone number at its head, a large search, the columns, the newest, and lists of notices', async () => {
    const { page } = await open(`${sample}elder/`, PHONE);
    await page.goto(sample + path, { waitUntil: 'networkidle' });
    const simple = page.getByRole('region', { name: '常用' });
    const phone = simple.getByRole('link', { name: '0999-8800000' });
    expect(await phone.getAttribute('href')).toBe('tel:09998800000');
    const { y = 0, height = 0 } = (await phone.boundingBox()) ?? {};
    expect(y).toBeLessThan(160);
    expect(height).toBeGreaterThanOrEqual(60);
    expect(await simple.getByRole('searchbox').isVisible()).toBe(true);
    expect(await simple.locator('.column-buttons a').count()).toBeGreaterThanOrEqual(5);
    for (const name of ['最新发布', '通知公告', '政策法规'])
      expect(await simple.getByRole('heading', { name }).isVisible(), name).toBe(true);
  });

  it('is read through on a phone, and has no article twice', async () => {
    const { page } = await open(`${sample}elder/`, PHONE);
    await page.goto(sample + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThan(5000);
    const links = await page
      .locator('main a')
      .evaluateAll((all) =>
        all.flatMap((a) => (a.checkVisibility() ? [a.getAttribute('href')] : [])),
      );
    const articles = links.filter((address) => /\/\d{6}\//.test(address ?? ''));
    expect(articles.length).toBeGreaterThanOrEqual(10);
    expect(articles).toEqual([...new Set(articles)]);
  });
});

it('without a script its page is large, and says what it cannot do', async () => {
  const { page } = await open(sample, { javaScriptEnabled: false });
  await page.getByRole('link', { name: '长者模式', exact: true }).click();
  expect(new URL(page.url()).pathname).toBe('/elder/');
  expect(await mode(page)).toBe('elder');
  expect(await page.getByText('大字只在这一页有效').isVisible()).toBe(true);
  await page.getByRole('link', { name: '退出长者模式' }).click();
  expect(new URL(page.url()).pathname).toBe('/');
});

it('plays nothing, opens nothing, and lets no time run out', async () => {
  const { page, requests } = await open(`${sample}elder/`);
  const before = requests.length;
  await page.waitForTimeout(1500);
  expect(requests.length).toBe(before);
  expect(await page.locator('dialog, [autoplay], meta[http-equiv=refresh]').count()).toBe(0);
});

it('keeps what stands behind a title apart, and says in a list which document is not in force', async () => {
  const { page } = await open(`${sample}elder/`, PHONE);
  await page.goto(`${sample}zwgk/`);
  const gaps = await page.evaluate<number[]>(
    `[...document.querySelectorAll('.headlines li')].flatMap((row) => {
      const boxes = [...row.children].map((part) => part.getBoundingClientRect());
      const beside = (one, other) => one.top < other.bottom && other.top < one.bottom;
      return boxes.slice(1).flatMap((box, at) =>
        beside(boxes[at], box) ? [box.left - boxes[at].right] : []);
    })`,
  );
  expect(gaps.length).toBeGreaterThanOrEqual(3);
  expect(Math.min(...gaps)).toBeGreaterThan(8);
  const marks = page.locator('.headlines .validity');
  expect(await marks.allTextContents()).toEqual(['已失效', '已废止']);
});

it.each([
  'hdjl/',
  'zwgk/tzgg/202611/20261118-winter-heating/',
  'xwzx/gzdt/202503/20250326-heating-tail/',
  'ywgz/gwyc/202611/20261105-ev-charging-hub/',
])(
  'on /%s no word of a heading or caption, no range and no part of an address is torn',
  async (path) => {
    const { page } = await open(`${sample}elder/`, PHONE);
    await page.goto(sample + path);
    expect(await page.evaluate(TORN)).toEqual([]);
  },
);
