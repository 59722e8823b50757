/** The design under contents that the sample has not: empty and full columns, a new bureau, texts in other scripts. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holes } from './support/holes.ts';
import { PHONE, useBrowser } from './support/page.ts';
import { serveBuilt } from './support/serve-built.ts';
import type { ServedSite } from './support/serve-built.ts';
import { ARTICLE, SIZES, writeSizedBureau } from './support/sized-bureau.ts';

const TEXT = `示政发〔2026〕12号

各地、各单位要按照自治区机关事务管理局去年印发的示机管发〔2026〕58号和国办发〔2025〕7号文件的要求办理。

ئاپتونوم رايونلۇق ئورگان ئىشلىرىنى باشقۇرۇش ئىدارىسى 2026-يىلى 3-ئاينىڭ 5-كۈنى يىغىن ئاچتى.

བོད་ཡིག་ནི་གངས་ཅན་གྱི་སྐད་ཡིག་ཡིན།

ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ

> ئۇيغۇرچە نەقىل

- بىرىنچى
- ئىككىنچى

汉文里有 ئۇيغۇر 一词的一段。

${tableOf(6)}

${tableOf(12)}

${tableOf(20)}`;

/** A table with so many columns of figures. */
function tableOf(columns: number): string {
  const row = (cell: string) => `|${` ${cell} |`.repeat(columns)}`;
  return [row('指标名称'), row('---'), row('1234567.89')].join('\n');
}

const OVERFLOW = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
const WIDTHS = [320, 768, 1440];
const LONGEST = Math.max(...SIZES);
const GROUND = 'rgb(246, 244, 240)';

const open = useBrowser('again');
let folder = '';
let site: ServedSite;
let empty: ServedSite;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sized-bureau-'));
  await writeSizedBureau(join(folder, 'sized'), TEXT);
  await writeSizedBureau(join(folder, 'empty'));
  site = await serveBuilt(join(folder, 'sized'), join(folder, 'sized'));
  empty = await serveBuilt(join(folder, 'empty'), join(folder, 'empty'));
});
afterAll(async () => {
  await Promise.all([site.close(), empty.close()]);
  await rm(folder, { recursive: true });
});

