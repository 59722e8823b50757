/** Asks hosts of others: each one thing at a time, a second apart, by HEAD, and by GET where that is not answered well. */
import { setTimeout as wait } from 'node:timers/promises';
import { ask } from '../live/ask.ts';
import type { Answer } from '../live/ask.ts';

export interface Politeness {
  /** Milliseconds between two requests to one host. */
  between: number;
  /** Milliseconds for an answer. */
  patience: number;
  /** Milliseconds that a host may ask to wait for; one that wants more is left alone until the next run. */
  longestRetry: number;
}

interface Host {
  last: Promise<unknown>;
  isMet: boolean;
  /** What it said when it wanted to be left alone. */
  busy?: Answer;
}

/** Bytes: that a page comes is all that is asked. */
const PIECE = 64 * 1024;

/** @returns what asks for an address when its host's turn comes, whoever else asks the same host */
export function politeAsking({ between, patience, longestRetry }: Politeness) {
  const hosts = new Map<string, Host>();

  async function askHost(host: Host, url: string): Promise<Answer> {
    if (host.busy) return host.busy;
    const request = async (method: 'HEAD' | 'GET', least = 0): Promise<Answer> => {
      if (host.isMet) await wait(Math.max(between, least));
      host.isMet = true;
      return ask(url, { method, timeout: patience, most: PIECE });
    };
    let answer = await request('HEAD');
    const { retryAfter } = answer;
    if (isTooMany(answer) && retryAfter !== undefined && retryAfter <= longestRetry)
      answer = await request('HEAD', retryAfter);
    if (isTooMany(answer)) host.busy = answer;
    else if (answer.status >= 400 || (answer.status === 0 && answer.failure === 'other'))
      answer = await request('GET');
    return answer;
  }

  return (url: string): Promise<Answer> => {
    const name = new URL(url).host;
    const host = hosts.get(name) ?? { last: Promise.resolve(), isMet: false };
    hosts.set(name, host);
    const asking = host.last.then(() => askHost(host, url));
    host.last = asking.catch(() => undefined);
    return asking;
  };
}

/** Asked further, a host would refuse this machine for longer. */
function isTooMany({ status, retryAfter }: Answer): boolean {
  return status === 429 || (status === 503 && retryAfter !== undefined);
}
