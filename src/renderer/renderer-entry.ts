/** What Astro compiles: the site's pages as functions that plain Node can call. */
import { App, renderForPrerender } from 'astro/app';
import { createApp } from 'astro/app/entrypoint';
import { FetchState } from 'astro/fetch';
import { renderToString } from 'astro/runtime/server/index.js';
import type { GetStaticPaths, PathWithRoute, RouteData } from 'astro';
import { routePath } from './route-path.ts';

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

/** No page asks what was requested, and making a request for each costs more than its Markdown. */
const ANY_REQUEST = new Request('http://localhost/');

/**
 * Every path of the current site. Astro's own way makes each address twice, and once more in each thread, to find the props of
 * a page by it: pages here take params alone, and find the rest in the current site.
 */
export async function paths(): Promise<PathWithRoute[]> {
  const all: PathWithRoute[] = [];
  for (const { routeData: route } of app.manifest.routes) {
    if (!route.prerender) continue;
    if (route.pathname !== undefined) all.push({ pathname: route.pathname, route });
    else for (const path of await dynamicPaths(route)) all.push(path);
  }
  return all;
}

async function dynamicPaths(route: RouteData): Promise<PathWithRoute[]> {
  const state = new FetchState(ANY_REQUEST);
  state.routeData = route;
  const page = (await state.loadComponentInstance()) as { getStaticPaths: GetStaticPaths };
  const found = await page.getStaticPaths({ paginate: noPagination, routePattern: route.route });
  const pathOf = routePath(route, app.manifest.trailingSlash);
  return found.flat().map(({ params, props, cacheKey }) => {
    if (props) throw new Error(`${route.component} gives props: it would be shown without them`);
    const pathname = pathOf(params);
    return cacheKey === undefined
      ? { pathname, route }
      : { pathname, route, cacheKey: `${cacheKey}` };
  });
}

function noPagination(): never {
  throw new Error('Lists are cut into pages by the site, not by Astro');
}

/** The routes of those paths. */
export function routes(): RouteData[] {
  return app.manifest.routes.map(({ routeData }) => routeData);
}

type Page = Awaited<ReturnType<FetchState['loadComponentInstance']>>;
/** A dynamic import costs a twentieth of a page, though what is imported has long been there. */
const pages = new Map<RouteData, Page>();

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
  const page = pages.get(routeData) ?? (await state.loadComponentInstance());
  pages.set(routeData, page);
  const result = await state.createResult(page, state.getActionAPIContext());
  const { default: component } = page;
  const { _metadata: head, componentMetadata } = result;
  const known = componentMetadata.get(component.moduleId ?? '');
  head.headInTree = known?.containsHead ?? false;
  head.routeHasPropagation = (known?.propagation ?? 'none') !== 'none';
  const made = await renderToString(result, component, {}, {}, true, routeData);
  if (typeof made !== 'string') throw new Error(`it was answered with ${made.status}`);
  return made;
}

/** The answer to a request for one of them. */
export async function render(request: Request, routeData: RouteData): Promise<Response> {
  const { response } = await renderForPrerender(app, request, { routeData });
  return response;
}
