/**
 * A built site served as a good CDN would: `index.html` for folders, `404.html`, `_redirects`, `_gone`,
 * validators, ranges, compression; nothing outside of the folder.
 */
import { join, resolve } from 'node:path';
import { CACHE, METHODS, STATUS } from '../../answers/answers.ts';
import { keepCompressed } from './compression.ts';
import { fileResponse } from './file-response.ts';
import { findFile, isAbsent } from './find-file.ts';
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
  const redirects = readWhenChanged(join(root, '_redirects'), (text) => parseRedirects(text));
  const ended = readWhenChanged(join(root, '_gone'), (text) => parseRedirects(text, [STATUS.gone]));

  async function answerFile(request: Request, url: URL, file: string): Promise<Response> {
    try {
      return await fileResponse(request, file, compressed);
    } catch (cause) {
      // A build has taken it away since it was found.
      if (isAbsent(cause)) return notFound(request, url);
      throw cause;
    }
  }

  async function notFound(request: Request, url: URL): Promise<Response> {
    return inPlace(request, url, '404.html', STATUS.absent);
  }

  /** @param path of a page below the base, which is sent in the place of what was asked for */
  async function inPlace(
    request: Request,
    url: URL,
    path: string,
    status: number,
  ): Promise<Response> {
    const page = await findFile(root, path);
    if (page.kind !== 'file') return plain(status, status === STATUS.gone ? 'Gone' : 'Not Found');
    // Conditions and ranges are about what was asked for, not about this page in its place.
    const encoding = request.headers.get('Accept-Encoding') ?? '';
    const ask = new Request(url, {
      method: request.method,
      headers: { 'Accept-Encoding': encoding },
    });
    const { body, headers } = await fileResponse(ask, page.file, compressed);
    // Not for as long as the file that may yet appear here.
    headers.set('Cache-Control', CACHE.absent);
    headers.delete('ETag');
    headers.delete('Last-Modified');
    return new Response(body, { status, headers });
  }

  return async (request) => {
    if (!METHODS.includes(request.method)) {
      return plain(STATUS.otherMethod, 'Method Not Allowed', { Allow: METHODS.join(', ') });
    }
    const url = new URL(request.url);
    const { pathname, search } = url;
    const moved = (await redirects())(decodePath(pathname), search);
    if (moved) return redirectTo(moved, url) ?? notFound(request, url);
    const gone = (await ended())(decodePath(pathname), search);
    if (gone?.location.startsWith(basePath)) {
      return inPlace(request, url, gone.location.slice(basePath.length), STATUS.gone);
    }
    if (`${pathname}/` === basePath) return moveTo(basePath + search, STATUS.moved);
    // Temporary: a browser would keep a permanent one for whatever is served at this address next.
    if (pathname === '/' && basePath !== '/') return moveTo(basePath + search, 302);
    if (!pathname.startsWith(basePath)) return notFound(request, url);

    const found = await findFile(root, pathname.slice(basePath.length));
    if (found.kind === 'file') return answerFile(request, url, found.file);
    if (found.kind === 'nothing') return notFound(request, url);
    return moveTo(`${pathname}/${search}`, STATUS.moved);
  };
}

/** The query goes along unless the new address has one. `undefined` when the new address is none. */
function redirectTo({ location, status, keepsQuery }: Redirect, from: URL): Response | undefined {
  const target = URL.parse(location, from);
  if (!target) return undefined;
  if (keepsQuery && target.search === '') target.search = from.search;
  const isHere = location.startsWith('/');
  // Two slashes in front would name another host.
  const path = target.pathname.replace(/^\/{2,}/, '/');
  return moveTo(isHere ? path + target.search + target.hash : target.href, status);
}

/** @param location percent-encoded, as every part of a `URL` is */
function moveTo(location: string, status: number): Response {
  return plain(status, '', { Location: location });
}

function plain(status: number, text: string, headers: Record<string, string> = {}): Response {
  return new Response(text, {
    status,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers },
  });
}
