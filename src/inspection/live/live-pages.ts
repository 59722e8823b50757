/** Pages of the deployed site: the home page, and those that it and columns lead to; what they lead to that is not there. */
import { ask } from './ask.ts';
import { decoder } from './live-finding.ts';
import type { LiveFinding } from './live-finding.ts';
import type { LiveOptions, LiveResult } from './live-site.ts';

export interface LivePage {
  url: string;
  html: string;
}

/** As monitors read addresses: by expression, on what is sent. */
const ADDRESS = /\b(?:href|src)\s*=\s*["']([^"']+)["']/gi;
/** Links that are asked for beyond the pages that are read. */
const LINKS_A_PAGE = 5;

export async function pagesOf(
  home: URL,
  { pages: most, patience }: LiveOptions,
): Promise<LiveResult & { pages: LivePage[] }> {
  const pages: LivePage[] = [];
  const findings: LiveFinding[] = [];
  const from = new Map<string, string>([[home.href, home.href]]);
  const asked = new Set<string>();
  // Map and its iteration: what is found on the way is walked to as well, the nearest to the home page first.
  for (const [url, parent] of from) {
    if (asked.size >= most * LINKS_A_PAGE) break;
    asked.add(url);
    const isRead = pages.length < most;
    const answer = await ask(url, { timeout: patience, method: isRead ? 'GET' : 'HEAD' });
    if (answer.status === 404 || answer.status === 410 || answer.status === 0) {
      findings.push(dead(url, parent, answer.status));
      continue;
    }
    if (!isRead || answer.status >= 300) continue;
    const html = decoder.decode(answer.bytes);
    if (!/<html/i.test(html.slice(0, 2000))) continue;
    pages.push({ url: answer.url, html });
    for (const link of linksOf(html, answer.url, home)) if (!from.has(link)) from.set(link, url);
  }
  const seen = [`打开网页 ${pages.length} 个，站内地址 ${asked.size} 个。`];
  return { pages, findings, seen, unchecked: [] };
}

function dead(url: string, parent: string, status: number): LiveFinding {
  const why = status === 0 ? '没有回应' : `回答 ${status}`;
  return {
    level: 'stop',
    url: parent,
    message: `这个网页上的「${url}」打不开（${why}）。`,
    fix: '改正链接，或把文件补上后重新发布。',
  };
}

function linksOf(html: string, page: string, { origin, pathname }: URL): string[] {
  return [...html.matchAll(ADDRESS)].flatMap(([, written = '']) => {
    const address = written.replaceAll('&amp;', '&');
    if (!URL.canParse(address, page)) return [];
    const url = new URL(address, page);
    url.hash = '';
    return url.origin === origin && url.pathname.startsWith(pathname) ? [url.href] : [];
  });
}
