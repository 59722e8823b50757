/** A small site with the scripts of `src/client/`, served below a sub-path by the real server. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { serve, type ServerRequest } from 'srvx';
import { DEFAULT_SET_UP } from '../../../src/views/set-up.ts';
import { createSiteHandler } from '../../../src/server/site-handler.ts';
import { openSqliteStore } from '../../../src/views/stores/sqlite.ts';
import { ARTICLE, agentOf, aSite } from '../a-server.ts';
import { bundle } from '../bundle.ts';

export const OTHER_ARTICLE = '20260306-notice';

const ARTICLE_PAGE = page(`
<p data-view-count="${ARTICLE}" data-view-api="/jgsw/api/views/" hidden>浏览次数:<span data-number></span></p>
<a href="/jgsw/list/">列表</a>
<script type="module" src="/jgsw/view-count.js"></script>`);

export function page(body: string): string {
  return `<!doctype html><html lang="zh-CN"><title>网页</title><link rel="icon" href="data:,">${body}</html>`;
}

/** A list of articles with the numbers of their views. */
export function listPage(ids: readonly string[]): string {
  const items = ids.map(
    (id) =>
      `<li>稿件<span data-view-counts="${id}" hidden> 浏览<span data-number></span></span></li>`,
  );
  return page(`<ul data-view-api="/jgsw/api/views/">${items.join('')}</ul>
<script type="module" src="/jgsw/list-view-counts.js"></script>`);
}

/** Starts the server; `files` are put into its `dist`. */
export async function serveViewPages(files: Record<string, string> = {}) {
  const folder = await aSite();
  const all: Record<string, string> = {
    'article/index.html': ARTICLE_PAGE,
    'list/index.html': listPage([ARTICLE, OTHER_ARTICLE, '20260307-unknown', ARTICLE]),
    'views/2026.txt': `${ARTICLE}\n${OTHER_ARTICLE}\n`,
    'view-count.js': await bundle('src/client/view-count.ts'),
    'list-view-counts.js': await bundle('src/client/list-view-counts.ts'),
    _headers: '',
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    await mkdir(join(folder, 'dist', name, '..'), { recursive: true });
    await writeFile(join(folder, 'dist', name), text);
  }
  const store = openSqliteStore(join(folder, 'views.db'));
  const handle = createSiteHandler({
    dist: join(folder, 'dist'),
    store,
    setUp: { ...DEFAULT_SET_UP, basePath: '/jgsw/' },
    peerAddress: ({ ip }: ServerRequest) => ip ?? '',
    trustProxy: [],
    onError: (cause) => {
      throw cause;
    },
  });
  /** What came in, in order; with `Sec-Purpose` where the browser fetched ahead. */
  const requests: string[] = [];
  const server = serve({
    fetch: (request) => {
      const { pathname } = new URL(request.url);
      const purpose = request.headers.get('Sec-Purpose');
      requests.push([request.method, pathname, purpose].filter(Boolean).join(' '));
      return handle(request);
    },
    port: 0,
    hostname: '127.0.0.1',
    silent: true,
  });
  await server.ready();
  return {
    url: new URL('/jgsw/', server.url).href,
    requests,
    write: (name: string, text: string) => writeFile(join(folder, 'dist', name), text),
    close: async () => {
      await server.close(true);
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A new reader: own storage and own agent, without the word Headless, which is a robot's. */
export async function aReader(browser: Browser, number = 1) {
  const context = await browser.newContext({ userAgent: agentOf(number) });
  const tab = await context.newPage();
  const troubles: string[] = [];
  const requests: string[] = [];
  tab.on('console', (message) => troubles.push(message.text()));
  tab.on('pageerror', (error) => troubles.push(error.message));
  tab.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.includes('/api/')) requests.push(`${request.method()} ${pathname}${search}`);
  });
  return { context, page: tab, troubles, requests };
}

export const POST = `POST /jgsw/api/views/${ARTICLE}`;
export const GET = `GET /jgsw/api/views/?ids=${ARTICLE}`;

/** The label once the script has had its answer; '' when it stays hidden. */
export async function labelOf(tab: Page): Promise<string> {
  await tab.waitForLoadState('networkidle');
  const label = tab.locator('[data-view-count]');
  return (await label.isVisible()) ? label.innerText() : '';
}
