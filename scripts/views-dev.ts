/** The view counter for `npm run dev` and the desk's preview: the same rules as on the site, over a memory that ends with the command. */
import type { RequestListener } from 'node:http';
import { toNodeHandler } from 'srvx/node';
import type { Plugin } from 'vite';
import { apiBelow } from '../src/views/api.ts';
import { isBot } from '../src/views/bots.ts';
import { nodeHash } from '../src/views/node-hash.ts';
import { reportErrors } from '../src/views/report-errors.ts';
import { DEFAULT_SET_UP } from '../src/views/set-up.ts';
import { createMemoryStore } from '../src/views/stores/memory.ts';
import { createViewCounter } from '../src/views/view-counter.ts';
import { countedAs } from '../src/site/counted-as.ts';
import { currentSite } from '../src/site/current-site.ts';

/**
 * Every article of the site that is shown is published.
 * @param basePath with a slash at both ends; not asked of the site, since there is none while its settings have problems
 * @returns answers within a site what its pages ask of the counter; undefined for any other request
 */
export function previewViews(
  basePath: string,
): (request: Request) => Promise<Response> | undefined {
  const counter = createViewCounter({
    store: createMemoryStore(),
    published: async (id) => {
      const { site } = currentSite();
      return site.content.articles.some((article) => countedAs(site, article) === id);
    },
    // Only this machine and the office see it.
    clientAddress: () => '',
    isBot,
    newHash: nodeHash,
    setUp: { ...DEFAULT_SET_UP, basePath },
    onError: reportErrors(),
  });
  return (request) => {
    const { pathname } = new URL(request.url);
    return pathname.startsWith(apiBelow(basePath)) ? counter.fetch(request) : undefined;
  };
}

/** The same for the dev server. */
export function devViews(basePath: string): Plugin {
  const views = previewViews(basePath);
  return {
    name: 'bureau-press:dev-views',
    configureServer(server) {
      // Its type asks for requests of HTTP/1 and HTTP/2 in one; it takes either.
      const answer = toNodeHandler((request) => views(request) ?? NOWHERE()) as RequestListener;
      server.middlewares.use((request, response, next) => {
        // Vite has taken the base path off the other one.
        const { originalUrl = '' } = request;
        if (!originalUrl.startsWith(apiBelow(basePath))) return next();
        request.url = originalUrl;
        answer(request, response);
      });
    },
  };
}

const NOWHERE = (): Response => new Response(null, { status: 404 });
