/** Where a list asks for 浏览次数, if it shows them. */
import { href, VIEWS_PATH } from './addresses.ts';
import type { Site } from './site.ts';

/**
 * @param isWanted whether the list is one that may show them
 * @returns undefined where it does not, or the site has none in lists
 */
export function listViewApi(site: Site, isWanted: boolean): string | undefined {
  const { viewCounts, listViewCounts } = site.config;
  return isWanted && viewCounts && listViewCounts ? href(site, VIEWS_PATH) : undefined;
}
