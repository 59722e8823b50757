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

it('says of a document that it has lost its force before the reader opens it', async () => {
  const { page } = await open(`${sample}search/?q=${encodeURIComponent('〔2019〕22号')}`, PHONE);
  await page.getByText(/^找到 \d+ 篇/).waitFor();
  const links = await page.locator('[data-results] h2 a').allInnerTexts();
  // Before what mentions it, though that is newer.
  expect(links[0]?.replaceAll(/\s/g, '')).toBe('已废止自治区公共机构合同能源管理项目管理暂行办法');
  expect(links.filter((text) => /废止|失效|已修改/.test(text))).toHaveLength(1);
});

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

  it('shows it before anything is scrolled, with the filters behind a button', async () => {
    const page = await elderPhone(`search/?q=${encodeURIComponent('节能')}`);
    await page.getByText(/^找到 \d+ 篇/).waitFor();
    const bottom = await page.evaluate<number>(
      "document.querySelector('[data-results] a').getBoundingClientRect().bottom + scrollY",
    );
    expect(bottom).toBeLessThan(740);
    expect(await page.getByLabel('年份').isVisible()).toBe(false);
    await page.getByText('筛选和排序').click();
    await page.getByLabel('年份').selectOption('2026');
    await page.waitForURL(/year=2026/);
    await page.reload();
    await page.getByText(/^找到 \d+ 篇/).waitFor();
    expect(await page.getByLabel('年份').isVisible()).toBe(true);
  });

  it.each(['search/', '404.html', 'elder/'])(
    'shows all of what the box of /%s says',
    async (path) => {
      const page = await elderPhone(path);
      const cut = await page.evaluate<string[]>(`(() => {
      const context = document.createElement('canvas').getContext('2d');
      return [...document.querySelectorAll('main input[type=search]')].flatMap((box) => {
        const { font, paddingInlineStart, paddingInlineEnd } = getComputedStyle(box);
        context.font = font;
        const room = box.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
        return context.measureText(box.placeholder).width > room ? [box.placeholder] : [];
      });
    })()`);
      expect(await page.locator('main input[type=search]').count()).toBe(1);
      expect(cut).toEqual([]);
    },
  );

  it('never breaks what was asked for over two lines', async () => {
    const page = await elderPhone(`search/?q=${encodeURIComponent('机关事务')}`);
    await page.getByText(/^找到 \d+ 篇/).waitFor();
    const lines = await page.evaluate<number[]>(
      "[...document.querySelectorAll('[data-results] mark')].map((it) => it.getClientRects().length)",
    );
    expect(lines.length).toBeGreaterThan(9);
    expect(new Set(lines)).toEqual(new Set([1]));
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
  const more = page.getByRole('button', { name: '更多结果' });
  // The first results have come: only those to follow are cut off.
  await more.waitFor();
  await page.route('**/pagefind/texts/**', (route) => route.abort());
  await more.click();
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

it('suggests titles in the search box of every page, and loads nothing for that before it is entered', async () => {
  const { page, requests } = await open(`${sample}xwzx/`);
  await page.waitForLoadState('networkidle');
  const before = requests.length;
  const box = page.getByRole('search', { name: '全站' }).getByLabel('站内搜索');
  await box.focus();
  await expect.poll(() => requests.length).toBeGreaterThan(before);
  expect(requests.filter((url) => url.includes('titles.json'))).toEqual([]);
  await box.pressSequentially('节能', { delay: 20 });
  const options = page.locator('header datalist option');
  await expect.poll(() => options.count()).toBeGreaterThan(0);
  for (const title of await options.evaluateAll((all) =>
    all.map((it) => it.getAttribute('value')),
  )) {
    expect(title).toContain('节能');
  }
  expect(await box.getAttribute('list')).toBe('header-q-titles');
  await box.press('Enter');
  await page.waitForURL(/search\/\?q=/);
});

it('a list of titles that comes as a page, or not whole, is no failure of a script', async () => {
  const { page, errors } = await open('about:blank');
  await page.route('**/titles.json', (route) => route.fulfill({ body: '["节能' }));
  await page.goto(`${sample}xwzx/`);
  const box = page.getByRole('search', { name: '全站' }).getByLabel('站内搜索');
  const answered = page.waitForResponse('**/titles.json');
  await box.pressSequentially('节能', { delay: 20 });
  await (await answered).finished();
  await box.press('Enter');
  await page.waitForURL(/search\/\?q=/);
  expect(errors).toEqual([]);
});
