/** The deployed site, seen from outside as monitors see it: by simple rules, on what servers send. */
import { certificateFindings } from './certificate.ts';
import { fieldFindings } from './fields.ts';
import { ipv6Findings } from './ipv6.ts';
import type { Resolve6 } from './ipv6.ts';
import type { LiveFinding } from './live-finding.ts';
import { manifestFindings } from './live-manifest.ts';
import { pagesOf } from './live-pages.ts';
import { reachFindings } from './reach.ts';

export interface LiveOptions {
  /** How often the home page is asked for. */
  visits: number;
  /** Milliseconds between two visits. */
  between: number;
  /** Milliseconds after which a visit has failed. */
  patience: number;
  /** Milliseconds for all of it; what was not asked by then is told. */
  atMost?: number;
  /** Pages that are looked at. */
  pages: number;
  /** Files of the manifest that are compared; more than that take turns from day to day. */
  files?: number;
  /** The day whose turn it is, `YYYY-MM-DD`; that of `now` where it is left out. */
  turn?: string;
  /** Published pages that only lead on, by their paths: where a server that knows it leads itself. */
  moved?: ReadonlyMap<string, string>;
  resolve6?: Resolve6;
  /** Of the certificate: days are counted from here. */
  now: Date;
  identifier?: string | undefined;
  ipv6?: boolean | undefined;
}

/** The same where a time is set for all that is asked. */
export interface LiveAsking extends LiveOptions {
  signal: AbortSignal;
}

const AT_MOST_MS = 15 * 60_000;

/** How often the home page was asked for, and did not come. */
export interface Reach {
  visits: number;
  failures: number;
}

export interface LiveResult {
  findings: LiveFinding[];
  /** What was looked at, in Chinese. */
  seen: string[];
  unchecked: string[];
  /** Left out where no visit said anything of the site. */
  reach?: Reach;
}

/** @param address of the site, with its base path */
export async function inspectLive(address: URL, options: LiveOptions): Promise<LiveResult> {
  const home = new URL(address.href.replace(/\/?$/, '/'));
  const { atMost = AT_MOST_MS } = options;
  const asking = { ...options, signal: AbortSignal.timeout(atMost) };
  const result: LiveResult = { findings: [], seen: [], unchecked: [] };
  const add = (part: LiveResult): void => {
    result.findings.push(...part.findings);
    result.seen.push(...part.seen);
    result.unchecked.push(...part.unchecked);
  };
  const reached = await reachFindings(home, asking);
  add(reached);
  if (reached.reach) result.reach = reached.reach;
  const pages = await pagesOf(home, asking);
  add(pages);
  add(fieldFindings(home, pages.pages, options));
  add(await ipv6Findings(home, options));
  add(await certificateFindings(home, options));
  add(await manifestFindings(home, asking));
  if (asking.signal.aborted) {
    const minutes = Math.round(atMost / 60_000);
    result.unchecked.unshift(`总共只看 ${minutes} 分钟，时间到了，后面的没有看完：网站太慢。`);
  }
  return result;
}
