/** What the files for servers are made from. */
import { goneAddresses, NO_NOTICE } from '../site/gone-addresses.ts';
import { oldEndings } from '../site/moved-page.ts';
import { movedAddresses } from '../site/old-addresses.ts';
import type { MovedAddress } from '../site/old-addresses.ts';
import type { Site } from '../site/site.ts';
import type { Answered } from './moved-lines.ts';
import { shortDigest } from '../system/digest.ts';

export interface ServedSite {
  /**
   * Of variables and matchers, another one for each host and base: several sites may share a server. It begins with letters,
   * since `$1…` is a capture to nginx.
   */
  name: string;
  /** `https://www.example.gov.cn` */
  origin: string;
  /** With both slashes, decoded: `/` or `/jgsw/`. */
  base: string;
  /** Whether views are counted: requests for counts are handed to `npm run serve`. */
  counts: boolean;
  moved: readonly MovedAddress[];
  /** What answers 410, with the path below the base of the page that says so: `tz/202601/20260102-gone/`. */
  gone: readonly Answered[];
  /** Endings of old systems under which pages lie, as they are written; each once. */
  pages: readonly string[];
}

/** @param fallback paths of the pages at old addresses */
export function servedSite(site: Site, fallback: readonly string[]): ServedSite {
  return {
    name: nameOf(site),
    origin: site.origin,
    base: decodeURI(site.base),
    counts: site.config.viewCounts,
    moved: movedAddresses(site),
    gone: goneAddresses(site).map(({ path, query, notice = NO_NOTICE }) => ({
      // Its base is encoded, and servers compare what they have decoded.
      path: path.startsWith(site.base) ? decodeURI(site.base) + path.slice(site.base.length) : path,
      query,
      to: notice,
    })),
    pages: [...new Set(oldEndings(fallback))].toSorted(),
  };
}

/** What fits a bucket of nginx's hash of variables, 64 bytes, with the longest of our endings behind it. */
const LONGEST_WORD = 26;
const DIGEST = 6;

/** `site_www_example_gov_cn`; where that is long, or could be another address's too, a digest of the address is part of it. */
function nameOf({ config }: Site): string {
  const { host, pathname } = new URL(config.url);
  const address = `${host}${pathname}`.replace(/\/$/, '').toLowerCase();
  const word = address.replaceAll(/[^a-z0-9]+/g, '_');
  if (word.length <= LONGEST_WORD && /^[a-z0-9./]+$/.test(address)) return `site_${word}`;
  const begin = word.slice(0, LONGEST_WORD - DIGEST - 1);
  return `site_${begin}_${shortDigest(address, DIGEST)}`;
}
