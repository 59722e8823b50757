/** Asks the kept renderer for pages and writes them where a web server looks for them. */
import type { PathWithRoute } from 'astro';
import type { Renderer } from './keep-renderer.ts';
import type { Output } from './output.ts';

/** Never looked up: pages know their own addresses, but a request must have a host. */
const HOST = 'http://localhost';

/**
 * Renders every path of the site.
 * @param base path under which the site lives
 * @param onPage called after each page with how many are done and how many there are
 */
export async function renderPages(
  renderer: Renderer,
  base: string,
  output: Output,
  onPage: (done: number, total: number) => void,
): Promise<number> {
  const paths = await renderer.paths();
  for (const [index, path] of paths.entries()) {
    const response = await renderer.render(new Request(requestUrl(path, base)), path.route);
    const { ok, status } = response;
    if (!ok && status !== 404) throw new Error(`${path.pathname} was answered with ${status}`);
    await output.write(outputPath(path), new Uint8Array(await response.arrayBuffer()));
    onPage(index + 1, paths.length);
  }
  return paths.length;
}

/** A page's request ends with exactly one slash, a file's with its name. */
function requestUrl({ pathname, route }: PathWithRoute, base: string): string {
  const path = pathname.replaceAll(/^\/+|\/+$/g, '');
  return `${HOST}${base}${path}${route.type === 'page' && path ? '/' : ''}`;
}

function outputPath({ pathname, route }: PathWithRoute): string {
  const path = pathname.replaceAll(/^\/+|\/+$/g, '');
  if (route.type !== 'page') return path;
  if (path === '404') return '404.html';
  return path ? `${path}/index.html` : 'index.html';
}
