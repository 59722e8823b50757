/**
 * The site that is being built or shown. Pages take no arguments, and they run as a compiled copy of this
 * module beside the build's own, so the site is handed over through the one place that both can see.
 */
import type { PictureStore } from '../images/picture-store.ts';
import type { Site } from './site.ts';

export interface CurrentSite {
  site: Site;
  pictures: PictureStore;
  /** Where the pictures' facts and renditions are kept. */
  pictureFolder: string;
  /** Under the dev server alone: the problems of the content, printed, for the pages to show. */
  problems?: string | undefined;
}

const KEY = Symbol.for('bureau-press.current-site');
const shared = globalThis as { [KEY]?: CurrentSite };

/** Called by the build and the dev server before pages are rendered, and again when content changes. */
export function setCurrentSite(current: CurrentSite): void {
  shared[KEY] = current;
}

/** Throws when a page is rendered outside a build: `astro.config.mjs` lacks the site's integration. */
export function currentSite(): CurrentSite {
  const current = shared[KEY];
  if (!current) throw new Error('No site has been loaded before rendering');
  return current;
}
