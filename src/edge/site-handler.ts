/** The whole site as one function: the view counter, and the built pages for everything else. */
import { readFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isBot } from './bots.ts';
import { nodeHash } from './node-hash.ts';
import { createPublishedIds } from './published-ids.ts';
import type { ViewSetUp } from './set-up.ts';
import { createStaticSite } from './static/static-site.ts';
import type { ViewStore } from './store.ts';
import { createViewCounter } from './view-counter.ts';

export interface SiteHandlerOptions<R extends Request> {
  /** The folder that the build wrote. */
  dist: string;
  store: ViewStore;
  setUp: ViewSetUp;
  clientAddress: (request: R) => string;
  onError: (cause: unknown) => void;
}

/** The function that answers every request to the site. Throws when `dist` is no folder. */
export function createSiteHandler<R extends Request>({
  dist,
  store,
  setUp,
  clientAddress,
  onError,
}: SiteHandlerOptions<R>): (request: R) => Promise<Response> {
  if (!statSync(dist, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`dist is no folder: ${dist}`);
  }
  const { basePath } = setUp;
  const site = createStaticSite({ dist, basePath });
  const counter = createViewCounter<R>({
    store,
    published: createPublishedIds({ readYear: (year) => readYear(dist, year) }),
    clientAddress,
    isBot,
    newHash: nodeHash,
    setUp,
    onError,
  });
  const api = `${basePath}api/views`;
  return (request) => {
    const { pathname } = new URL(request.url);
    return pathname === api || pathname.startsWith(`${api}/`)
      ? counter.fetch(request)
      : site(request);
  };
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
