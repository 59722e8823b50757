/** Addresses that were published and are gone for good: a host that can answers 410 there. */
import type { OldAddress } from '../model/old-address.ts';
import { readOldAddress } from '../model/old-address.ts';
import { articlePath, href } from './addresses.ts';
import { exactKey, redirectEnds } from './old-addresses.ts';
import type { Site } from './site.ts';

/** Path below the base of the page for addresses without a notice of their own. */
export const NO_NOTICE = '410/';

/** Its path from the host's root, decoded. */
export interface GoneAddress extends OldAddress {
  /** Path below the base of the page that says what became of it; undefined where there is none. */
  notice: string | undefined;
}

/**
 * The pages of withdrawn articles, what was theirs before (former addresses, aliases, redirects that lead to one), and what
 * the ledger says is gone; sorted, each once.
 */
export function goneAddresses(site: Site): GoneAddress[] {
  const { withdrawn, redirects } = site.content;
  const gone = new Map<string, GoneAddress>();
  const add = (address: OldAddress, notice?: string): void => {
    const key = exactKey(address);
    if (!gone.has(key)) gone.set(key, { ...address, notice });
  };
  const ids = new Map(withdrawn.map((article) => [article.id, article]));
  for (const article of withdrawn) {
    const page = articlePath(site, article);
    add({ path: href(site, page), query: undefined }, page);
    for (const alias of article.aliases ?? []) add(readOldAddress(alias), page);
  }
  if (withdrawn.length > 0 && redirects.length > 0) {
    const end = redirectEnds(site);
    for (const { from, to } of redirects) {
      const found = end(to);
      const article = 'article' in found ? ids.get(found.article) : undefined;
      if (article) add(readOldAddress(from), articlePath(site, article));
    }
  }
  for (const { address, owner = '' } of site.lasting.gone) {
    const article = ids.get(owner);
    const path = href(site, address.slice(1));
    add({ path, query: undefined }, article && articlePath(site, article));
  }
  return [...gone.values()].toSorted((a, b) => (exactKey(a) < exactKey(b) ? -1 : 1));
}
