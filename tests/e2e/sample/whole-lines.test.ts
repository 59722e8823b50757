/** No line ends within a word of a mark or the head of a table, and none begins with a comma or a closing bracket. */
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import { DESKTOP, PHONE, useBrowser } from '../support/page.ts';
import { CORRECTED, REPEALED, TABLES } from '../support/site-pages.ts';

const sample = inject('sample');
const open = useBrowser();

/** Of the parts that a selector finds, the words, and marks with the character before them, that stand in two lines. */
const torn = (page: Page, selector: string): Promise<string[]> =>
  page.evaluate((parts) => {
    const found: string[] = [];
    const words = new Intl.Segmenter('zh', { granularity: 'word' });
    for (const part of document.querySelectorAll(parts)) {
      const nodes: { node: Node; at: number }[] = [];
      const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < (node.nodeValue ?? '').length; at += 1) nodes.push({ node, at });
      }
      const text = part.textContent ?? '';
      const lineOf = (index: number) => {
        const range = document.createRange();
        const { node, at } = nodes[index] as { node: Node; at: number };
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return Math.round(range.getBoundingClientRect().bottom);
      };
      for (const { segment, index } of words.segment(text)) {
        const from = /^[，。、；：）》”]/u.test(segment) ? index - 1 : index;
        const last = index + segment.trimEnd().length - 1;
        if (from >= 0 && last > from && Math.abs(lineOf(from) - lineOf(last)) > 8)
          found.push(text.slice(from, last + 1));
      }
    }
    return found;
  }, selector);

it('keeps the names of columns beside titles of two lines', async () => {
  const { page } = await open(sample, DESKTOP);
  expect(await page.locator('.headlines .of-column').count()).toBeGreaterThan(5);
  const lines = await page.locator('.headlines .of-column').evaluateAll((names) =>
    names.map((name) => {
      const range = document.createRange();
      range.selectNodeContents(name);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );
  expect(lines.filter((count) => count !== 1)).toEqual([]);
});

it('keeps the words of the heads of a table of four columns on a phone, without moving it', async () => {
  const { page } = await open(sample + TABLES, PHONE);
  expect(await torn(page, '.body th')).toEqual([]);
  expect(
    await page.evaluate(() => {
      const table = document.querySelector('.table-scroll');
      return table && table.scrollWidth - table.clientWidth;
    }),
  ).toBe(0);
});

it('keeps a day and the comma after it, and the words before a cell, in 长者模式', async () => {
  const { page } = await open(sample + TABLES, PHONE);
  await page.evaluate("document.documentElement.dataset.mode = 'elder'");
  expect(await torn(page, '.past-note strong')).toEqual([]);
  const kept = await page
    .locator('.body td[data-label]')
    .first()
    .evaluate((cell) => getComputedStyle(cell, '::before').wordBreak);
  expect(kept).toBe('keep-all');
});

it('keeps the words of the title that a note leads to, and of titles beside a state', async () => {
  const { page } = await open(sample + REPEALED, PHONE);
  expect(await page.locator('.past-note a').count()).toBe(1);
  expect(await torn(page, '.past-note a')).toEqual([]);
  await page.setViewportSize({ width: 320, height: 740 });
  await page.goto(sample);
  const besideState = '.headlines li:has(.validity) > a';
  expect(await page.locator(besideState).count()).toBeGreaterThan(0);
  expect(await torn(page, besideState)).toEqual([]);
});

it('keeps a heading that fits its line in 长者模式 on it', async () => {
  const { page } = await open(sample + CORRECTED, PHONE);
  await page.evaluate("document.documentElement.dataset.mode = 'elder'");
  const heading = page.getByRole('heading', { name: '二、抓好设备运行' });
  expect(await heading.evaluate((node) => node.getClientRects()[0]?.height)).toBeLessThan(80);
});

it('begins the topics of an article right behind their label', async () => {
  const { page } = await open(sample + CORRECTED, PHONE);
  const topics = page.locator('.article-links p').filter({ hasText: '所属专题：' });
  const gap = await topics.evaluate((row) => {
    const label = document.createRange();
    label.selectNodeContents(row);
    label.setEndBefore(row.querySelector('a') ?? row);
    const link = row.querySelector('a')?.getBoundingClientRect();
    return (link?.left ?? Infinity) - label.getBoundingClientRect().right;
  });
  expect(gap).toBeLessThan(2);
});
