/** What Astro compiles: the site's pages as functions that plain Node can call. */
import { renderForPrerender } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { PathWithRoute, RouteData } from 'astro';

/** Whole pages, as `astro build` makes them: a stream for each costs more than the page. */
const app = createApp({ streaming: false });

/** Every path of the current site. */
export function paths(): Promise<PathWithRoute[]> {
  return new StaticPaths(app).getAll();
}

/** The routes of those paths. */
export function routes(): RouteData[] {
  return app.manifest.routes.map(({ routeData }) => routeData);
}

/** The answer to a request for one of them. */
export async function render(request: Request, routeData: RouteData): Promise<Response> {
  const { response } = await renderForPrerender(app, request, { routeData });
  return response;
}
