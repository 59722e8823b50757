/** npm run bench:search: what the search finds, and what it costs. Figures, not tests: machines are noisy. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { serveSearchSite } from '../tests/support/search-site.ts';
import type { SearchSite } from '../tests/support/search-site.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { searchCorpus, searchQueries } from './bench/search-corpus.ts';
import { trueAnswers } from './bench/search-truth.ts';

const { values } = readArguments(
  `测量站内搜索：每类查询的查全率、查准率，第一次和以后各次的字节数、请求数，慢线路上第一条结果的时间。
  npm run bench:search
  npm run bench:search -- --sizes 1000,10000 --queries 300`,
  { sizes: { type: 'string' }, queries: { type: 'string' } },
);
const sizes = (values.sizes ?? '1000').split(',').map(Number);
const queryCount = Number(values.queries ?? 300);
if (![...sizes, queryCount].every((number) => Number.isInteger(number) && number > 0)) {
  wrongUse('--sizes 和 --queries 要写正整数，例如 --sizes 1000,10000 --queries 300。');
}

/** The search page's own script, compressed, which comes with every first query. */
const PAGE_SCRIPT = 9000;

/** Queries that are asked in a browser that has nothing yet. */
const COLD = 12;

interface Asked {
  kind: string;
  /** Found among all that is true, up to what the page counts; found that is true. */
  recall: number;
  precision: number;
  bytes: number;
  requests: number;
}

const browser = await launchBrowser();
for (const size of sizes) await measureSearch(size);
await browser.close();

async function measureSearch(size: number): Promise<void> {
  const documents = searchCorpus(size);
  const begun = performance.now();
  const site = await serveSearchSite(documents, { columns: [], years: [], sources: [] });
  const seconds = (performance.now() - begun) / 1000;
  const bytes = [...site.files.values()].reduce((sum, file) => sum + bytesOf(file), 0);
  console.log(
    `\n${size} 篇：索引 ${site.files.size} 个文件、${(bytes / 1e6).toFixed(1)} MB，建立 ${seconds.toFixed(0)} 秒`,
  );
  const queries = searchQueries(documents, queryCount);
  const page = await browser.newPage();
  await page.goto(site.url);
  const later: Asked[] = [];
  for (const { kind, text } of queries) {
    later.push({ kind, ...(await ask(page, site, text, trueAnswers(documents, text))) });
  }
  await page.close();
  const first: Asked[] = [];
  const times: number[] = [];
  for (const { kind, text } of queries.slice(0, COLD)) {
    const cold = await (await browser.newContext()).newPage();
    await cold.goto(site.url);
    first.push({ kind, ...(await ask(cold, site, text, trueAnswers(documents, text))) });
    await cold.context().close();
    times.push(await timeToFirst(browser, site, text));
  }
  report(later, first, times);
  await site.close();
}

async function ask(
  page: Page,
  site: SearchSite,
  query: string,
  truth: readonly string[],
): Promise<Omit<Asked, 'kind'>> {
  site.requests.length = 0;
  await page.getByLabel('搜索词').fill(query);
  await page.keyboard.press('Enter');
  await ended(page);
  const links = page.locator('search-page h2 a');
  const found = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  const right = found.filter((url) => truth.includes(String(url))).length;
  const said = /^找到 (\d+) 篇$/.exec((await page.getByRole('status').textContent()) ?? '');
  // What is shown is a page of results; whether all are found, the exact total says.
  const total = said ? Number(said[1]) : found.length;
  const expected = said ? truth.length : Math.min(truth.length, found.length);
  const paths = site.requests.filter((path) => path.startsWith('/pagefind/'));
  const files = paths.map((path) => site.files.get(path.slice(1)));
  return {
    recall: truth.length === 0 ? 1 : Math.min(1, total / expected),
    precision: found.length === 0 ? 1 : right / found.length,
    bytes: files.reduce((sum, file) => sum + (file ? bytesOf(file) : 0), 0),
    requests: paths.length,
  };
}

async function ended(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    /^(?:找到|没有|搜索暂时)/.test(document.querySelector('[data-status]')?.textContent ?? ''),
  );
}

/** Milliseconds on a line of 1.5 Mbit/s with 100 ms, nothing cached, from Enter to the first row or "none". */
async function timeToFirst(from: Browser, site: SearchSite, query: string): Promise<number> {
  const page = await (await from.newContext()).newPage();
  await page.goto(site.url);
  const session = await page.context().newCDPSession(page);
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 100,
    downloadThroughput: 1.5e6 / 8,
    uploadThroughput: 1.5e6 / 8,
  });
  await page.getByLabel('搜索词').fill(query);
  const begun = performance.now();
  await page.keyboard.press('Enter');
  await page.waitForFunction(
    () =>
      document.querySelector('search-page h2 a') ??
      document.querySelector('[data-status]')?.textContent?.startsWith('没有'),
  );
  const time = performance.now() - begun;
  await page.context().close();
  return time;
}

/** As they go over the line: what is not compressed already is by every server. */
function bytesOf(file: string): number {
  const bytes = readFileSync(file);
  return /\.js(?:on)?$/.test(file) ? gzipSync(bytes).length : bytes.length;
}

function report(later: readonly Asked[], first: readonly Asked[], times: readonly number[]): void {
  const kilobytes = (asked: readonly Asked[], part: number) =>
    (
      at(
        asked.map(({ bytes }) => bytes),
        part,
      ) / 1000
    ).toFixed(0);
  for (const [kind, asked] of Map.groupBy(later, (one) => one.kind)) {
    const mean = (of: (one: Asked) => number) =>
      (asked.reduce((sum, one) => sum + of(one), 0) / asked.length).toFixed(3);
    console.log(
      `  ${kind}：查全 ${mean((one) => one.recall)}，查准 ${mean((one) => one.precision)}，` +
        `以后各次 ${kilobytes(asked, 0.5)} kB（95% ${kilobytes(asked, 0.95)}）、${at(
          asked.map((one) => one.requests),
          0.5,
        )} 个请求`,
    );
  }
  const script = PAGE_SCRIPT / 1000;
  console.log(
    `  第一次：索引 ${kilobytes(first, 0.5)} kB（95% ${kilobytes(first, 0.95)}）加网页脚本 ${script} kB，` +
      `${at(
        first.map((one) => one.requests),
        0.5,
      )} 个请求，直到总数准确`,
  );
  console.log(
    `  1.5 Mbit/s、100 毫秒的线路，第一条结果：${at(times, 0.5).toFixed(0)} 毫秒（95% ${at(times, 0.95).toFixed(0)}）`,
  );
}

function at(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}
