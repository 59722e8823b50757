/** Pages of the deployed site: the home page, and those that it and columns lead to; what they lead to that is not there. */
import { ask, MOST_BYTES } from './ask.ts';
import type { Answer } from './ask.ts';
import { decoder } from './live-finding.ts';
import type { LiveFinding } from './live-finding.ts';
import type { LiveAsking, LiveResult } from './live-site.ts';

export interface LivePage {
  url: string;
  html: string;
}

/** As monitors read addresses: by expression, on what is sent. */
const ADDRESS = /\b(?:href|src)\s*=\s*["']([^"']+)["']/gi;
/** Links that are asked for beyond the pages that are read. */
const LINKS_A_PAGE = 5;
/** A page may have a million links. */
const MOST_KNOWN = 10_000;
const MOST_NAMED = 5;

export async function pagesOf(
  home: URL,
  { pages: most, patience, signal }: LiveAsking,
): Promise<LiveResult & { pages: LivePage[] }> {
  const pages: LivePage[] = [];
  const findings: LiveFinding[] = [];
  const unchecked: string[] = [];
  const from = new Map<string, string>([[home.href, home.href]]);
  let asked = 0;
  // Map and its iteration: what is found on the way is walked to as well, the nearest to the home page first.
  for (const [url, parent] of from) {
    if (asked >= most * LINKS_A_PAGE) break;
    if (signal.aborted) {
      unchecked.push(notAsked([...from.keys()].slice(asked, most * LINKS_A_PAGE)));
      break;
    }
    const isRead = pages.length < most;
    const answer = await ask(url, { timeout: patience, signal, method: isRead ? 'GET' : 'HEAD' });
    if (answer.status === 0 && signal.aborted) continue;
    asked += 1;
    if (answer.status === 404 || answer.status === 410 || answer.status === 0) {
      findings.push(dead(url, parent, answer));
      continue;
    }
    if (!isRead || answer.status >= 300) continue;
    const html = decoder.decode(answer.bytes);
    if (!/<html/i.test(html.slice(0, 2000))) continue;
    if (answer.isCut) findings.push(tooLong(url));
    pages.push({ url: answer.url, html });
    for (const link of linksOf(html, answer.url, home)) {
      if (from.size >= MOST_KNOWN) break;
      if (!from.has(link)) from.set(link, url);
    }
  }
  const seen = [`打开网页 ${pages.length} 个，站内地址 ${asked} 个。`];
  return { pages, findings, seen, unchecked };
}

/** The first ones are named. */
function notAsked(urls: readonly string[]): string {
  const named = urls.slice(0, MOST_NAMED).join('、');
  return `站内地址有 ${urls.length} 个没有问：${named}${urls.length > MOST_NAMED ? ' 等' : ''}。`;
}

function tooLong(url: string): LiveFinding {
  const message = `网页超过 ${MOST_BYTES / 1024 / 1024} MB，只看了前面的部分，读者要等很久。`;
  return { level: 'warn', url, message, fix: '看看是不是有东西往网页里不停地写。' };
}

function dead(url: string, parent: string, { status, failure }: Answer): LiveFinding {
  const why = failure === 'loop' ? '不停地转来转去' : status === 0 ? '没有回应' : `回答 ${status}`;
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