describe('the home page', () => {
  it.each(WIDTHS)('shows 0, 1, 3 and 30 articles a column in %d px', async (width) => {
    const { page, errors } = await open(site.url, { viewport: { width, height: 900 } });
    const block = (name: string) =>
      page
        .locator('.home .block')
        .filter({ has: page.getByRole('heading', { name, exact: true }) });
    for (const size of SIZES) {
      const pictures = block(`图片${size}`).locator('.lead, .lead-others li');
      expect(await pictures.count()).toBe(size);
      const list = await block(`列表${size}`).locator('.headlines li').count();
      // The headline of the page is one of them, and the one of a list that has no other stays in it.
      expect(list + (size === LONGEST ? 1 : 0)).toBe(size);
    }
    expect(await page.locator('.headline').count()).toBe(1);
    const card = page.locator('.no-picture');
    expect(await card.innerText()).toBe('图片30');
    expect(await card.evaluate((it) => getComputedStyle(it).backgroundColor)).not.toBe(GROUND);
    expect(await page.evaluate(holes)).toEqual([]);
    expect(await page.evaluate<number>(OVERFLOW)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(ESCAPING)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('of a bureau without an article says so, and every page of it works', async () => {
    const { page, errors } = await open(empty.url, PHONE);
    expect(await page.locator('.home').innerText()).toBe('还没有稿件。');
    expect(await page.evaluate<number>(OVERFLOW)).toBeLessThanOrEqual(0);
    for (const path of ['p3/', 'l3/', 'search/?q=节能', 'sitemap/', 'elder/']) {
      const response = await page.goto(empty.url + path, { waitUntil: 'networkidle' });
      expect(response?.status(), path).toBe(200);
    }
    expect(errors).toEqual([]);
  });
});

/** Entries of lists whose content is wider than they are. */
const ESCAPING = `[...document.querySelectorAll('.home li')]
  .filter((item) => item.scrollWidth > item.clientWidth + 1)
  .map((item) => item.textContent.trim())`;

describe('picture news on a phone', () => {
  it.each([
    ['with a script', true],
    ['without one', false],
  ])('are swiped, each stopping at the edge, %s', async (_, javaScriptEnabled) => {
    const { page } = await open(site.url, { ...PHONE, javaScriptEnabled });
    const row = page.locator('.lead-news').last();
    await row.scrollIntoViewIfNeeded();
    expect(await startOf(row.locator('.lead'), row)).toBeLessThan(20);
    await swipe(page, row);
    const second = row.locator('.lead-others li').first();
    await expect.poll(() => startOf(second, row)).toBeLessThan(20);
    expect(await second.locator('.place').innerText()).toBe('2/30');
  });

  it('come into view with the keyboard, and are a list in 长者模式', async () => {
    const { page } = await open(site.url, PHONE);
    const row = page.locator('.lead-news').last();
    await row.getByRole('link').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const third = row.locator('.lead-others li').nth(1);
    await expect.poll(() => startOf(third, row)).toBeLessThan(60);
    await page.evaluate('document.documentElement.dataset.mode = "elder"');
    expect(await row.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
  });
});

type Locator = ReturnType<Page['locator']>;

/** How far the element is from where its row begins, CSS pixels. */
async function startOf(element: Locator, row: Locator): Promise<number> {
  const [inner, outer] = await Promise.all([element.boundingBox(), row.boundingBox()]);
  return Math.abs((inner?.x ?? Number.NaN) - (outer?.x ?? 0));
}

/** A finger from right to left over the middle of the element. */
async function swipe(page: Page, row: Locator): Promise<void> {
  const box = await row.boundingBox();
  const y = (box?.y ?? 0) + 60;
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: x === undefined ? [] : [{ x, y }],
    });
  await touch('touchStart', 280);
  for (let x = 270; x >= 60; x -= 15) await touch('touchMove', x);
  await touch('touchEnd');
  await session.detach();
}

describe('a text in other scripts', () => {
  it.each(WIDTHS)('has language, direction and its lines on their side in %d px', async (width) => {
    const { page } = await open(site.url + ARTICLE, { viewport: { width, height: 900 } });
    const uyghur = page.locator('.body > p[lang=ug]');
    const style = await uyghur.evaluate((node) => {
      const { direction, textAlign, textIndent } = getComputedStyle(node);
      return { direction, textAlign, textIndent };
    });
    expect(style).toEqual({ direction: 'rtl', textAlign: 'start', textIndent: '0px' });
    // Its last line is short, and ends at the left: it begins at the right.
    const gaps = await uyghur.evaluate((node) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const last = [...range.getClientRects()].at(-1);
      const { left, right } = node.getBoundingClientRect();
      return { left: (last?.left ?? 0) - left, right: right - (last?.right ?? 0) };
    });
    expect(gaps.right).toBeLessThan(1);
    expect(gaps.left).toBeGreaterThan(1);
    const quotation = await page.locator('blockquote[dir=rtl]').evaluate((node) => {
      const { borderLeftWidth, borderRightWidth, paddingLeft } = getComputedStyle(node);
      return { borderLeftWidth, borderRightWidth, paddingLeft };
    });
    expect(quotation).toEqual({
      borderLeftWidth: '0px',
      borderRightWidth: '3px',
      paddingLeft: '0px',
    });
    const list = page.locator('ul[dir=rtl]');
    expect(
      await list.evaluate((node) => Number.parseFloat(getComputedStyle(node).paddingRight)),
    ).toBeGreaterThan(20);
    expect(await page.locator('.body > p[lang=bo]').count()).toBe(1);
    expect(await page.locator('.body > p > span[lang=ug][dir=rtl]').innerText()).toBe('ئۇيغۇر');
    const mongolian = page.locator('.body > p[lang=mn]');
    expect(await mongolian.evaluate((node) => getComputedStyle(node).writingMode)).toBe(
      'vertical-lr',
    );
    expect(await page.evaluate<number>(OVERFLOW)).toBeLessThanOrEqual(0);
  });
});

describe('the number of a document', () => {
  it.each(['normal', 'elder', 'large'])('fits a window of 320 px in %s size', async (size) => {
    const { page } = await open(site.url + ARTICLE, { viewport: { width: 320, height: 700 } });
    if (size !== 'normal') await page.evaluate('document.documentElement.dataset.size = "large"');
    if (size === 'elder') await page.evaluate('document.documentElement.dataset.mode = "elder"');
    expect(await page.evaluate<number>(OVERFLOW)).toBeLessThanOrEqual(0);
  });

  it('is on one line of a phone, wherever it stands in a line', async () => {
    const { page } = await open(site.url + ARTICLE, PHONE);
    const number = page.locator('.body .unbroken').first();
    expect(await number.innerText()).toBe('的示机管发〔2026〕58号');
    const lines = new Set<number>();
    for (let width = 344; width <= 480; width += 17) {
      await page.setViewportSize({ width, height: 740 });
      lines.add(await number.evaluate((node) => node.getClientRects().length));
    }
    expect([...lines]).toEqual([1]);
  });

  it('that a text begins with stands in the middle', async () => {
    const { page } = await open(site.url + ARTICLE);
    const align = await page
      .locator('.body > p')
      .first()
      .evaluate((node) => getComputedStyle(node).textAlign);
    expect(align).toBe('center');
  });
});

it('many columns are all on paper, in whole figures as long as there is room, on a sheet that lies across', async () => {
  const { page } = await open(site.url + ARTICLE, { viewport: { width: 612, height: 900 } });
  await page.emulateMedia({ media: 'print' });
  const tables = page.locator('.table-scroll');
  const measure = async (index: number, width: number) => {
    // What is between the margins of A4.
    await page.setViewportSize({ width, height: 900 });
    return tables.nth(index).evaluate((node) => ({
      page: getComputedStyle(node).getPropertyValue('page'),
      over: Math.max(0, node.scrollWidth - node.clientWidth),
      lines: (() => {
        const range = document.createRange();
        range.selectNodeContents(node.querySelector('td') ?? node);
        return range.getClientRects().length;
      })(),
    }));
  };
  expect(await measure(0, 612)).toEqual({ page: 'auto', over: 0, lines: 1 });
  expect(await measure(1, 941)).toEqual({ page: 'across', over: 0, lines: 1 });
  expect(await measure(2, 941)).toMatchObject({ page: 'across', over: 0 });
});
