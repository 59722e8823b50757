/** No page is wider than the screen, whatever is written in it, and nothing of it is cut off. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTILE_PAGES, LONG_WORD, writeHostileBureau } from './support/hostile-bureau.ts';
import { useBrowser } from './support/page.ts';
import { serveBuilt } from './support/serve-built.ts';
import type { ServedSite } from './support/serve-built.ts';

const NARROW = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };

const open = useBrowser('again');
let folder = '';
let site: ServedSite;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-bureau-'));
  await writeHostileBureau(folder);
  site = await serveBuilt(folder, folder);
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true });
});

const MODES: Readonly<Record<string, string>> = {
  'as it is': '',
  'with text of 200 %': 'document.documentElement.style.fontSize = "200%"',
  'in 长者模式': 'document.documentElement.dataset.mode = "elder"',
  'in large type': 'document.documentElement.dataset.size = "large"',
};

/** How much wider than the screen the page is, and what stands out of it without being in a box that scrolls. */
const WIDER = `(() => {
  const root = document.documentElement;
  const width = root.clientWidth;
  const scrolls = (node) => {
    for (let box = node.parentElement; box && box !== document.body; box = box.parentElement) {
      if (['auto', 'scroll', 'hidden', 'clip'].includes(getComputedStyle(box).overflowX)) return true;
    }
    return false;
  };
  const out = [...document.body.querySelectorAll('*')]
    .filter((node) => node.checkVisibility() && !node.closest('.skip-link, .visually-hidden'))
    .filter((node) => {
      const { left, right } = node.getBoundingClientRect();
      return (right > width + 1 || left < -1) && !scrolls(node);
    })
    .map((node) => node.tagName.toLowerCase() + '.' + node.className);
  return [root.scrollWidth - width, ...out.slice(0, 5)];
})()`;

describe.each(Object.entries(HOSTILE_PAGES))('%s', (_, path) => {
  it('is never wider than 320 px', async () => {
    const { page } = await open(site.url + path, NARROW);
    const found: Record<string, unknown> = {};
    for (const [mode, change] of Object.entries(MODES)) {
      await page.evaluate(
        'delete document.documentElement.dataset.mode; delete document.documentElement.dataset.size; document.documentElement.style.fontSize = ""',
      );
      await page.evaluate(change);
      found[mode] = await page.evaluate(WIDER);
    }
    expect(found).toEqual(Object.fromEntries(Object.keys(MODES).map((mode) => [mode, [0]])));
  });
});

it('a program text and a long name are broken into lines, and a wide table is moved by itself', async () => {
  const { page } = await open(`${site.url}l/202601/20260102-long/`, NARROW);
  const lines = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
      });
  expect(await lines('.body pre')).toBeGreaterThan(6);
  expect(await lines('.attachments a')).toBeGreaterThan(1);
  expect(await page.locator('.attachments a').first().innerText()).toContain(LONG_WORD);
  const table = page.locator('.table-scroll').first();
  expect(await table.evaluate((node) => node.scrollWidth > node.clientWidth)).toBe(true);
  // A number in a table keeps to its line.
  expect(await lines('.table-scroll td:nth-child(4)')).toBe(1);
});

describe('the header', () => {
  it('gives a long name a row of its own in type of 200 %, and breaks it seldom', async () => {
    const { page } = await open(`${site.url}l/`, NARROW);
    const name = page.locator('.wordmark');
    const buttons = page.locator('.to-search');
    const isBeside = async () => {
      const [left, right] = await Promise.all([name.boundingBox(), buttons.boundingBox()]);
      return (right?.y ?? 0) < (left?.y ?? 0) + (left?.height ?? 0);
    };
    expect(await isBeside()).toBe(true);
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    expect(await isBeside()).toBe(false);
    expect((await name.boundingBox())?.width).toBeGreaterThan(240);
  });

  it('keeps columns with names of two lines apart in its menu', async () => {
    const { page } = await open(`${site.url}l/`, NARROW);
    await page.locator('.menu > summary').click();
    const room = await page.locator('.site-nav ul ul a').evaluateAll((links) =>
      links.map((link) => {
        const range = document.createRange();
        range.selectNodeContents(link);
        const lines = [...range.getClientRects()];
        const { top, bottom } = link.getBoundingClientRect();
        const [first, last] = [lines[0]?.top ?? top, lines.at(-1)?.bottom ?? bottom];
        return { lines: lines.length, least: Math.min(first - top, bottom - last) };
      }),
    );
    expect(room.some(({ lines }) => lines > 1)).toBe(true);
    for (const { least } of room) expect(least).toBeGreaterThanOrEqual(4);
  });

  it('names the page at hand in the line of the columns above it, cut for the eye alone', async () => {
    const { page } = await open(`${site.url}sitemap/`, NARROW);
    const name = '自治区公共机构节约能源资源和绿色低碳发展宣传教育活动专题报道与学习资料汇编';
    await page.evaluate(`document.querySelector('[aria-current]').textContent = '${name}'`);
    const lines = await page.locator('.breadcrumbs li a').evaluateAll((links) =>
      links.map((link) => {
        const { top, right } = link.getBoundingClientRect();
        return { top: Math.round(top), isInside: right <= innerWidth };
      }),
    );
    expect(new Set(lines.map(({ top }) => top)).size).toBe(1);
    expect(lines.every(({ isInside }) => isInside)).toBe(true);
    expect(await page.locator('.breadcrumbs').getByRole('link', { name }).count()).toBe(1);
  });

  it('leaves the way into 长者模式 no room of the columns above a text in type of 200 %', async () => {
    const { page } = await open(`${site.url}l/m/n/202601/20260104-deep/`, NARROW);
    await page.evaluate('document.documentElement.style.fontSize = "200%"');
    const way = await page.locator('.breadcrumbs').boundingBox();
    expect(way?.width).toBeGreaterThan(240);
  });
});
