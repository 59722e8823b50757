/** npm run audit: Lighthouse on a phone and a slow line, for four kinds of page. Figures, not tests: machines are noisy. */
import { createServer } from 'node:net';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { CACHE } from '../src/build/options.ts';
import { ARTICLE } from '../tests/e2e/support/site-pages.ts';
import { findChromium } from '../tests/support/browser.ts';
import { readArguments } from './arguments.ts';
import { serveSample } from './shots/serve-sample.ts';

const PAGES = { 首页: '', 稿件: ARTICLE, 栏目: 'xwzx/gzdt/', 搜索: 'search/' } as const;

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

readArguments('用 Lighthouse 测量示例网站：手机、慢速网络、4 倍慢的处理器。\n  npm run audit', {});
const site = await serveSample(join(CACHE, 'shots', 'site'));
const executablePath = findChromium();
const port = await freePort();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: ['--no-sandbox', '--disable-gpu', `--remote-debugging-port=${port}`],
});
try {
  for (const [name, path] of Object.entries(PAGES)) console.log(await audit(name, site.url + path));
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
  return [
    `${name}：性能 ${scores[0]}，无障碍 ${scores[1]}，最佳实践 ${scores[2]}，SEO ${scores[3]}`,
    `  LCP ${figure('largest-contentful-paint')}，CLS ${figure('cumulative-layout-shift')}，TBT ${figure('total-blocking-time')}`,
    ...(failed.length > 0 ? [`  未通过：${failed.join('、')}`] : []),
  ].join('\n');
}
