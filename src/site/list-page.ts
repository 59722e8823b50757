/** Which numbers the pages of a list have. */
import { bareAddress } from './address-key.ts';
import { pageCount } from './pagination.ts';
import type { Site } from './site.ts';

/**
 * False for `/tzgg/page/99/` of a list that has fewer pages; an address of another form may be a page. Pages are numbered
 * from the oldest; the newest one is the column's own address.
 */
export function mayBeListPage(site: Site, below: string): boolean {
  const [, path, number] = /^(.+)\/page\/(\d+)$/.exec(bareAddress(below)) ?? [];
  if (path === undefined) return true;
  const node = site.tree.all.find((each) => each.path === path);
  if (!node) return true;
  const count = pageCount(site.articlesIn(node.column.slug).length, site.config.listSize);
  return Number(number) >= 1 && Number(number) < count && String(Number(number)) === number;
}
