/**
 * Pages of the preview that show one article's entry as readers will find it: the site with that article published now, the
 * entry framed, and the page beginning at it, for which a frame without scripts has an address's fragment alone.
 */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { Plugin, ViteDevServer } from 'vite';
import { articlePath, href } from '../../site/addresses.ts';
import { currentSite, withSite } from '../../site/current-site.ts';
import { asPublished } from './as-published.ts';
import { ENTRY, markEntry } from './mark-entry.ts';

const QUERY = 'as-published';
/** What the server says to itself when it asks for the page that it is to mark. */
const OWN = 'x-entry-page';

/** @param path below the site's root */
export function entryAddress(path: string, id: string): string {
  return `${path}?${QUERY}=${encodeURIComponent(id)}#${ENTRY}`;
}

/** For the dev server; its pages know the site from what answers before this. */
export function entryPages(): Plugin {
  const secret = randomBytes(16).toString('hex');
  return {
    name: 'bureau-press:entry-pages',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { searchParams } = new URL(request.url ?? '/', 'http://localhost');
        const id = searchParams.get(QUERY);
        const shown = id === null ? undefined : asPublished(currentSite(), id);
        if (id === null || !shown) return next();
        if (request.headers[OWN] === secret) return withSite(shown, next);
        const { site } = shown;
        const link = href(site, articlePath(site, site.article(id)));
        const address = new URL(request.originalUrl ?? '/', ownAddress(server));
        answerMarked(address, link, secret, response).catch(next);
      });
    },
  };
}

async function answerMarked(
  address: URL,
  link: string,
  secret: string,
  response: ServerResponse,
): Promise<void> {
  const page = await fetch(address, { headers: { [OWN]: secret, accept: 'text/html' } });
  const html = await page.text();
  response.writeHead(page.status, { 'Content-Type': 'text/html; charset=utf-8' });
  response.end(page.ok ? markEntry(html, link) : html);
}

function ownAddress({ httpServer }: ViteDevServer): string {
  const address = httpServer?.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://localhost:${port}`;
}
