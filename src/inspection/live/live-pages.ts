/** Pages of the deployed site: the home page, and those that it and columns lead to; what they lead to that is not there. */
import { answerWords, firstOf } from './answer-words.ts';
import { ask, MOST_BYTES } from './ask.ts';
import { pageOf } from './page-of.ts';
import type { LiveFinding } from './live-finding.ts';
import type { LiveAsking, LiveResult } from './live-site.ts';

export interface LivePage {
  url: string;
  html: string;
  /** The encoding that the server says, where that is not the page's own. */
  wrongCharset?: string | undefined;
}

/** As monitors read addresses: by expression, on what is sent. */
const ADDRESS = /\b(?:href|src)\s*=\s*["']([^"']+)["']/gi;
/** Links that are asked for beyond the pages that are read. */
const LINKS_A_PAGE = 5;
/** A page may have a million links. */
const MOST_KNOWN = 10_000;

export async function pagesOf(
  home: URL,
  { pages: most, patience, signal }: LiveAsking,
): Promise<LiveResult & { pages: LivePage[] }> {
  const pages: LivePage[] = [];
  const findings: LiveFinding[] = [];
  const unchecked: string[] = [];
  const from = new Map<string, string>([[home.href, home.href]]);
  const dead = new Map<string, { url: string; parent: string }[]>();
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
    if (answer.status === 0 || answer.status >= 400) {
      const why = answerWords(answer);
      dead.set(why, [...(dead.get(why) ?? []), { url, parent }]);
      continue;
    }
    if (!isRead || answer.status >= 300) continue;
    const page = pageOf(answer);
    if (!page) continue;
    const { html } = page;
    if (answer.isCut) findings.push(tooLong(url));
    pages.push(page);
    for (const link of linksOf(html, answer.url, home)) {
      if (from.size >= MOST_KNOWN) break;
      if (!from.has(link)) from.set(link, url);
    }
  }
  const seen = [`打开网页 ${pages.length} 个，站内地址 ${asked} 个。`];
  findings.push(...[...dead].map(deadLinks));
  return { pages, findings, seen, unchecked };
}

function notAsked(urls: readonly string[]): string {
  return `站内地址有 ${urls.length} 个没有问：${firstOf(urls)}。`;
}

function tooLong(url: string): LiveFinding {
  const message = `网页超过 ${MOST_BYTES / 1024 / 1024} MB，只看了前面的部分，读者要等很久。`;
  return { level: 'warn', url, message, fix: '看看是不是有东西往网页里不停地写。' };
}

function deadLinks([why, links]: [string, { url: string; parent: string }[]]): LiveFinding {
  const [first] = links;
  const urls = links.map(({ url }) => url);
  const message =
    links.length === 1
      ? `这个网页上的「${first?.url}」打不开（${why}）。`
      : `网页上的 ${links.length} 个站内地址打不开（${why}）：${firstOf(urls)}。`;
  return {
    level: 'stop',
    url: first?.parent ?? '',
    ...(urls.length > 1 && { urls }),
    message,
    fix: /^回答 4(?:04|10)$/.test(why)
      ? '改正链接，或把文件补上后重新发布。'
      : '请管理员查服务器和防护设备；链接写错的，改正后重新发布。',
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
