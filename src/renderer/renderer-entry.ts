/** What Astro compiles: the site's pages as functions that plain Node can call. */
import { App, renderForPrerender } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro:static-paths';
import type { PathWithRoute, RouteData } from 'astro';

/** What went wrong with a page reaches whoever asked for it as it was thrown: a bare 500 would not say what it was. */
class Pages extends App {
  protected override createErrorHandler(): ReturnType<App['createErrorHandler']> {
    const { renderError } = super.createErrorHandler();
    return {
      async renderError(request, options) {
        if (options.error !== undefined && options.error !== null) throw options.error;
        return renderError(request, options);
      },
    };
  }
}

/** Whole pages, as `astro build` makes them: a stream for each costs more than the page. */
const app = new Pages(createApp().manifest, false);

// An error is thrown as well: told twice, its trace would stand above the line that is for the operator.
app.logger.setDestination({
  write({ level, message }) {
    if (level !== 'error') console.error(message);
  },
});

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
