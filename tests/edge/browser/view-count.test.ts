/** The script on the page, in a real Chromium, against the real server. */
import type { Browser, Page } from 'playwright-core';
import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  onTestFinished,
  test,
} from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { ARTICLE } from '../a-server.ts';
import { aReader as readerOf, GET, labelOf, POST, serveViewPages } from './pages.ts';

let browser: Browser;
let site: Awaited<ReturnType<typeof serveViewPages>>;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  site = await serveViewPages();
});
afterEach(() => site.close());

/** Until the test ends: what is open goes on costing. */
async function aReader(number = 1) {
  const reader = await readerOf(browser, number);
  onTestFinished(() => reader.context.close());
  return reader;
}
const articleUrl = () => `${site.url}article/`;

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
    await page.getByRole('link', { name: '列表' }).click();
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

  test('asks for nothing where the reader saves data', async () => {
    const { page, requests } = await aReader();
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
    });
    await page.goto(articleUrl());
    expect(await labelOf(page)).toBe('');
    expect(requests).toEqual([]);
  });

  test('is not there without scripts', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(articleUrl());
    expect(await labelOf(page)).toBe('');
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

type Answer = Parameters<Parameters<Parameters<Page['route']>[1]>[0]['fulfill']>[0];

async function answerWith(page: Page, answer: Answer): Promise<void> {
  await page.route('**/api/views/**', (route) => route.fulfill(answer));
}
