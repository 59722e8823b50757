/** Raw Pagefind on the same documents: indexed and asked as its documentation says, in Chromium. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import type { SearchDocument } from '../../src/search/search-document.ts';
import { escaped } from '../../src/site/escape.ts';
import type { Asked } from './search-asked.ts';
import type { CountingServer } from './search-server.ts';

/** So many queries, some of every kind, are also asked in a browser that has nothing yet. */
const COLD = 36;

/** @returns the files of the index below `raw/` */
export async function buildPagefind(
  documents: readonly SearchDocument[],
  outputPath: string,
): Promise<Map<string, string>> {
  const { index } = await createIndex();
  if (!index) throw new Error('Pagefind did not start.');
  for (const { url, title, text } of documents) {
    const content = `<html lang="zh-CN"><body><h1>${escaped(title)}</h1><p>${escaped(text)}</p></body></html>`;
    await index.addHTMLFile({ url, content });
  }
  await index.writeFiles({ outputPath });
  await close();
  // Its process ends a little later; only then is its CPU time known.
  await setTimeout(1000);
  const names = await readdir(outputPath, { recursive: true });
  return new Map(names.map((name) => [`raw/${name}`, join(outputPath, name)]));
}

/** @param files as `buildPagefind` gives them */
export async function pagefindOn(
  server: CountingServer,
  browser: Browser,
  files: ReadonlyMap<string, string>,
): Promise<(query: string, truth: readonly string[]) => Promise<Asked>> {
  const addresses = await addressesIn(files);
  const used = await open(browser, server);
  let cold = 0;
  return async (query, truth) => {
    const first = (cold += 1) > COLD ? undefined : await costOfFirst(browser, server, query);
    server.traffic();
    const ids = await search(used, query);
    const later = server.traffic();
    const known = new Set(truth);
    const right = ids.filter((id) => known.has(addresses.get(id) ?? '')).length;
    return {
      recall: truth.length === 0 ? 1 : right / truth.length,
      precision: ids.length === 0 ? 1 : right / ids.length,
      ...(first && { first: { page: first, total: first } }),
      later,
    };
  };
}

async function costOfFirst(browser: Browser, server: CountingServer, query: string) {
  const page = await open(browser, server);
  server.traffic();
  await search(page, query);
  const cost = server.traffic();
  await page.context().close();
  return cost;
}

async function open(browser: Browser, server: CountingServer): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.goto(server.url);
  return page;
}

/** Asks and loads a page of ten results. @returns the ids of all */
function search(page: Page, query: string): Promise<string[]> {
  return page.evaluate(async (text) => {
    interface Result {
      id: string;
      data(): Promise<object>;
    }
    const address = '/raw/pagefind.js';
    const pagefind = (await import(address)) as {
      search(text: string): Promise<{ results: Result[] }>;
    };
    const { results } = await pagefind.search(text);
    await Promise.all(results.slice(0, 10).map((result) => result.data()));
    return results.map(({ id }) => id);
  }, query);
}

/** The address that each fragment (a gzip file with a signature of 12 bytes) is of. */
async function addressesIn(files: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const addresses = new Map<string, string>();
  for (const [name, file] of files) {
    const [, id] = /([^/]+)\.pf_fragment$/.exec(name) ?? [];
    if (!id) continue;
    const fragment = JSON.parse(
      gunzipSync(await readFile(file))
        .subarray(12)
        .toString(),
    ) as {
      url: string;
    };
    addresses.set(id, fragment.url);
  }
  return addresses;
}
