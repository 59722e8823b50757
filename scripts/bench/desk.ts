/**
 * What 写稿台 weighs, how soon one can write in it, how long a key takes to the page that readers will see, how long its entry in
 * lists and its versions take once they are asked for, and how long a publication takes until its page is there.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { aText, SETTINGS } from '../../tests/support/a-bureau.ts';
import { launchBrowser } from '../../tests/support/browser.ts';
import { openDesk } from '../../tests/e2e/support/desk.ts';
import { readArguments, wrongUse } from '../arguments.ts';

const KEYS = 40;
const ROUNDS = 7;
const ID = '20261102-text';
const PARAGRAPH = '示例局召开工作会议，总结今年的节能工作，部署明年的任务。'.repeat(6);

const { values } = readArguments(
  `测量写稿台：页面多大，多久能写，打一个字多久看到网页。
  npm run bench:desk
  npm run bench:desk -- --articles 10000   网站里另有多少篇稿件，不写是 1000`,
  { articles: { type: 'string' } },
  'options',
);
const count = Number(values.articles ?? 1000);
if (!Number.isInteger(count) || count < 0) wrongUse('--articles 要写整数。');
const live = await mkdtemp(join(tmpdir(), 'desk-live-'));
process.env['PUBLISH_TO'] = live;
const desk = await openDesk({
  ...otherArticles(count),
  'content/site.yaml': SETTINGS['content/site.yaml'].replace(
    'home: []',
    'home:\n  - { column: tz, count: 10 }\n',
  ),
  [`content/articles/2026/${ID}.md`]: aText(
    '2026-11-02',
    [],
    `${`${PARAGRAPH}\n\n`.repeat(8)}末段。`,
  ),
});
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const files = new Map<string, number>();
  let asked = 0;
  page.on('request', (request) => {
    if (/^(?:fetch|document)$/.test(request.resourceType())) asked += 1;
  });
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (
      !/\.(?:ts|js|css)$/.test(pathname) ||
      !response.url().startsWith(new URL(desk.address).origin)
    )
      return;
    const kept = (bytes: Buffer) => files.set(pathname, gzipSync(bytes).length);
    response.body().then(kept, () => undefined);
  });
  await page.goto(desk.address);
  await page.getByText('测试').first().waitFor();
  const usable: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) usable.push(await openArticle(page));
  const seen: number[] = [];
  asked = 0;
  const typed: number[] = [];
  for (let key = 0; key < KEYS; key += 1) typed.push(await untilSeen(page, `写${key}。`));
  await page.keyboard.press('Control+s');
  await page.waitForLoadState('networkidle');
  asked = 0;
  for (let key = 0; key < KEYS; key += 1) seen.push(await untilSaved(page, `字${key}。`));
  const requests = asked / KEYS;
  const shown: number[] = [];
  const versions: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of ['列表', '首页']) shown.push(await untilEntry(page, name));
    versions.push(await untilVersions(page));
  }
  const whole = await untilPublished(page, '第一次。');
  const published: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    published.push(await untilPublished(page, `第${round}回。`));
  const bytes = [...files.values()].reduce((sum, size) => sum + size, 0);
  const [, editor = 0] = [...files].find(([path]) => path.startsWith('/body-editor-')) ?? [];
  console.log(`articles beside it               ${count}`);
  console.log(
    `client, gzip                     ${kilobytes(bytes)} (${files.size} files), of it the editor ${kilobytes(editor)}`,
  );
  console.log(
    `article opened to caret, ms      p50 ${quantile(usable, 0.5)}, longest ${quantile(usable, 1)}`,
  );
  console.log(
    `key to exact page, ms            p50 ${quantile(typed, 0.5)}, p95 ${quantile(typed, 0.95)} (${KEYS} keys)`,
  );
  console.log(
    `Ctrl+S to saved and read, ms     p50 ${quantile(seen, 0.5)}, p95 ${quantile(seen, 0.95)} (${KEYS} keys)`,
  );
  console.log(
    `entry in list or home page, ms   p50 ${quantile(shown, 0.5)}, longest ${quantile(shown, 1)}`,
  );
  console.log(
    `versions asked for to seen, ms   p50 ${quantile(versions, 0.5)}, longest ${quantile(versions, 1)}`,
  );
  console.log(`published for the first time, ms ${whole.toFixed(0)}`);
  console.log(
    `published to page there, ms      p50 ${quantile(published, 0.5)}, longest ${quantile(published, 1)}`,
  );
  console.log(`requests for each saved key      ${requests.toFixed(1)}`);
} finally {
  await browser.close();
  await desk.close();
  await rm(live, { recursive: true, force: true });
}

/** Three a day, backwards from the one that is written. */
function otherArticles(count: number): Record<string, string> {
  const begin = Date.parse('2026-11-01');
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => {
      const date = new Date(begin - Math.floor(index / 3) * 86_400_000).toISOString().slice(0, 10);
      const path = `content/articles/${date.slice(0, 4)}/${date.replaceAll('-', '')}-other-${index}.md`;
      const text = aText(date, [], `${PARAGRAPH}\n\n`.repeat(6));
      return [path, text.replace('title: 测试', `title: 测试${index}`)];
    }),
  );
}

