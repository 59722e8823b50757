/**
 * Pages of the preview that show one article's entry as readers will find it: the site with that article published now, the
 * entry framed, and the page beginning at it, for which a frame without scripts has an address's fragment alone.
 */
import { articlePath, href } from '../../site/addresses.ts';
import type { CurrentSite } from '../../site/current-site.ts';
import { asPublished } from './as-published.ts';
import { ENTRY, markEntry } from './mark-entry.ts';
import type { Shown } from './shown.ts';

const QUERY = 'as-published';

/** @param path below the site's root */
export function entryAddress(path: string, id: string): string {
  return `${path}?${QUERY}=${encodeURIComponent(id)}#${ENTRY}`;
}

/** @returns undefined where no entry is asked for, or the article has no page */
export function entryShown(preview: CurrentSite, asked: URLSearchParams): Shown | undefined {
  const id = asked.get(QUERY);
  const current = id === null ? undefined : asPublished(preview, id);
  if (id === null || !current) return undefined;
  const { site } = current;
  const link = href(site, articlePath(site, site.article(id)));
  return { current, finish: (html) => markEntry(html, link) };
}
