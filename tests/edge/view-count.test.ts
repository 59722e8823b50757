/** The script on the page, in a real Chromium, against the real server. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startServer, type RunningServer } from '../../src/edge/node-server.ts';
import { ARTICLE, agentOf, aSite } from './a-server.ts';

const CLIENT = join(import.meta.dirname, '../../src/client');
const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

let browser: Browser;
let folder: string;
let server: RunningServer;

beforeAll(async () => {
  const found = CHROMIUM.find((path) => existsSync(path));
  browser = await chromium.launch(found === undefined ? {} : { executablePath: found });
}, 30_000);
afterAll(() => browser.close());

beforeEach(async () => {
  folder = await aSite();
  await mkdir(join(folder, 'dist', 'article'));
  await writeFile(join(folder, 'dist', 'article', 'index.html'), articlePage());
  await writeFile(join(folder, 'dist', '_headers'), '');
  for (const name of ['view-count', 'view-number']) {
    const source = stripTypeScriptTypes(await readFile(join(CLIENT, `${name}.ts`), 'utf8'));
    const script = source.replaceAll(/from '(\.\/[a-z-]+)\.ts'/g, "from '$1.js'");
    await writeFile(join(folder, 'dist', `${name}.js`), script);
  }
  server = await startServer({
    dist: join(folder, 'dist'),
    database: join(folder, 'views.db'),
    basePath: '/jgsw/',
    port: 0,
  });
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

function articlePage(): string {
  return `<!doctype html><html lang="zh-CN"><title>稿件</title><link rel="icon" href="data:,">
<p data-view-count="${ARTICLE}" data-view-api="/jgsw/api/views/" hidden>浏览次数:<span data-number></span></p>
<a href="/jgsw/xwzx/">新闻资讯</a>
<script type="module" src="/jgsw/view-count.js"></script></html>`;
}

/** A new reader: own storage and own agent, without the word Headless, which is a robot's. */
async function aReader(number = 1) {
  const context = await browser.newContext({ userAgent: agentOf(number) });
  const page = await context.newPage();
  const troubles: string[] = [];
  const requests: string[] = [];
  page.on('console', (message) => troubles.push(message.text()));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.includes('/api/')) requests.push(`${request.method()} ${pathname}${search}`);
  });
  return { context, page, troubles, requests };
}

const articleUrl = () => `${server.url}article/`;
const POST = `POST /jgsw/api/views/${ARTICLE}`;
const GET = `GET /jgsw/api/views/?ids=${ARTICLE}`;

/** The label once the script has had its answer; '' when it stays hidden. */
async function labelOf(page: Page): Promise<string> {
  await page.waitForLoadState('networkidle');
  const label = page.locator('[data-view-count]');
  return (await label.isVisible()) ? label.innerText() : '';
}

