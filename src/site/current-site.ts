/**
 * The site that is being built or shown. Pages take no arguments, so it is the context of the call that renders them; they
 * run as a compiled copy of this module beside the build's own, so the context lies in the one place that both can see.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { PictureLookup } from '../images/picture-lookup.ts';
import type { Site } from './site.ts';

export interface CurrentSite {
  site: Site;
  pictures: PictureLookup;
  /** Under the dev server alone: gives the problems of the content, printed, for the pages to show. */
  problems?: (() => string) | undefined;
}

const KEY = Symbol.for('bureau-press.current-site');
const shared = globalThis as { [KEY]?: AsyncLocalStorage<CurrentSite> };
const sites = (shared[KEY] ??= new AsyncLocalStorage<CurrentSite>());

/** Runs what renders pages of this site, and all that it waits for; other sites may be rendered meanwhile. */
export function withSite<T>(current: CurrentSite, run: () => T): T {
  return sites.run(current, run);
}

/** Throws when a page is rendered outside of `withSite`: `astro.config.mjs` lacks the site's integration. */
export function currentSite(): CurrentSite {
  const current = sites.getStore();
  if (!current) throw new Error('No site has been loaded before rendering');
  return current;
}
