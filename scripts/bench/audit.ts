/**
 * npm run audit: Lighthouse for six kinds of page, and what a phone on a line of 1.5 Mbit/s and 100 ms with a processor
 * four times as slow really sees. Figures, not tests: machines are noisy.
 */
import { createServer } from 'node:net';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { ARTICLE, DOCUMENT } from '../../tests/e2e/support/site-pages.ts';
import { findChromium } from '../../tests/support/browser.ts';
import { readArguments } from '../arguments.ts';
import { visitSlowly } from './slow-line.ts';
import { serveSample } from './shots/serve-sample.ts';

const PAGES = {
  首页: '',
  稿件: ARTICLE,
  栏目: 'xwzx/gzdt/',
  政策文件: DOCUMENT,
  搜索: 'search/',
  长者模式: 'elder/',
} as const;
/** Failing them is meant; said beside the score. */
const MEANT: Readonly<Record<string, string>> = {
  'is-crawlable': '这一页有意写明 noindex，不让搜索引擎收录，所以 SEO 不满分',
};

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

readArguments(
  '测量示例网站：Lighthouse，以及手机在 1.5 Mbit/s、100 毫秒的网络上、处理器慢 4 倍时的实际情况。\n  npm run audit',
  {},
  'options',
);
const site = await serveSample();
const executablePath = findChromium();
const port = await freePort();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
  // Readers go back and forth; Lighthouse looks whether that is instant.
  ignoreDefaultArgs: ['--disable-back-forward-cache'],
});
try {
  for (const [name, path] of Object.entries(PAGES)) {
    console.log(await audit(name, site.url + path));
    console.log(await slowLine(site.url + path));
  }
} finally {
  await browser.close();
  await site.close();
}

/** Lighthouse wants to be told the port of the browser. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Lighthouse's own phone: 1.6 Mbit/s, 150 ms, a processor four times as slow. */
async function audit(name: string, url: string): Promise<string> {
  const result = await lighthouse(url, {
    port,
    onlyCategories: [...CATEGORIES],
    logLevel: 'error',
  });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  const { categories, audits } = result.lhr;
  const scores = CATEGORIES.map((id) => Math.round((categories[id]?.score ?? 0) * 100));
  const figure = (id: string): string => audits[id]?.displayValue ?? '?';
  const failed = Object.values(audits)
    .filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')
    .map(({ id }) => id);
  const meant = failed.flatMap((id) => MEANT[id] ?? []);
  const unmeant = failed.filter((id) => !(id in MEANT));
  return [
    `${name}：性能 ${scores[0]}，无障碍 ${scores[1]}，最佳实践 ${scores[2]}，SEO ${scores[3]}`,
    ...meant.map((reason) => `  （${reason}）`),
    `  Lighthouse：LCP ${figure('largest-contentful-paint')}，CLS ${figure('cumulative-layout-shift')}，TBT ${figure('total-blocking-time')}`,
    ...(unmeant.length > 0 ? [`  未通过：${unmeant.join('、')}`] : []),
  ].join('\n');
}

/** The target's own line: LCP at most 1.5 s, nothing moved, nothing blocked. */
async function slowLine(url: string): Promise<string> {
  const { lcp, cls, tbt, bytes } = await visitSlowly(browser, url);
  const seconds = (lcp / 1000).toFixed(2);
  const size = Math.round(bytes / 1024);
  return `  1.5 Mbit/s、100 毫秒、4 倍慢：LCP ${seconds} s，CLS ${cls.toFixed(3)}，TBT ${Math.round(tbt)} ms，共 ${size} kB`;
}