/** From a page that is loaded anew to a text that takes keys. */
async function openArticle(page: Page): Promise<number> {
  await page.goto('about:blank');
  const begun = performance.now();
  await page.goto(new URL(`/#/${ID}`, desk.address).href);
  await page.getByRole('textbox', { name: '正文' }).getByText('末段').click();
  await page.keyboard.press('End');
  return performance.now() - begun;
}

/** From a key to the page in its place that shows it, by the desk's own clock; nothing is saved yet. */
async function untilSeen(page: Page, words: string): Promise<number> {
  const begun = await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { pagesShown: times });
    const watch = new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target instanceof HTMLIFrameElement && !target.classList.contains('coming'))
          times.push(performance.now());
    });
    const stage = document.querySelector('.stage') ?? document.body;
    watch.observe(stage, { subtree: true, attributes: true, attributeFilter: ['class'] });
    return performance.now();
  });
  await page.keyboard.insertText(words);
  await page.frameLocator('iframe:not(.coming)').getByText(words).waitFor();
  // What was on its way before the key shows none of it.
  const shown: number[] = await page.evaluate('window.pagesShown');
  return (shown.at(-1) ?? Number.NaN) - begun;
}

/** From a key, and Ctrl+S behind it, to the text that lies there. */
async function untilSaved(page: Page, words: string): Promise<number> {
  await page.keyboard.insertText(words);
  const begun = performance.now();
  const answered = page.waitForResponse((response) => response.request().method() === 'PUT');
  await page.keyboard.press('Control+s');
  await answered;
  return performance.now() - begun;
}

/** From the button to the page that shows the entry; the next page is another one. */
async function untilEntry(page: Page, name: string): Promise<number> {
  const begun = performance.now();
  const preview = page.getByRole('region', { name: '预览' });
  await preview.getByRole('button', { name }).click();
  const place = name === '首页' ? '.home' : '.column-page';
  await page.frameLocator('iframe:not(.coming)').locator(`${place} #desk-entry`).waitFor();
  return performance.now() - begun;
}

async function untilVersions(page: Page): Promise<number> {
  const begun = performance.now();
  await page.getByRole('button', { name: '历史版本' }).click();
  await page.getByText('这两个版本一样。').waitFor();
  const took = performance.now() - begun;
  await page.keyboard.press('Escape');
  return took;
}

/** From the desk's request to the answer that comes when the page is there, which is then looked for. */
async function untilPublished(page: Page, words: string): Promise<number> {
  await page.getByRole('textbox', { name: '正文' }).getByText('末段').click();
  await untilSaved(page, words);
  const { took, status } = await page.evaluate(async (id) => {
    const token = document.querySelector<HTMLMetaElement>('meta[name=desk-token]')?.content ?? '';
    const headers = { 'x-desk-token': token, 'content-type': 'application/json' };
    const article = await fetch(`/api/articles/${id}`, { headers });
    const { etag } = (await article.json()) as { etag: string };
    const begun = performance.now();
    const answer = await fetch(`/api/articles/${id}/publish`, {
      method: 'POST',
      headers: { ...headers, 'if-match': etag },
      body: '{}',
    });
    await answer.text();
    return { took: performance.now() - begun, status: answer.status };
  }, ID);
  const all = await readdir(live, { recursive: true });
  const path = all.find((name) => name.endsWith(join(ID, 'index.html'))) ?? '';
  const isThere = path !== '' && (await readFile(join(live, path), 'utf8')).includes(words);
  if (status !== 200 || !isThere) throw new Error(`It was not published: ${status}`);
  return took;
}

function quantile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  return (sorted[Math.ceil(share * sorted.length) - 1] ?? 0).toFixed(0);
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} kB`;
}
