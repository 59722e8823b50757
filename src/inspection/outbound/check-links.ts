/** Asks for links to other sites, and follows where they lead, each host as politely as every other. */
import { masked } from '../mask.ts';
import { PATIENCE_MS } from '../live/ask.ts';
import type { Answer } from '../live/ask.ts';
import { maskedAddress } from '../../model/private-words.ts';
import { afterAsking, linkNames } from './link-state.ts';
import type { KnownLink, LinkOutcome, LinkState } from './link-state.ts';
import { politeAsking } from './polite-asking.ts';
import type { Politeness } from './polite-asking.ts';
import { isPublicHost } from './public-host.ts';

export interface CheckOptions extends Partial<Politeness> {
  now: Date;
  /** The same in Beijing, `YYYY-MM-DD`. */
  day: string;
  /** Whether another host may be asked because a link leads there. */
  mayFollow?: (url: string) => Promise<boolean>;
  onChecked?: (done: number, total: number) => void;
}

const BETWEEN_MS = 1000;
const RETRY_MS = 60_000;
const HOSTS_AT_ONCE = 8;
/** Hosts after the first. */
const MOST_HOSTS = 5;
const GONE = new Set([404, 410]);
const MOVED = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/**
 * What is known of links that are not on the site any more is not kept.
 * @param links absolute addresses, each once
 */
export async function checkLinks(
  links: readonly string[],
  before: LinkState,
  {
    now,
    day,
    mayFollow = isPublicHost,
    onChecked,
    between = BETWEEN_MS,
    patience = PATIENCE_MS,
    longestRetry = RETRY_MS,
  }: CheckOptions,
): Promise<LinkState> {
  const hosts = [...Map.groupBy(links, (link) => new URL(link).host).entries()];
  const names = linkNames(links);
  const found = new Map<string, KnownLink>();
  const asking = politeAsking({ between, patience, longestRetry });
  const queue = hosts.values();
  const lane = async (): Promise<void> => {
    for (const [, ofHost] of queue) {
      for (const link of ofHost) {
        const outcome = await follow(link, asking, mayFollow);
        const name = names.get(link) ?? '';
        found.set(name, afterAsking(before.links[name], outcome, now));
        onChecked?.(found.size, links.length);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, lane));
  return {
    form: 1,
    links: Object.fromEntries([...found].toSorted(byName)),
    hosts: Object.fromEntries(
      hosts
        .map(([host]) => maskedAddress(host))
        .map((host) => [host, before.hosts[host] ?? day] as const)
        .toSorted(byName),
    ),
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : a > b ? 1 : 0;

async function follow(
  link: string,
  asking: (url: string) => Promise<Answer>,
  mayFollow: (url: string) => Promise<boolean>,
): Promise<LinkOutcome> {
  let answer = await asking(link);
  let isPermanent = true;
  for (let step = 0; answer.elsewhere !== undefined; step += 1) {
    const { elsewhere, status } = answer;
    if (step === MOST_HOSTS) return { outcome: 'refused', answer: FAILURES.loop };
    if (!(await mayFollow(elsewhere))) {
      return { outcome: 'refused', answer: `${status}，转到了内部网络的地址，没有跟着去` };
    }
    isPermanent &&= PERMANENT.has(status);
    answer = await asking(elsewhere);
  }
  const outcome = outcomeOf(answer);
  const isElsewhere = new URL(answer.url).hostname !== new URL(link).hostname;
  if (!isElsewhere || outcome.outcome !== 'alive') return outcome;
  // It is kept in a file, and asked for by nobody: a number of a person in it is not repeated.
  return { ...outcome, leads: { to: masked(answer.url), isPermanent } };
}

function outcomeOf({ status, failure }: Answer): LinkOutcome {
  if (failure === 'name') return { outcome: 'gone', answer: '没有这个域名' };
  if (failure !== undefined) return { outcome: 'refused', answer: FAILURES[failure] };
  // What is left of a redirect leads to no page: to file:, mailto:, or nowhere.
  if (MOVED.has(status)) return { outcome: 'refused', answer: `${status}，转到的不是网页` };
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
