/** What the search page loads, when, and what it does when the index is published anew meanwhile. */
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outcome } from '../support/search-outcome.ts';
import { searchPages } from '../support/search-pages.ts';

const pages = searchPages();
let page: Page;

async function open(query: Record<string, string>): Promise<void> {
  await pages.open(page, query);
}

describe('the page', () => {
  beforeEach(async () => {
    page = await pages.newPage();
  });

  afterEach(() => page.close());

  test('reads the list again, once, when the index has been published anew', async () => {
    let lists = 0;
    await page.route('**/list.json', async (route) => {
      lists += 1;
      const response = await route.fetch();
      const list = (await response.json()) as { layers: { versions: string }[] };
      const old = list.layers.map((layer) => ({
        ...layer,
        versions: layer.versions.replaceAll(/./g, '0'),
      }));
      return route.fulfill({ json: lists === 1 ? { ...list, layers: old } : list });
    });
    await open({ q: '节能' });
    expect(await outcome(page)).toMatchObject({ status: '找到 2 篇', urls: { length: 2 } });
    expect(lists).toBe(2);
  });

  test.each(['<!doctype html>', '\uFEFF\n<html>'])(
    'takes a page (%j) in the place of a file for a file that is missing, not for one without hits',
    async (body) => {
      await page.route('**/*.d', (route) => route.fulfill({ status: 200, body }));
      await open({ q: '节能' });
      expect((await outcome(page)).status).toBe('搜索暂时打不开，请稍后再试。重试');
      await page.unroute('**/*.d');
      await page.getByRole('button', { name: '重试' }).click();
      await expect.poll(() => page.getByRole('status').textContent()).toBe('找到 2 篇');
    },
  );

  test('says what was found though the choices of the filters cannot be counted', async () => {
    await open({ q: '机关事务' });
    const choices = () => page.getByLabel('年份').locator('option').allTextContents();
    await expect.poll(choices).toContain('2026（1）');
    await page.reload({ waitUntil: 'commit' });
    await page.route('**/values/**', (route) => route.abort());
    const failed = page.waitForEvent('requestfailed');
    await open({ q: '节能' });
    await failed;
    expect(await outcome(page)).toMatchObject({ status: '找到 2 篇', urls: { length: 2 } });
    expect(await choices()).toContain('2026');
  });

  test('never shows the answers of an older query for those of a newer', async () => {
    await open({});
    const held: (() => Promise<void>)[] = [];
    let isHeld = true;
    await page.route('**/texts/**', async (route) => {
      if (isHeld) held.push(() => route.continue());
      else await route.continue();
    });
    const ask = async (query: string) => {
      await page.getByLabel('搜索词').fill(query);
      await page.keyboard.press('Enter');
    };
    await ask('值班');
    await expect.poll(() => held.length).toBeGreaterThan(9);
    isHeld = false;
    await ask('三新要求');
    await page.getByRole('link', { name: '关于落实要求的情况' }).waitFor();
    await Promise.all(held.map((release) => release()));
    await ask('魑魅');
    await page.goBack();
    await page.getByRole('link', { name: '关于落实要求的情况' }).waitFor();
    expect(await outcome(page)).toEqual({ status: '找到 1 篇', urls: ['/three/'] });
  });

  test('goes on where it was when the index is published anew in the middle', async () => {
    await open({ q: '值班' });
    const before = (await outcome(page)).urls;
    let missing = 0;
    await page.route('**/texts/**', (route) => {
      missing += 1;
      return missing === 1 ? route.fulfill({ status: 404 }) : route.continue();
    });
    await page.getByRole('button', { name: '更多结果' }).click();
    await expect.poll(() => page.getByRole('listitem').count()).toBe(12);
    const { urls } = await outcome(page);
    expect(missing).toBeGreaterThan(1);
    expect([urls.slice(0, 10), new Set(urls).size]).toEqual([before, 12]);
  });

  test('loads what a query needs while it is written, and titles after that', async () => {
    await open({});
    pages.site.requests.length = 0;
    await page.getByLabel('搜索词').focus();
    const asked = () => pages.site.requests.map((path) => path.replace(/.*\//, ''));
    await expect.poll(asked).toContain('wasm.unknown.pagefind');
    expect(asked().filter((name) => name.endsWith('.d'))).toEqual([]);
    await page.getByLabel('搜索词').pressSequentially('节能');
    await expect.poll(asked).toContain('titles.json');
    const names = asked();
    const bucket = names.findIndex((name) => name.endsWith('.d'));
    expect([bucket > -1, bucket < names.indexOf('titles.json')]).toEqual([true, true]);
    const before = pages.site.requests.length;
    await page.keyboard.press('Enter');
    await outcome(page);
    expect(
      pages.site.requests
        .slice(before)
        .filter((path) => !path.includes('/texts/') && !path.includes('/values/')),
    ).toEqual([]);
  });
});
