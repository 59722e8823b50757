/** Our search: the search page's own code in Chromium, asked step by step. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import type { createSearch, Answer, Search } from '../../src/client/search/engine.ts';
import { COUNTED, PAGE } from '../../src/client/search/limits.ts';
import type { SearchSite } from '../../tests/support/search-site.ts';
import type { Asked } from './search-asked.ts';
import type { Traffic } from './search-server.ts';

/** The search page's own script, compressed: what the first query costs before any of the index is asked for. */
const SCRIPT: Traffic = { bytes: 9000, requests: 1 };
/** So many of the results are looked at one by one; the rest is counted. */
const LOOKED_AT = 300;

/** What a page of the bench keeps between steps. */
interface Kept {
  search: Search;
  answer: Answer;
}

export async function oursOn(
  site: SearchSite,
  browser: Browser,
): Promise<(query: string, truth: readonly string[]) => Promise<Asked>> {
  const used = await open(browser, site);
  // What is looked at to rate it shall not lie in memory for the next query.
  const rater = await open(browser, site);
  return async (query, truth) => {
    const cold = await open(browser, site);
    const first = await costOf(cold, query, site);
    await cold.context().close();
    const later = await costOf(used, query, site);
    return {
      ...(await rate(rater, query, truth)),
      first: { page: sum(SCRIPT, first.page), total: sum(SCRIPT, first.total) },
      later: later.total,
    };
  };
}

/** A page in a browser that has nothing yet; its search is open, and nothing of the index loaded. */
async function open(browser: Browser, site: SearchSite): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(site.url);
  await page.evaluate(async () => {
    const address = '/src/client/search/engine.ts';
    const engine = (await import(address)) as { createSearch: typeof createSearch };
    Object.assign(window, { search: engine.createSearch('/pagefind/') });
  });
  return page;
}

async function costOf(page: Page, query: string, site: SearchSite) {
  takeTraffic(site);
  await page.evaluate(
    async ([text, count]) => {
      const kept = window as unknown as Kept;
      kept.answer = kept.search.search(text, { order: 'relevance' });
      await kept.answer.next(count);
    },
    [query, PAGE] as const,
  );
  const first = takeTraffic(site);
  await page.evaluate((most) => (window as unknown as Kept).answer.total(most), COUNTED);
  return { page: first, total: sum(first, takeTraffic(site)) };
}

async function rate(page: Page, query: string, truth: readonly string[]) {
  const [found, total] = await page.evaluate(
    async ([text, most]) => {
      const answer = (window as unknown as Kept).search.search(text, { order: 'relevance' });
      const hits = await answer.next(most);
      return [hits.map(({ url }) => url), (await answer.total(Infinity))?.all ?? 0] as const;
    },
    [query, LOOKED_AT] as const,
  );
  const known = new Set(truth);
  const right = found.filter((url) => known.has(url)).length;
  const missed = total > found.length ? truth.length - total : truth.length - right;
  return {
    recall: truth.length === 0 ? 1 : 1 - Math.max(0, missed) / truth.length,
    precision: total === 0 ? 1 : Math.min(right / found.length, truth.length / total),
  };
}

/** Of the index, since the last time. */
function takeTraffic({ requests, files }: SearchSite): Traffic {
  const paths = requests.splice(0).filter((path) => path.startsWith('/pagefind/'));
  const bytes = paths.map((path) => sizeOf(files.get(path.slice(1)) ?? ''));
  return { bytes: bytes.reduce((sum, each) => sum + each, 0), requests: paths.length };
}

/** As it goes over the line: what is not compressed already is by every server. */
function sizeOf(file: string): number {
  const bytes = readFileSync(file);
  return /\.js(?:on)?$/.test(file) ? gzipSync(bytes).length : bytes.length;
}

const sum = (a: Traffic, b: Traffic): Traffic => ({
  bytes: a.bytes + b.bytes,
  requests: a.requests + b.requests,
});
