/** Who loses the connection: a page of the site that says so, nothing that was kept, and a way to be rid of it. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { writeFiles } from '../support/a-folder.ts';
import { SMALL_SITE, smallAddress, smallArticle } from './support/a-small-bureau.ts';
import { useBrowser } from './support/page.ts';
import { serveBuilt } from './support/serve-built.ts';
import type { ServedSite } from './support/serve-built.ts';

const ARTICLE = smallAddress('2026-01-01', 'one');
const OTHER = smallAddress('2026-01-02', 'two');
/** Another application that shares the host. */
const NEIGHBOUR = 'neighbour/';

const open = useBrowser();
let folder = '';
const sites = new Map<string, ServedSite>();
let front: Server | undefined;
let port = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offline-'));
  const articles = [smallArticle('2026-01-01', 'one'), smallArticle('2026-01-02', 'two')];
  const without = articles.map(([path, text]) =>
    path.includes('one')
      ? [path, text.replace('\n---\n', '\nexpires: 2026-02-01\n---\n')]
      : [path, text],
  ) as [string, string][];
  for (const [name, settings, texts] of [
    ['as it is', '', articles],
    ['without a text', '', without],
    ['without the page', 'offline: false\n', articles],
  ] as const) {
    const bureau = join(folder, name);
    await writeFiles(bureau, {
      'content/site.yaml': `${SMALL_SITE}viewCounts: false\n${settings}`,
      'content/columns.yaml': '- { slug: tz, name: 通知 }\n',
      'public/robots.txt': 'User-agent: *\nAllow: /\n',
      ...Object.fromEntries(texts),
    });
    sites.set(name, await serveBuilt(bureau, bureau));
  }
});
afterEach(stop);
afterAll(async () => {
  await Promise.all([...sites.values()].map((site) => site.close()));
  await rm(folder, { recursive: true });
});

/** The host is there, at the same port each time, with one of the sites and its neighbour. */
async function start(name: string): Promise<string> {
  const site = sites.get(name)?.url ?? '';
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    if (path.startsWith(NEIGHBOUR)) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8').end('<h1>另一个系统</h1>');
      return;
    }
    void fetch(site + path, { redirect: 'manual' }).then(async (answer) => {
      for (const [header, value] of answer.headers)
        if (!/^(?:content-encoding|content-length|transfer-encoding)$/.test(header))
          response.setHeader(header, value);
      response.statusCode = answer.status;
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
  });
  front = server;
  await new Promise<void>((ready) => server.listen(port, 'localhost', ready));
  ({ port } = server.address() as AddressInfo);
  return `http://localhost:${port}/`;
}

async function stop(): Promise<void> {
  const server = front;
  front = undefined;
  if (!server) return;
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
}

/** A reader who has been on the site, so that the browser has its worker. */
async function aReader(url: string): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await open(url);
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.goto(url + ARTICLE);
  await expect.poll(() => page.evaluate('Boolean(navigator.serviceWorker.controller)')).toBe(true);
  return { page, errors };
}

const registrations = (page: Page) =>
  page.evaluate('navigator.serviceWorker.getRegistrations().then((all) => all.length)');
const heading = (page: Page) => page.getByRole('heading', { level: 1 });

it('a page that cannot be had says so, and is there again with the network', async () => {
  const url = await start('as it is');
  const { page, errors } = await aReader(url);
  await stop();
  const answer = await page.goto(url + OTHER);
  expect(answer?.status()).toBe(503);
  expect(await heading(page).innerText()).toBe('没有连上网络');
  expect(await page.getByRole('banner').innerText()).toBe('示例自治区示例局');
  // It stays at the address that was asked for, and trying in vain changes nothing.
  await page.getByRole('link', { name: '再试一次' }).click();
  await heading(page).getByText('没有连上网络').waitFor();
  expect(page.url()).toBe(url + OTHER);
  expect(errors.filter((error) => !/503|ERR_/.test(error))).toEqual([]);
  await start('as it is');
  await page.getByRole('link', { name: '再试一次' }).click();
  await heading(page).getByText('two号通知').waitFor();
});

it('tries by itself when the browser says that there is a network', async () => {
  const url = await start('as it is');
  const { page } = await aReader(url);
  await page.context().setOffline(true);
  await page.goto(url + OTHER);
  await heading(page).getByText('没有连上网络').waitFor();
  await page.context().setOffline(false);
  await heading(page).getByText('two号通知').waitFor();
});

it('is large in 长者模式', async () => {
  const url = await start('as it is');
  const { page } = await aReader(url);
  await page.evaluate("localStorage.setItem('reading-mode', 'elder')");
  await stop();
  await page.goto(url + OTHER);
  const size = await page.getByRole('link', { name: '再试一次' }).evaluate((link) => {
    return Number.parseFloat(getComputedStyle(link).fontSize);
  });
  expect(size).toBeGreaterThanOrEqual(24);
});

it('shows nothing that was read before: it may have been withdrawn', async () => {
  const url = await start('as it is');
  const { page } = await aReader(url);
  expect(await page.locator('.body').innerText()).toBe('one的正文。');
  await stop();
  await start('without a text');
  await page.goto(url + ARTICLE);
  expect(await page.locator('body').innerText()).not.toContain('one的正文');
  await stop();
  for (const goThere of [() => page.goto(url + ARTICLE), () => page.reload()]) {
    await goThere();
    expect(await heading(page).innerText()).toBe('没有连上网络');
  }
  expect(await page.evaluate('caches.keys()')).toEqual([]);
});

it('is gone for good once the bureau wants it no more', async () => {
  const url = await start('as it is');
  const { page } = await aReader(url);
  expect(await registrations(page)).toBe(1);
  await stop();
  await start('without the page');
  await page.goto(url + OTHER);
  await expect.poll(() => registrations(page)).toBe(0);
  await page.goto(url);
  expect(await registrations(page)).toBe(0);
  await stop();
  await expect(page.goto(url + OTHER)).rejects.toThrow('ERR_');
});

it('has nothing to do with another application below the same address', async () => {
  const url = await start('as it is');
  const { page } = await aReader(url);
  await page.goto(url + NEIGHBOUR);
  expect(await heading(page).innerText()).toBe('另一个系统');
  await stop();
  await expect(page.goto(url + NEIGHBOUR)).rejects.toThrow('ERR_');
  expect(await page.locator('body').innerText()).not.toContain('没有连上网络');
});
