/** The real page against the truth: an archive of three layers, queries of fourteen kinds, and a fuzz. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededRandom } from '../support/random.ts';
import { searchCorpus, searchQueries } from '../../scripts/bench/search-corpus.ts';
import { truthOf } from '../../scripts/bench/search-truth.ts';
import type { IndexList } from '../../src/search/index-list.ts';
import { launchBrowser } from '../support/browser.ts';
import { serveSearchSite, type SearchSite } from '../support/search-site.ts';

const DOCUMENTS = searchCorpus(1600);
const trueAnswers = truthOf(DOCUMENTS);
let browser: Browser;
let site: SearchSite;
let page: Page;

beforeAll(async () => {
  site = await serveSearchSite(DOCUMENTS, { columns: [], years: [], sources: [] });
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.goto(site.url);
});

afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The addresses of all results, sorted, or as many as `most`. */
async function answersOf(query: string, most = 60): Promise<string[]> {
  await page.getByLabel('搜索词').fill(query);
  await page.keyboard.press('Enter');
  for (;;) {
    await page.waitForFunction(() =>
      /^(?:找到|没有找到|搜索暂时)/.test(
        document.querySelector('[data-status]')?.textContent ?? '',
      ),
    );
    const links = page.locator('search-page h2 a');
    const more = page.getByRole('button', { name: '更多结果' });
    const count = await links.count();
    if (count >= most || !(await more.isVisible())) {
      const urls = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      return urls.map(String).toSorted();
    }
    await more.click();
    await page.waitForFunction(
      (before) => document.querySelectorAll('search-page h2 a').length > before,
      count,
    );
  }
}

/** Where the truth is long, what is shown must be true; else it must be the whole truth. */
async function check(query: string): Promise<void> {
  const truth = trueAnswers(query).toSorted();
  const found = await answersOf(query);
  if (truth.length > 60) expect(found.filter((url) => !truth.includes(url))).toEqual([]);
  else expect(found).toEqual(truth);
}

test('the archive is in three layers', async () => {
  const list = JSON.parse(
    await readFile(site.files.get('pagefind/list.json') ?? '', 'utf8'),
  ) as IndexList;
  expect(list.layers).toHaveLength(3);
});

describe('queries of fourteen kinds, three of each', () => {
  test.each(searchQueries(DOCUMENTS, 42).map(({ kind, text }) => [kind, text]))(
    '%s: %s',
    async (_, query) => check(query),
  );
});

test('random pieces of random texts are found, and nothing else', async () => {
  const random = seededRandom(7);
  for (let round = 0; round < 25; round += 1) {
    const { text } = random.pick(DOCUMENTS);
    const run = random.pick(text.match(/[\u4e00-\u9fff]{2,}/gu) ?? ['机关']);
    const length = Math.min(run.length, random.between(2, 12));
    const start = random.between(0, run.length - length);
    await check(run.slice(start, start + length));
  }
});

test('a piece that no text has is not found', async () => {
  const random = seededRandom(8);
  for (let round = 0; round < 10; round += 1) {
    const pieces = [random.pick(DOCUMENTS).text, random.pick(DOCUMENTS).title];
    await check(pieces.map((text) => (text.match(/[\u4e00-\u9fff]{2}/u) ?? [''])[0]).join(''));
  }
});
