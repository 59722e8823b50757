/** Every path that a link inside the site may lead to. */
import { readOldAddress } from '../model/old-address.ts';
import { href } from './addresses.ts';
import { bareAddress } from './address-key.ts';
import type { AddressSources } from './address-sources.ts';
import type { Claims } from './claims.ts';
import { mayBeListPage } from './list-page.ts';
import { exactKey } from './old-addresses.ts';

/** Answers for a path below the base, with or without the slash at its end. Old addresses count: they redirect. */
export function knownPaths(
  { site, articles }: Pick<AddressSources, 'site' | 'articles'>,
  claims: Claims,
): (path: string) => boolean {
  const { redirects } = site.content;
  const old = new Set(
    [...redirects.map(({ from }) => from), ...articles.flatMap(({ aliases = [] }) => aliases)].map(
      (written) => exactKey(readOldAddress(written)),
    ),
  );
  for (const { address } of site.lasting.former) {
    old.add(exactKey({ path: href(site, address.slice(1)) }));
  }
  return (path) => {
    const [, address = '', query] = /^([^?#]*)(?:\?([^#]*))?/.exec(path) ?? [];
    const owner = claims.owner(address);
    const isPage =
      owner !== undefined &&
      !owner.isHidden &&
      // A folder of the engine's is no page.
      !owner.path.endsWith('/') &&
      bareAddress(owner.path) === bareAddress(address.normalize('NFC')) &&
      mayBeListPage(site, address);
    if (isPage) return true;
    const onHost = href(site, address);
    return old.has(exactKey({ path: onHost, query })) || old.has(exactKey({ path: onHost }));
  };
}
