/**
 * `sw.js`: a service worker that answers a page of this site, where the network does not, with the words of `offline-page.ts`.
 * It keeps nothing: no cache is opened, so that no text is shown that was withdrawn or replaced. It stands between the reader
 * and nothing else: files go by it, and so do pages of others below the same address.
 *
 * `offline: false` makes of it one that takes itself away: browsers ask for the file at every visit.
 */
import { href, pagePath } from './addresses.ts';
import { offlinePage } from './offline-page.ts';
import type { Site } from './site.ts';

export const WORKER_FILE = 'sw.js';

/** Addresses of the engine's own pages, below the base. */
const ENGINE_PAGES = ['corrections', 'elder', 'search', 'sitemap', 'topics'];

export function offlineWorker(site: Site): string {
  if (!site.config.offline) return LEAVE;
  const { html, contentSecurityPolicy } = offlinePage(site);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': contentSecurityPolicy,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  };
  return [
    `const BASE = ${JSON.stringify(site.base)};`,
    `const FOLDERS = ${JSON.stringify(foldersOf(site))};`,
    `const PAGE = ${JSON.stringify(html)};`,
    `const HEADERS = ${JSON.stringify(headers)};`,
    STAY,
  ].join('\n');
}

/** What an address of the site begins with, below the base: what begins otherwise may be somebody else's. */
function foldersOf(site: Site): string[] {
  const columns = site.tree.roots.filter(({ column }) => column.kind !== 'link');
  const paths = [
    ...columns.map(({ path }) => path),
    ...site.content.pages.map((page) => pagePath(site, page)),
    ...ENGINE_PAGES,
  ];
  return [...new Set(paths.map((path) => path.split('/')[0] ?? ''))].toSorted();
}

/** Where the worker is, for who registers it; undefined where the bureau wants none. */
export function workerHref(site: Site): string | undefined {
  return site.config.offline ? href(site, WORKER_FILE) : undefined;
}

const STAY = `
addEventListener('install', (event) => {
  skipWaiting();
  if (!event.addRoutes) return;
  // Where a browser takes rules, it starts the worker for nothing but the pages of this site.
  const ours = ['', ...FOLDERS.map((folder) => folder + '/*')];
  const rules = ours.map((path) => ({
    condition: { requestMode: 'navigate', urlPattern: { pathname: BASE + path } },
    source: 'fetch-event',
  }));
  event.waitUntil(
    event.addRoutes([...rules, { condition: { urlPattern: {} }, source: 'network' }]).catch(() => {}),
  );
});

// The page is asked for while the worker starts, or each would come later by that.
addEventListener('activate', (event) => {
  event.waitUntil(registration.navigationPreload?.enable());
});

addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.mode !== 'navigate') return;
  const { pathname } = new URL(request.url);
  const below = pathname.slice(BASE.length);
  const isOurs = pathname.startsWith(BASE) && (below === '' || FOLDERS.includes(below.split('/')[0]));
  const asked = ask(event);
  event.respondWith(isOurs ? asked.catch(() => new Response(PAGE, { status: 503, headers: HEADERS })) : asked);
});

async function ask({ request, preloadResponse }) {
  return (await preloadResponse) ?? fetch(request);
}
`;

const LEAVE = `addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(registration.unregister()));
`;
