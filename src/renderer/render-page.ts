/** One page or file asked of the kept renderer, and where the answer belongs in `dist/`. */
import type { PathWithRoute, RouteData } from 'astro';
import type { PageArtifact } from '../output/artifacts.ts';
import type { Renderer } from './keep-renderer.ts';

/** Never looked up: pages know their own addresses, but a request must have a host. */
const HOST = 'http://localhost';

/** A page could not be made, and neither the machine nor a change of the content is known to be the cause. */
export class PageError extends Error {
  // Threads hand on an error's code, not its class.
  readonly code = 'EPAGE';
  readonly pathname: string;

  constructor(pathname: string, cause: unknown) {
    super(`${pathname} was not made: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'PageError';
    this.pathname = pathname;
  }
}

/**
 * @throws what the page threw, when it has a code of the system's or our own
 * @throws PageError
 */
export async function renderPage(
  renderer: Renderer,
  base: string,
  page: { pathname: string; route: RouteData },
): Promise<Uint8Array | string> {
  try {
    if (page.route.type === 'page') return await renderer.html(page.pathname, page.route);
    const request = new Request(`${HOST}${base}${trimmed(page.pathname)}`);
    const response = await renderer.render(request, page.route);
    if (!response.ok) throw new Error(`it was answered with ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    throw error instanceof Error && 'code' in error ? error : new PageError(page.pathname, error);
  }
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

function outputPath({ pathname, route }: PathWithRoute): string {
  const path = trimmed(pathname);
  if (route.type !== 'page') return path;
  if (path === '404') return '404.html';
  return path ? `${path}/index.html` : 'index.html';
}

/** Without the slashes at both ends. */
function trimmed(pathname: string): string {
  return pathname.replaceAll(/^\/+|\/+$/g, '');
}