describe('the label', () => {
  test('shows the number, one more for each reader; a reload only reads it', async () => {
    const first = await aReader(1);
    await first.page.goto(articleUrl());
    expect(await labelOf(first.page)).toBe('浏览次数:1');
    const second = await aReader(2);
    await second.page.goto(articleUrl());
    expect(await labelOf(second.page)).toBe('浏览次数:2');
    await first.page.reload();
    expect(await labelOf(first.page)).toBe('浏览次数:2');
    expect(first.requests).toEqual([POST, GET]);
    expect([...first.troubles, ...second.troubles]).toEqual([]);
  });

  test('has the same number in a second tab', async () => {
    const { context, page } = await aReader();
    await page.goto(articleUrl());
    expect(await labelOf(page)).toBe('浏览次数:1');
    const tab = await context.newPage();
    await tab.goto(articleUrl());
    expect(await labelOf(tab)).toBe('浏览次数:1');
  });

  test('is there on coming back, and nothing is counted', async () => {
    const { page, requests } = await aReader();
    await page.goto(articleUrl());
    expect(await labelOf(page)).toBe('浏览次数:1');
    await page.getByRole('link', { name: '新闻资讯' }).click();
    await page.goBack();
    expect(await labelOf(page)).toBe('浏览次数:1');
    expect(requests.filter((request) => request === POST)).toHaveLength(1);
  });

  test('shortens a large number and tells the exact one', async () => {
    const { page } = await aReader();
    await answerWith(page, { status: 200, json: { counts: { [ARTICLE]: 123_456 } } });
    await page.goto(articleUrl());
    expect(await labelOf(page)).toBe('浏览次数:12.3万');
    expect(await page.locator('[data-number]').getAttribute('title')).toBe('123456');
  });

  test('works where storage is forbidden', async () => {
    const { page, troubles } = await aReader();
    await page.addInitScript(() => {
      Object.defineProperty(window, 'sessionStorage', {
        get: () => {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await page.goto(articleUrl());
    expect(await labelOf(page)).toBe('浏览次数:1');
    expect(troubles).toEqual([]);
  });
});

describe('the label stays away, without a word in the console,', () => {
  test.each<[string, Answer]>([
    ['when the answer is no JSON', { status: 200, body: '<!doctype html>' }],
    ['when the count is negative', { status: 200, json: { counts: { [ARTICLE]: -1 } } }],
    ['when the count is text', { status: 200, json: { counts: { [ARTICLE]: '12' } } }],
    ['when the count is missing', { status: 200, json: { counts: {} } }],
    ['when the answer is null', { status: 200, body: 'null' }],
  ])('%s', async (_, answer) => {
    const { page, troubles } = await aReader();
    await answerWith(page, answer);
    await page.goto(articleUrl());
    expect(await labelOf(page)).toBe('');
    expect(troubles).toEqual([]);
  });

  test('when no answer comes within three seconds', async () => {
    const { page, troubles } = await aReader();
    await page.route('**/api/views/**', () => {});
    const failed = page.waitForEvent('requestfailed');
    await page.goto(articleUrl());
    expect((await failed).failure()?.errorText).toBe('net::ERR_ABORTED');
    expect(await labelOf(page)).toBe('');
    expect(troubles).toEqual([]);
  });

  test('when the counter is down; and the next try counts', async () => {
    const { page } = await aReader();
    await page.route('**/api/views/**', (route) => route.abort());
    await page.goto(articleUrl());
    expect(await labelOf(page)).toBe('');
    await page.unroute('**/api/views/**');
    await page.reload();
    expect(await labelOf(page)).toBe('浏览次数:1');
  });
});

describe('a view is counted once it is seen:', () => {
  // Playwright neither hides a page nor activates one that was rendered ahead: the signs are set by hand.
  test.each([
    ['in the background', 'visibilityState', 'hidden', 'visible', 'visibilitychange'],
    ['rendered ahead', 'prerendering', true, false, 'prerenderingchange'],
  ] as const)(
    'a page %s counts when it comes to the front',
    async (_, sign, before, after, event) => {
      const { page, requests } = await aReader();
      await page.addInitScript(
        ([name, first, second, change]) => {
          let state: string | boolean = first;
          Object.defineProperty(document, name, { get: () => state });
          addEventListener('come-to-front', () => {
            document.dispatchEvent(new Event(change));
            state = second;
            document.dispatchEvent(new Event(change));
            document.dispatchEvent(new Event(change));
          });
        },
        [sign, before, after, event] as const,
      );
      await page.goto(articleUrl());
      expect(await labelOf(page)).toBe('');
      expect(requests).toEqual([]);
      await page.evaluate(() => dispatchEvent(new Event('come-to-front')));
      await page.getByText('浏览次数:1').waitFor();
      expect(requests).toEqual([POST]);
    },
  );
});

type Answer = Parameters<Parameters<Parameters<Page['route']>[1]>[0]['fulfill']>[0];

async function answerWith(page: Page, answer: Answer): Promise<void> {
  await page.route('**/api/views/**', (route) => route.fulfill(answer));
}
