/** A site of nothing but the search page: the real script and a real index, under the site's CSP. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { updateSearchIndex } from '../../src/search/index/search-index.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';

export interface SearchSite {
  /** The search page's address. */
  url: string;
  /** The paths asked for since the start. */
  requests: string[];
  /** The index: paths below the site → files. */
  files: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** The values that the page's selects offer besides "all". */
interface Options {
  columns: readonly string[];
  years: readonly string[];
  sources: readonly string[];
}

/** What the search box suggests. */
export const TITLES = ['机关事务管理局部署节能工作', '节能降耗', '值班第1期'];

const PROJECT = path.resolve(import.meta.dirname, '../..');
const CSP =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; form-action 'self'";
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.ts': 'text/javascript',
  '.json': 'application/json',
};

export async function serveSearchSite(
  documents: readonly SearchDocument[],
  options: Options,
): Promise<SearchSite> {
  const folder = await mkdtemp(path.join(tmpdir(), 'search-site-'));
  const site = await serveIndex(await indexFiles(documents, folder), options);
  return {
    ...site,
    async close() {
      await site.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** @param files the index, as `indexFiles` makes it */
export async function serveIndex(
  files: ReadonlyMap<string, string>,
  options: Options,
): Promise<SearchSite> {
  const requests: string[] = [];
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    requests.push(pathname);
    response.setHeader('content-security-policy', CSP);
    try {
      const [type, body] = await answer(decodeURI(pathname), files, options);
      response.setHeader('content-type', type).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/search/`,
    requests,
    files,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The search index of some documents: paths on the site → files. */
export async function indexFiles(
  documents: readonly SearchDocument[],
  cacheFolder: string,
): Promise<Map<string, string>> {
  const sources = documents.map((document) => ({
    id: document.url,
    date: document.date,
    key: JSON.stringify(document),
    load: async () => document,
  }));
  const progress = { say: () => undefined, count: () => () => undefined };
  const { files } = await updateSearchIndex({ sources, cacheFolder, progress });
  return new Map([...files].map(([path, { source }]) => [path, source]));
}

async function answer(
  pathname: string,
  files: ReadonlyMap<string, string>,
  options: Options,
): Promise<[type: string, body: string | Buffer]> {
  if (pathname === '/search/') return ['text/html; charset=utf-8', searchPage(options)];
  if (pathname === '/search/titles.json') return [TYPES['.json'] ?? '', JSON.stringify(TITLES)];
  const type = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
  if (pathname.startsWith('/pagefind/'))
    return [type, await readFile(files.get(pathname.slice(1)) ?? pathname)];
  const source = await readFile(path.join(PROJECT, pathname), 'utf8');
  return [type, withPackages(stripTypeScriptTypes(source))];
}

/** A browser knows no package names; in the real page the bundler resolves them. */
function withPackages(source: string): string {
  return Object.entries(PACKAGES).reduce(
    (text, [name, file]) => text.replaceAll(`'${name}'`, `'/node_modules/${file}'`),
    source,
  );
}

const PACKAGES = {
  'fastest-levenshtein': 'fastest-levenshtein/esm/mod.js',
  fflate: 'fflate/esm/browser.js',
};

function searchPage({ columns, years, sources }: Options): string {
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>搜索</title>
<link rel="preload" as="fetch" crossorigin="anonymous" href="/pagefind/list.json">
<script type="module" src="/src/client/search-page.ts"></script>
<search-page data-bundle="/pagefind/" data-titles="/search/titles.json" data-synonyms='[["公车","节能降耗"]]'>
  <form role="search" action="/search/">
    <input type="search" name="q" aria-label="搜索词">
    ${selectOf('栏目', 'column', columns)}${selectOf('年份', 'year', years)}${selectOf('来源', 'source', sources)}
    <select name="order" aria-label="排序"><option value="relevance">按相关</option><option value="date">按日期</option></select>
    <button>搜索</button>
  </form>
  <p data-status role="status" aria-live="polite"></p>
  <ol data-results></ol>
  <button type="button" data-more hidden>更多结果</button>
  <ul data-offers></ul>
  <template data-result><li><article><h2><a data-title><span data-attachment>附件</span></a></h2><p data-excerpt></p>
    <p data-article>见 <a></a></p>
    <p><span data-column></span> <time data-date></time> <span data-source></span></p></article></li></template>
</search-page></html>`;
}

function selectOf(label: string, name: string, values: readonly string[]): string {
  const options = values
    .map((value) => `<option value="${value}" data-address="/of/${value}/">${value}</option>`)
    .join('');
  return `<select name="${name}" aria-label="${label}"><option value="">全部</option>${options}</select>`;
}
