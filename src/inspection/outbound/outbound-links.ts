/** Links of pages to other sites, each once, with the page on which it stands first. */
import type { Facts } from '../found.ts';

export interface OutboundLink extends Facts {
  /** As a browser asks for it, without the part behind `#`. */
  url: string;
  /** Pages on which it stands. */
  count: number;
  /** The text to be mended. */
  file: string;
  /** On the home page a dead link weighs more. */
  isHome: boolean;
}

/** A link as a browser asks for it; undefined where it leads to the site itself, or is not asked for. */
export function outboundAddress(link: string, origin: string): string | undefined {
  if (!/^https?:/i.test(link) || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  url.hash = '';
  // What vouches for the site is asked with its own code, and answers browsers alone.
  return url.origin === origin || MARKS.has(url.host) ? undefined : url.href;
}

/** Collects them page by page. */
export function outboundLinks() {
  const found = new Map<string, OutboundLink>();
  return {
    /**
     * @param addresses of one page, each once
     * @param isHome of the page
     * @param factsOf asked where one is met for the first time
     */
    add(
      addresses: Iterable<string>,
      isHome: boolean,
      factsOf: () => Facts & { file: string },
    ): void {
      for (const url of addresses) {
        const known = found.get(url);
        if (known) {
          known.count += 1;
          known.isHome ||= isHome;
        } else found.set(url, { ...factsOf(), isHome, url, count: 1 });
      }
    },
    /** In an order that says nothing of the pages. */
    all: (): OutboundLink[] => [...found.values()].toSorted((a, b) => (a.url < b.url ? -1 : 1)),
  };
}

const MARKS = new Set([
  'zfwzgl.www.gov.cn',
  'bszs.conac.cn',
  'beian.miit.gov.cn',
  'www.beian.gov.cn',
]);
