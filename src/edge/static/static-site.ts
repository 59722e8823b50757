/**
 * A built site served as a good CDN would: `index.html` for folders, `404.html`, `_redirects`,
 * `_headers`, validators, ranges, compression; nothing outside of the folder.
 */
import { join, resolve } from 'node:path';
import { keepCompressed } from './compression.ts';
import { fileResponse } from './file-response.ts';
import { findFile } from './find-file.ts';
import { parseHeaders } from './headers-file.ts';
import { decodePath } from './path-pattern.ts';
import { readWhenChanged } from './read-when-changed.ts';
import { parseRedirects, type Redirect } from './redirects-file.ts';

/** Room for the compressed bytes of some thousands of pages. */
const MAX_KEPT_BYTES = 64 * 1024 * 1024;

export interface StaticSiteOptions {
  /** The folder the build wrote. */
  dist: string;
  /**
   * Where that folder lives on the host: `/` or `/jgsw/`. The paths in `_redirects` and `_headers`
   * are those of the host, with the base path in front.
   */
  basePath: string;
}

/** Gives the function that answers requests from the folder. It looks at `dist` anew each time. */
export function createStaticSite({
  dist,
  basePath,
}: StaticSiteOptions): (request: Request) => Promise<Response> {
  const root = resolve(dist);
  const compressed = keepCompressed(MAX_KEPT_BYTES);
  const redirects = readWhenChanged(join(root, '_redirects'), parseRedirects);
  const headersFile = readWhenChanged(join(root, '_headers'), parseHeaders);

  async function answerFile(request: Request, url: URL, file: string): Promise<Response> {
    const response = await fileResponse(request, file, compressed);
    (await headersFile())(decodePath(url.pathname), response.headers);
    return response;
  }

  async function notFound(request: Request, url: URL): Promise<Response> {
    const page = await findFile(root, '404.html');
    if (page.kind !== 'file') return plain(404, 'Not Found');
    // Conditions and ranges are about what was asked for, not about this page in its place.
    const encoding = request.headers.get('Accept-Encoding') ?? '';
    const ask = new Request(url, {
      method: request.method,
      headers: { 'Accept-Encoding': encoding },
    });
    const { body, headers } = await answerFile(ask, url, page.file);
    // Not for as long as the file that may yet appear here.
    headers.set('Cache-Control', 'no-cache');
    headers.delete('ETag');
    headers.delete('Last-Modified');
    return new Response(body, { status: 404, headers });
  }

  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return plain(405, 'Method Not Allowed', { Allow: 'GET, HEAD' });
    }
    const url = new URL(request.url);
    const { pathname, search } = url;
    const moved = (await redirects())(decodePath(pathname), search);
    if (moved) return redirectTo(moved, url);
    if (`${pathname}/` === basePath)
      return redirectTo({ location: basePath, status: 301, keepsQuery: true }, url);
    // Temporary: a browser would keep a permanent one for whatever is served at this address next.
    if (pathname === '/' && basePath !== '/') {
      return redirectTo({ location: basePath, status: 302, keepsQuery: true }, url);
    }
    if (!pathname.startsWith(basePath)) return notFound(request, url);

    const found = await findFile(root, pathname.slice(basePath.length));
    if (found.kind === 'file') return answerFile(request, url, found.file);
    if (found.kind === 'nothing') return notFound(request, url);
    const location = `${pathname}/${search}`;
    return redirectTo({ location, status: 301, keepsQuery: true }, url);
  };
}

/** The query goes along unless the new address has one. */
function redirectTo({ location, status, keepsQuery }: Redirect, from: URL): Response {
  const target = new URL(location, from);
  if (keepsQuery && target.search === '') target.search = from.search;
  const isHere = location.startsWith('/');
  const value = isHere ? target.pathname + target.search + target.hash : target.href;
  return plain(status, '', { Location: value });
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}
