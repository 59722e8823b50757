/** One request to the kept renderer, and where its answer belongs in `dist/`. */
import type { PathWithRoute, RouteData } from 'astro';
import type { PageArtifact } from './artifacts.ts';
import type { Renderer } from './keep-renderer.ts';

/** Never looked up: pages know their own addresses, but a request must have a host. */
const HOST = 'http://localhost';

/** @throws when a page answers with an error */
export async function renderPage(
  renderer: Renderer,
  base: string,
  page: { pathname: string; route: RouteData },
): Promise<Uint8Array> {
  const response = await renderer.render(new Request(requestUrl(page, base)), page.route);
  const { ok, status } = response;
  if (!ok && status !== 404) throw new Error(`${page.pathname} was answered with ${status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The renderer's paths as artifacts; a path without a key of its own is rendered in every build. */
export async function pageArtifacts(renderer: Renderer): Promise<PageArtifact[]> {
  const paths = await renderer.paths();
  return paths.map((path) => ({
    kind: 'page',
    path: outputPath(path),
    key: path.cacheKey ?? '',
    pathname: path.pathname,
    route: path.route,
  }));
}

/** A page's request ends with exactly one slash, a file's with its name. */
function requestUrl(
  { pathname, route }: { pathname: string; route: RouteData },
  base: string,
): string {
  const path = pathname.replaceAll(/^\/+|\/+$/g, '');
  return `${HOST}${base}${path}${route.type === 'page' && path ? '/' : ''}`;
}

function outputPath({ pathname, route }: PathWithRoute): string {
  const path = pathname.replaceAll(/^\/+|\/+$/g, '');
  if (route.type !== 'page') return path;
  if (path === '404') return '404.html';
  return path ? `${path}/index.html` : 'index.html';
}
