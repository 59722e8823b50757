/** Links of pages against the build's own table: every file that the site has, and the old addresses that redirect. */
import { readOldAddress } from '../../model/old-address.ts';
import type { Artifacts } from '../../output/artifacts.ts';
import { FOLDER as SEARCH_INDEX } from '../../search/index/index-files.ts';
import { href, VIEWS_PATH } from '../../site/addresses.ts';
import { exactKey } from '../../site/old-addresses.ts';
import type { Site } from '../../site/site.ts';

/** `relative`: that hangs on the page. Addresses of other sites, of mail and of parts of the page lead on. */
export type LinkState = 'alive' | 'dead' | 'relative';

/** Answers for an address as a page writes it. @param pageUrl where it stands; left out to ask for all pages at once */
export function linkStates(
  site: Site,
  artifacts: Artifacts,
): (link: string, pageUrl?: string) => LinkState {
  const old = oldAddresses(site);
  const known = new Map<string, LinkState>();
  return (link, pageUrl = site.origin) => {
    if (link.startsWith('#') || isPage(link, site.base, artifacts)) return 'alive';
    if (pageUrl === site.origin && !/^(?:\/|[a-z][a-z\d+.-]*:)/i.test(link)) return 'relative';
    if (!URL.canParse(link, pageUrl)) return 'dead';
    const url = new URL(link, pageUrl);
    if (url.origin !== site.origin || !url.pathname.startsWith(site.base)) return 'alive';
    const asked = known.get(url.pathname);
    if (asked !== undefined) return asked;
    const state = isThere(url, site, artifacts, old) ? 'alive' : 'dead';
    known.set(url.pathname, state);
    return state;
  };
}

/** What most links are, known without taking them apart: the address of a page as the site writes it. */
function isPage(link: string, base: string, artifacts: Artifacts): boolean {
  if (!link.startsWith(base) || !/^[\w/.-]*\/$/.test(link) || /\/\.|\/\//.test(link)) return false;
  return artifacts.has(`${link.slice(base.length)}index.html`);
}

function isThere(
  { pathname, search }: URL,
  site: Site,
  artifacts: Artifacts,
  old: ReadonlySet<string>,
): boolean {
  const path = decoded(pathname.slice(site.base.length));
  // The one is asked of a server, the other is made without pages.
  if (path.startsWith(VIEWS_PATH) || path.startsWith(`${SEARCH_INDEX}/`)) return true;
  const files = [path, `${path}index.html`, `${path}/index.html`];
  if (path === '' ? artifacts.has('index.html') : files.some((file) => artifacts.has(file))) {
    return true;
  }
  const onHost = decoded(pathname);
  const query = search === '' ? undefined : search.slice(1);
  return old.has(exactKey({ path: onHost, query })) || old.has(exactKey({ path: onHost }));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function oldAddresses(site: Site): ReadonlySet<string> {
  const { redirects, articles } = site.content;
  const written = [
    ...redirects.map(({ from }) => from),
    ...articles.flatMap(({ aliases = [] }) => aliases),
  ];
  const former = site.lasting.former.map(({ address }) => href(site, address.slice(1)));
  return new Set([
    ...written.map((each) => exactKey(readOldAddress(each))),
    ...former.map((path) => exactKey({ path })),
  ]);
}
