/** What is found, or said instead, is on the screen of a reader who has a small one. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { PHONE, useBrowser } from '../support/page.ts';

const sample = inject('sample');
const open = useBrowser();

/** A desktop's window of 1440 by 900, its page four times as large. */
const ENLARGED = { viewport: { width: 360, height: 225 } };

const isSeen = (page: Page, selector: string) =>
  page.evaluate<boolean>(
    `(() => {
      const { top, bottom } = document.querySelector('${selector}').getBoundingClientRect();
      return top >= 0 && bottom <= innerHeight;
    })()`,
  );

async function elderPhone(path: string): Promise<Page> {
  const { page } = await open(`${sample}elder/`, PHONE);
  await page.goto(sample + path);
  return page;
}

async function ask(page: Page, query: string): Promise<void> {
  await page.getByRole('searchbox', { name: '要找的字' }).fill(query);
  await page.keyboard.press('Enter');
}

describe('on a phone in 长者模式', () => {
  it('shows the first result after a search, and the box above it', async () => {
    const page = await elderPhone('search/');
    await ask(page, '节能');
    await page.getByText(/^找到 \d+ 篇/).waitFor();
    await expect.poll(() => isSeen(page, '[data-results] a')).toBe(true);
    await expect.poll(() => isSeen(page, '#q')).toBe(true);
  });

  it('shows it for a query in the address', async () => {
    const page = await elderPhone(`search/?q=${encodeURIComponent('节能')}`);
    await page.getByText(/^找到 \d+ 篇/).waitFor();
    await expect.poll(() => isSeen(page, '[data-results] a')).toBe(true);
  });

  it('shows that nothing was found', async () => {
    const page = await elderPhone('search/');
    await ask(page, '火星基地');
    await page.getByText(/^没有找到/).waitFor();
    await expect.poll(() => isSeen(page, '[data-status]')).toBe(true);
  });
});

it('shows the number of results on a desktop that enlarges four times', async () => {
  const { page } = await open(`${sample}search/`, ENLARGED);
  await ask(page, '节能');
  await page.getByText(/^找到 \d+ 篇/).waitFor();
  await expect.poll(() => isSeen(page, '[data-status]')).toBe(true);
});

it('stays where it is when the first result is in view', async () => {
  const { page } = await open(`${sample}search/`, PHONE);
  await ask(page, '节能');
  await page.getByText(/^找到 \d+ 篇/).waitFor();
  expect(await page.evaluate('scrollY')).toBe(0);
});

it('shows that more results did not come', async () => {
  const { page } = await open(`${sample}search/?q=${encodeURIComponent('会议')}`, PHONE);
  await page.route('**/pagefind/texts/**', (route) => route.abort());
  await page.getByRole('button', { name: '更多结果' }).click();
  await page.getByText('搜索暂时打不开').waitFor();
  await expect.poll(() => isSeen(page, '[data-status]')).toBe(true);
});

it('puts away the keyboard of a phone after a search, and leaves a desktop’s reader in the box', async () => {
  for (const [device, inBox] of [
    [PHONE, false],
    [{}, true],
  ] as const) {
    const { page } = await open(`${sample}search/`, device);
    await ask(page, '节能');
    await page.getByText(/^找到 \d+ 篇/).waitFor();
    expect(await page.evaluate('document.activeElement.id === "q"')).toBe(inBox);
  }
});
