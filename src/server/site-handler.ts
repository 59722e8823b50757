/** The whole site as one function: the view counter, and the built pages for everything else. */
import { readdir, readFile } from 'node:fs/promises';
import { accessSync, constants, statSync } from 'node:fs';
import { join } from 'node:path';
import { apiBelow, isOfApi } from '../views/api.ts';
import { isBot } from '../views/bots.ts';
import { nodeHash } from '../views/node-hash.ts';
import { createProxies } from '../views/proxies.ts';
import { createPublishedIds } from '../views/published-ids.ts';
import { WrongSetting, type ViewSetUp } from '../views/set-up.ts';
import { createSiteHeaders } from './static/site-headers.ts';
import { createStaticSite } from './static/static-site.ts';
import type { ViewStore } from '../views/store.ts';
import { createViewCounter } from '../views/view-counter.ts';

export interface SiteHandlerOptions<R extends Request> {
  /** The folder that the build wrote. */
  dist: string;
  store: ViewStore;
  setUp: ViewSetUp;
  /** The address at the other end of the connection. */
  peerAddress: (request: R) => string;
  /** The proxies in front, as `parseTrustProxy` gives them. */
  trustProxy: readonly string[];
  onError: (cause: unknown) => void;
  /** Answers what is neither the site's nor the counter's; undefined for all else. @param path percent-encoded */
  ownAnswer?: ((request: Request, path: string) => Promise<Response> | undefined) | undefined;
}

/**
 * The function that answers every request to the site. Throws a `WrongSetting` when `dist` is no folder.
 */
export function createSiteHandler<R extends Request>({
  dist,
  store,
  setUp,
  peerAddress,
  trustProxy,
  onError,
  ownAnswer,
}: SiteHandlerOptions<R>): (request: R) => Promise<Response> {
  checkFolder(dist);
  const { basePath } = setUp;
  const site = createStaticSite({ dist, basePath });
  const addHeaders = createSiteHeaders(dist);
  const { askerOf } = createProxies(trustProxy);
  const counter = createViewCounter<R>({
    store,
    published: createPublishedIds({ readYear: (year) => readYear(dist, year) }),
    checkLists: () => checkLists(dist),
    clientAddress: (request) => askerOf(peerAddress(request), request.headers).address,
    askedHost: (request) =>
      askerOf(peerAddress(request), request.headers).host ?? new URL(request.url).host,
    isBot,
    newHash: nodeHash,
    setUp,
    onError,
  });
  const api = apiBelow(basePath);
  return async (request) => {
    const pathname = pathOf(request);
    if (pathname === undefined) return new Response('Bad Request', { status: 400, headers: PLAIN });
    const own = ownAnswer?.(request, pathname);
    const isView = isOfApi(api, pathname);
    const response = await (own ?? (isView ? counter.fetch(request) : site(request)));
    await addHeaders(pathname, response, !own && !isView);
    return response;
  };
}

function checkFolder(dist: string): void {
  try {
    const state = statSync(dist, { throwIfNoEntry: false });
    if (!state) throw new WrongSetting(`网站的文件夹 ${dist} 不存在，请先运行 npm run build。`);
    if (!state.isDirectory()) throw new WrongSetting(`${dist} 不是文件夹，请写网站的文件夹。`);
    accessSync(dist, constants.R_OK | constants.X_OK);
  } catch (cause) {
    if (cause instanceof WrongSetting) throw cause;
    throw new WrongSetting(`网站的文件夹 ${dist} 打不开。请检查文件夹的权限。`, { cause });
  }
}

const PLAIN = {
  'Content-Type': 'text/plain; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
};

/** `undefined` when what was asked, or the host it was asked of, is no address at all. */
function pathOf(request: Request): string | undefined {
  try {
    return new URL(request.url).pathname;
  } catch {
    return undefined;
  }
}

/** A site without articles has no lists, but the folder it is in must be there. */
async function checkLists(dist: string): Promise<void> {
  const names = await readdir(dist);
  if (names.includes('views')) await readdir(join(dist, 'views'));
}

/** The list the build writes: one published id a line. */
async function readYear(dist: string, year: string): Promise<string | undefined> {
  try {
    return await readFile(join(dist, 'views', `${year}.txt`), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}
