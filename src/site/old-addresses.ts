/** The old addresses of a site with their resolved ends: articles' `aliases`, redirects.yaml, and what the ledger knows. */
import { readOldAddress } from '../model/old-address.ts';
import type { OldAddress } from '../model/old-address.ts';
import { bareAddress, queryKey } from './address-key.ts';
import { articlePath, href } from './addresses.ts';
import { encodedAddress, readTarget } from './redirect-target.ts';
import type { HostAddress } from './redirect-target.ts';
import type { Site } from './site.ts';
import type { Words } from '../model/issue.ts';

export interface MovedAddress extends OldAddress {
  /** As staff wrote it. */
  written: string;
  /** Encoded: a path of this host with the base, or an address elsewhere. */
  to: string;
}

/** What an old address leads to, when all old addresses on the way are followed. */
export type RedirectEnd =
  | { article: string }
  | { here: HostAddress }
  | { elsewhere: string }
  /** It leads back to itself, by these old addresses. */
  | { loop: string[] }
  | { problem: Words };

/**
 * Follows an old address to its end.
 * @param isLiving whether a path of this host is somebody's, who then is the end
 */
export function redirectEnds(
  site: Site,
  isLiving: (path: string) => boolean = () => false,
): (to: string) => RedirectEnd {
  const old = new Map<string, { written: string; to: string }>();
  for (const { address, to } of site.lasting.former) {
    old.set(exactKey({ path: href(site, address.slice(1)) }), { written: address, to });
  }
  for (const { aliases = [], id } of site.content.articles) {
    for (const written of aliases) old.set(exactKey(readOldAddress(written)), { written, to: id });
  }
  for (const { from, to } of site.content.redirects) {
    old.set(exactKey(readOldAddress(from)), { written: from, to });
  }
  return (to) => {
    const passed = new Set<string>();
    for (let target = readTarget(site, to); ;) {
      if (!('here' in target)) return target;
      const { path, query } = target.here;
      const asked = query === '' ? undefined : old.get(exactKey({ path, query }));
      const next = asked ?? (isLiving(path) ? undefined : old.get(exactKey({ path })));
      if (!next) return target;
      if (passed.has(next.written)) return { loop: [...passed] };
      passed.add(next.written);
      target = readTarget(site, next.to);
    }
  };
}

const known = new WeakMap<Site, MovedAddress[]>();

/** Those that lead to what is published, sorted. One that does not has been reported. */
export function movedAddresses(site: Site): MovedAddress[] {
  const moved = known.get(site) ?? findMoved(site);
  known.set(site, moved);
  return moved;
}

function findMoved(site: Site): MovedAddress[] {
  const { articles, redirects } = site.content;
  const { former } = site.lasting;
  const published = new Map(articles.map((article) => [article.id, article]));
  const end = redirects.length > 0 || former.length > 0 ? redirectEnds(site) : undefined;
  const address = (to: string): string | undefined => {
    const found = end?.(to) ?? { article: to };
    if ('here' in found) return encodedAddress(found.here);
    if ('elsewhere' in found) return found.elsewhere;
    const article = 'article' in found ? published.get(found.article) : undefined;
    return article && href(site, articlePath(site, article));
  };
  const moved = articles.flatMap((article) =>
    (article.aliases ?? []).map((written) => ({
      ...readOldAddress(written),
      written,
      to: href(site, articlePath(site, article)),
    })),
  );
  for (const { from, to } of redirects) {
    const found = address(to);
    if (found !== undefined) moved.push({ ...readOldAddress(from), written: from, to: found });
  }
  // What staff wrote themselves counts.
  const written = new Set(former.length > 0 ? moved.map(exactKey) : []);
  for (const { address: old, to } of former) {
    const path = href(site, old.slice(1));
    const found = written.has(exactKey({ path })) ? undefined : address(to);
    if (found !== undefined) moved.push({ path, query: undefined, written: path, to: found });
  }
  return moved.toSorted((a, b) => (a.written < b.written ? -1 : 1));
}

/** One for all spellings that lead to the same file on every host; case counts. */
export function exactKey({ path, query }: { path: string; query?: string | undefined }): string {
  const bare = bareAddress(path.normalize('NFC'));
  return query === undefined || query === '' ? bare : `${bare}?${queryKey(query)}`;
}
