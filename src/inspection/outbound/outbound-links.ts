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

/** Collects them page by page. @param origin of the site itself, whose links are none */
export function outboundLinks(origin: string) {
  const found = new Map<string, OutboundLink>();
  return {
    add(links: ReadonlySet<string>, page: Facts & { file: string; isHome: boolean }): void {
      for (const link of links) {
        if (!/^https?:/i.test(link) || !URL.canParse(link)) continue;
        const url = new URL(link);
        url.hash = '';
        // What vouches for the site is asked with its own code, and answers browsers alone.
        if (url.origin === origin || MARKS.has(url.host)) continue;
        const known = found.get(url.href);
        if (known) {
          known.count += 1;
          known.isHome ||= page.isHome;
        } else found.set(url.href, { ...page, url: url.href, count: 1 });
      }
    },
    all: (): OutboundLink[] => [...found.values()],
  };
}

const MARKS = new Set([
  'zfwzgl.www.gov.cn',
  'bszs.conac.cn',
  'beian.miit.gov.cn',
  'www.beian.gov.cn',
]);
