/** Asks for links to other sites: one a second from each host, by HEAD, and by GET where that is not answered well. */
import { setTimeout as wait } from 'node:timers/promises';
import { ask, PATIENCE_MS } from '../live/ask.ts';
import type { Answer } from '../live/ask.ts';
import { afterAsking } from './link-state.ts';
import type { KnownLink, LinkState } from './link-state.ts';

export interface CheckOptions {
  now: Date;
  /** The same in Beijing, `YYYY-MM-DD`. */
  day: string;
  /** Milliseconds between two requests to one host. */
  between?: number;
  /** Milliseconds for an answer. */
  patience?: number;
  /** Milliseconds that a host may ask to wait for; one that wants more is left alone until the next run. */
  longestRetry?: number;
  onChecked?: (done: number, total: number) => void;
}

const BETWEEN_MS = 1000;
const RETRY_MS = 60_000;
const HOSTS_AT_ONCE = 8;
/** Bytes: that a page comes is all that is asked. */
const PIECE = 64 * 1024;
const GONE = new Set([404, 410]);

/**
 * What is known of links that are not on the site any more is not kept.
 * @param links absolute addresses, each once
 */
export async function checkLinks(
  links: readonly string[],
  before: LinkState,
  options: CheckOptions,
): Promise<LinkState> {
  const hosts = [...Map.groupBy(links, (link) => new URL(link).host).entries()];
  const found = new Map<string, KnownLink>();
  const queue = hosts.values();
  const lane = async (): Promise<void> => {
    for (const [, ofHost] of queue) {
      await checkHost(ofHost, before, options, (link, known) => {
        found.set(link, known);
        options.onChecked?.(found.size, links.length);
      });
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, lane));
  return {
    form: 1,
    links: Object.fromEntries([...found].toSorted(byName)),
    hosts: Object.fromEntries(
      hosts.map(([host]) => [host, before.hosts[host] ?? options.day] as const).toSorted(byName),
    ),
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

async function checkHost(
  links: readonly string[],
  before: LinkState,
  { now, between = BETWEEN_MS, patience = PATIENCE_MS, longestRetry = RETRY_MS }: CheckOptions,
  tell: (link: string, known: KnownLink) => void,
): Promise<void> {
  let isFirst = true;
  const turn = async (least = 0): Promise<void> => {
    if (!isFirst) await wait(Math.max(between, least));
    isFirst = false;
  };
  /** What the host said when it wanted to be left alone. */
  let isBusy: Answer | undefined;
  for (const link of links) {
    let answer = isBusy;
    if (!answer) {
      await turn();
      answer = await ask(link, { method: 'HEAD', timeout: patience, most: PIECE });
      const { retryAfter } = answer;
      if (isTooMany(answer) && retryAfter !== undefined && retryAfter <= longestRetry) {
        await turn(retryAfter);
        answer = await ask(link, { method: 'HEAD', timeout: patience, most: PIECE });
      }
      if (isTooMany(answer)) isBusy = answer;
      else if (answer.status >= 400 || (answer.status === 0 && answer.failure === 'other')) {
        await turn();
        answer = await ask(link, { timeout: patience, most: PIECE });
      }
    }
    tell(link, afterAsking(before.links[link], outcomeOf(answer), now));
  }
}

/** Asked further, a host would refuse this machine for longer. */
function isTooMany({ status, retryAfter }: Answer): boolean {
  return status === 429 || (status === 503 && retryAfter !== undefined);
}

function outcomeOf({ status, failure }: Answer): Pick<KnownLink, 'outcome' | 'answer'> {
  if (failure === 'name') return { outcome: 'gone', answer: '没有这个域名' };
  if (failure !== undefined) return { outcome: 'refused', answer: FAILURES[failure] };
  const outcome = status < 400 ? 'alive' : GONE.has(status) ? 'gone' : 'refused';
  return { outcome, answer: `${status}` };
}

const FAILURES = {
  timeout: '15 秒没有回答',
  tls: '证书不被承认',
  refused: '拒绝连接',
  loop: '不停地转来转去',
  other: '连接中断',
} as const;
