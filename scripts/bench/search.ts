/** npm run bench:search: what the search finds, and what it costs. Figures, not tests: machines are noisy. */
import { readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../../tests/support/browser.ts';
import { indexFiles, serveIndex } from '../../tests/support/search-site.ts';
import { readArguments, wrongUse } from '../arguments.ts';
import { quantile, tableOf, type Asked } from './search-asked.ts';
import { firstResults } from './search-browser.ts';
import { searchCorpus, searchQueries, type Query } from './search-corpus.ts';
import { oursOn } from './search-ours.ts';
import { buildPagefind, pagefindOn } from './search-pagefind.ts';
import { countingServer } from './search-server.ts';
import { truthOf } from './search-truth.ts';

const { values } = readArguments(
  `测量站内搜索：每类查询的查全率、查准率，第一次和以后各次的字节数、请求数，慢线路上第一条结果的时间；再测原样的 Pagefind。
  npm run bench:search
  npm run bench:search -- --sizes 1000,10000 --queries 300`,
  { sizes: { type: 'string' }, queries: { type: 'string' } },
  'options',
);
const sizes = (values.sizes ?? '1000').split(',').map(Number);
const queryCount = Number(values.queries ?? 300);
if (![...sizes, queryCount].every((number) => Number.isInteger(number) && number > 0)) {
  wrongUse('--sizes 和 --queries 要写正整数，例如 --sizes 1000,10000 --queries 300。');
}

/** Queries that are asked in the real page, on a slow line. */
const IN_BROWSER = 40;
/** Raw Pagefind makes one index of all, in memory. */
const MOST_FOR_PAGEFIND = 20_000;

const browser = await launchBrowser();
for (const size of sizes) {
  const folder = await mkdtemp(join(tmpdir(), 'bench-search-'));
  await measure(size, folder, browser);
  await rm(folder, { recursive: true });
}
await browser.close();

async function measure(size: number, folder: string, browser: Browser): Promise<void> {
  const documents = searchCorpus(size);
  const truth = truthOf(documents);
  const queries = searchQueries(documents, queryCount);
  console.log(`\n${size} 篇，${queries.length} 个查询；字节和请求写作：中位数/95%`);

  const ours = await built('本站搜索', size, () => indexFiles(documents, join(folder, 'ours')));
  const site = await serveIndex(ours, { columns: [], years: [], sources: [] });
  console.table(tableOf(await askAll(queries, truth, await oursOn(site, browser))));
  await site.close();
  const sample = queries.slice(0, IN_BROWSER).map(({ text }) => text);
  const seen = await firstResults(browser, ours, sample);
  const times = seen.map(({ milliseconds }) => milliseconds);
  const wrong = seen.filter(({ shown }, at) => {
    const known = truth(sample[at] ?? '');
    return shown.length !== Math.min(10, known.length) || shown.some((url) => !known.includes(url));
  });
  console.log(
    `  真实网页，1.5 Mbit/s、100 毫秒的线路，第一条结果：${quantile(times, 0.5).toFixed(0)} 毫秒` +
      `（95% ${quantile(times, 0.95).toFixed(0)}）；${seen.length} 个查询中答错 ${wrong.length} 个`,
  );

  if (size > MOST_FOR_PAGEFIND) return;
  const raw = await built('Pagefind', size, () => buildPagefind(documents, join(folder, 'raw')));
  const rawServer = await countingServer(raw);
  const pagefind = await pagefindOn(rawServer, browser, raw);
  console.table(tableOf(await askAll(queries, truth, pagefind)));
  await rawServer.close();
}

async function built(
  name: string,
  size: number,
  build: () => Promise<Map<string, string>>,
): Promise<Map<string, string>> {
  const [begun, cpu] = [performance.now(), cpuSeconds()];
  const files = await build();
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  const perArticle = (((cpuSeconds() - cpu) / size) * 1000).toFixed(1);
  const paths = [...files.values()].filter((file) => statSync(file).isFile());
  const megabytes = paths.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6;
  console.log(
    `${name}：索引 ${paths.length} 个文件、${megabytes.toFixed(1)} MB；` +
      `建立 ${seconds} 秒，每篇 CPU ${perArticle} 毫秒`,
  );
  return files;
}

/** Of this process and of those that it has seen end; of this one alone where there is no /proc. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  const own = (user + system) / 1e6;
  try {
    // Clock ticks (a hundredth of a second) are the 16th and 17th value: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html
    const fields = readFileSync('/proc/self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
    return own + (Number(fields[13]) + Number(fields[14])) / 100;
  } catch {
    return own;
  }
}

async function askAll(
  queries: readonly Query[],
  truth: (query: string) => string[],
  ask: (query: string, truth: readonly string[]) => Promise<Asked>,
): Promise<(Asked & { kind: string })[]> {
  const all: (Asked & { kind: string })[] = [];
  for (const { kind, text } of queries) all.push({ kind, ...(await ask(text, truth(text))) });
  return all;
}
