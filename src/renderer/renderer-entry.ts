/** What Astro compiles: the site's pages as functions that plain Node can call. */
import { App, renderForPrerender } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';
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

/** No page asks what was requested, and making a request for each costs more than its Markdown. */
const ANY_REQUEST = new Request('http://localhost/');

/**
 * The HTML of a page: what `render` answers, without the request, the response and the stream, a fifth of a page's cost.
 * Astro's own steps (`handlePages`, `renderPage`) as far as a page here needs them; `astro build` takes Astro's way, and a
 * test compares the bytes.
 * @param pathname as `paths` gives it
 */
export async function html(pathname: string, routeData: RouteData): Promise<string> {
  const state = new FetchState(ANY_REQUEST);
  state.routeData = routeData;
  state.pathname = pathname;
  const page = await state.loadComponentInstance();
  const result = await state.createResult(page, state.getActionAPIContext());
  const { default: component } = page;
  const { _metadata: head, componentMetadata } = result;
  const known = componentMetadata.get(component.moduleId ?? '');
  head.headInTree = known?.containsHead ?? false;
  head.routeHasPropagation = (known?.propagation ?? 'none') !== 'none';
  const props = await state.getProps();
  const made = await renderToString(result, component, props, {}, true, routeData);
  if (typeof made !== 'string') throw new Error(`it was answered with ${made.status}`);
  return made;
}

/** The answer to a request for one of them. */
export async function render(request: Request, routeData: RouteData): Promise<Response> {
  const { response } = await renderForPrerender(app, request, { routeData });
  return response;
}
