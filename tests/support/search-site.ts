/** A site of nothing but the search page: the real script and a real index, under the site's CSP. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import type { SearchDocument } from '../../src/search/search-document.ts';

export interface SearchSite {
  /** The search page's address. */
  url: string;
  /** The paths asked for since the start. */
  requests: string[];
  close(): Promise<void>;
}

/** The values that the page's selects offer besides "all". */
interface Options {
  columns: readonly string[];
  years: readonly string[];
}

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
  await buildSearchIndex({ documents, outFolder: path.join(folder, 'pagefind') });
  const requests: string[] = [];
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    requests.push(pathname);
    response.setHeader('content-security-policy', CSP);
    try {
      const [type, body] = await answer(pathname, folder, options);
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
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

async function answer(
  pathname: string,
  folder: string,
  options: Options,
): Promise<[type: string, body: string | Buffer]> {
  if (pathname === '/search/') return ['text/html; charset=utf-8', searchPage(options)];
  const type = TYPES[path.extname(pathname)] ?? 'application/octet-stream';
  if (pathname.startsWith('/pagefind/')) return [type, await readFile(path.join(folder, pathname))];
  const source = await readFile(path.join(PROJECT, pathname), 'utf8');
  return [type, stripTypeScriptTypes(source)];
}

function searchPage({ columns, years }: Options): string {
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>搜索</title>
<script type="module" src="/src/client/search-page.ts"></script>
<search-page data-bundle="/pagefind/">
  <form role="search" action="/search/">
    <input type="search" name="q" aria-label="搜索词">
    <select name="column" aria-label="栏目"><option value="">全部</option>${optionsOf(columns)}</select>
    <select name="year" aria-label="年份"><option value="">全部</option>${optionsOf(years)}</select>
    <select name="order" aria-label="排序"><option value="relevance">按相关</option><option value="date">按日期</option></select>
    <button>搜索</button>
  </form>
  <p data-status role="status" aria-live="polite"></p>
  <ol data-results></ol>
  <button type="button" data-more hidden>更多结果</button>
  <template data-result><li><article><h2><a data-title></a></h2><p data-excerpt></p>
    <p><span data-column></span> <time data-date></time> <span data-source></span></p></article></li></template>
</search-page></html>`;
}

function optionsOf(values: readonly string[]): string {
  return values.map((value) => `<option>${value}</option>`).join('');
}
