/**
 * How much one network may ask. It bounds what somebody can forge who invents a new browser name
 * with every request; readers behind one gateway share a limit, so it is generous.
 */
import { clientNetwork } from './client-network.ts';

const MINUTE_MS = 60_000;
/** Networks remembered in a minute; one more begins the next minute early, so the memory is bounded. */
const MAX_NETWORKS = 100_000;
/**
 * How many networks' worth an IPv6 /48 may ask. It is what one customer gets and holds 65,536 of the /64
 * that stand for one reader each; mobile networks put many readers into one.
 */
const SITE_FACTOR = 10;

export interface RateLimitOptions {
  /** A clock in milliseconds that never goes back. */
  now: () => number;
  /** Requests of one network in a minute; `Infinity` for no limit. */
  requestsAMinute: number;
}

/**
 * Gives the function that tells whether one more request of this address is within the limit.
 * A network is an IPv4 /24 or an IPv6 /64; the /48 round the latter has a limit of its own. Networks are
 * forgotten with their minute.
 */
export function createRateLimit({
  now,
  requestsAMinute,
}: RateLimitOptions): (address: string) => boolean {
  const asked = new Map<string, number>();
  let end = 0;

  return (address) => {
    if (now() >= end || asked.size >= MAX_NETWORKS) {
      asked.clear();
      end = now() + MINUTE_MS;
    }
    const network = clientNetwork(address).replace(/\.\d+$/, '');
    const [site] = /^(?:[\da-f]+:){3}/.exec(network) ?? [];
    // The wider one first: what is beyond it takes no more memory.
    if (site !== undefined && ask(site) > SITE_FACTOR * requestsAMinute) return false;
    return ask(network) <= requestsAMinute;
  };

  function ask(network: string): number {
    const times = (asked.get(network) ?? 0) + 1;
    asked.set(network, times);
    return times;
  }
}
