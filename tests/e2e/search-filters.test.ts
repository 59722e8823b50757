/** The filters of the search page, and the ways to columns and sources that it shows. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { NEWS, NOTICES } from '../support/search-documents.ts';
import { outcome } from '../support/search-outcome.ts';
import { searchPages } from '../support/search-pages.ts';

const pages = searchPages();
let page: Page;
const open = (query: Record<string, string>): Promise<void> => pages.open(page, query);

beforeEach(async () => {
  page = await pages.newPage();
});
afterEach(() => page.close());

test('counts what each filter would leave', async () => {
  await open({ q: '机关事务', column: NOTICES });
  await outcome(page);
  const texts = () => page.getByLabel('栏目').locator('option').allTextContents();
  await expect
    .poll(texts)
    .toEqual(['全部（2）', '新闻资讯（1）', `${NEWS}（1）`, `${NOTICES}（1）`]);
  expect(await page.getByLabel('年份').locator('option').allTextContents()).toEqual([
    '全部（1）',
    '2026（1）',
    '2025（0）',
    '2024（0）',
  ]);
});

test('does not offer a filter that would leave nothing', async () => {
  await open({ q: '机关事务' });
  await outcome(page);
  const option = (year: string) => page.locator(`option[value="${year}"]`);
  await expect.poll(() => option('2025').textContent()).toContain('（0）');
  expect(await option('2025').getAttribute('hidden')).toBe('');
  expect(await option('2024').getAttribute('hidden')).toBe(null);
  await open({ q: '机关事务', year: '2025' });
  await outcome(page);
  await expect.poll(() => option('2025').textContent()).toContain('（0）');
  expect(await option('2025').getAttribute('hidden')).toBe(null);
});

test('shows the way to columns and sources whose names hold what was asked', async () => {
  await open({ q: '通知' });
  await outcome(page);
  const offers = page.locator('[data-offers] a');
  expect(await offers.allTextContents()).toEqual(['进入栏目“通知公告”']);
  expect(await offers.first().getAttribute('href')).toBe(`/of/${NOTICES}/`);
  await open({ q: '节能' });
  await outcome(page);
  expect(await offers.allTextContents()).toEqual(['来源是“节能中心”的稿件']);
  const address = (await offers.first().getAttribute('href')) ?? '';
  expect(Object.fromEntries(new URL(address, page.url()).searchParams)).toEqual({
    q: '节能中心',
    source: '节能中心',
  });
  await open({ q: '会' });
  await outcome(page);
  expect(await offers.count()).toBe(0);
});
