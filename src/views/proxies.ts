/** Whose word on a reader's address and on the asked host is believed: only that of the set proxies. */
import { BlockList, isIP, isIPv4 } from 'node:net';
import { WrongSetting } from './set-up.ts';

/** Who asks, as the connection or the trusted proxies in front of this server say. */
export interface Asker {
  /** The reader's address in its bare form: no port, no brackets, an IPv4 address never wrapped in IPv6. */
  address: string;
  /** The host that the reader's browser asked, when a trusted proxy tells it. */
  host: string | undefined;
}

export interface Proxies {
  /** Whether an address is that of a set proxy. */
  isTrusted(address: string): boolean;
  /**
   * Tells who asks. `X-Forwarded-For` is read from its end for as long as trusted proxies wrote it; an
   * entry that is no address (`unknown`) counts as the proxy that passed it on.
   * @param peer the address at the other end of the connection
   */
  askerOf(peer: string, headers: Headers): Asker;
}

/** The shortest prefixes that are believed: 10.0.0.0/8 is the largest network that is anybody's own. */
const WIDEST = { ipv4: 8, ipv6: 16 } as const;

/** A machine's own addresses: what `loopback` in the setting stands for. */
const LOOPBACK = ['127.0.0.0/8', '::1'];

/**
 * Reads the setting: `loopback`, addresses (`10.0.0.1`) and networks (`10.0.0.0/8`), by commas.
 * Throws a `WrongSetting` at anything else, and at networks wider than any bureau's: two halves of the
 * internet are all of it, and whoever trusts everybody believes every forger.
 * @param name how the setting is called where it was written
 */
export function parseTrustProxy(text: string, name = 'VIEWS_TRUST_PROXY'): readonly string[] {
  const proxies = text.split(/[\s,，、]+/).filter((proxy) => proxy !== '');
  for (const proxy of proxies) {
    if (proxy === 'loopback' || parseNetwork(proxy)) continue;
    throw new WrongSetting(
      `${name} 里的「${proxy}」不是代理的地址。请写 loopback（代理在同一台机器上）、` +
        '10.0.0.1 这样的 IP 地址，或 10.0.0.0/8 这样的网段（不能比 /8 更大，IPv6 不能比 /16 更大），几个之间用逗号隔开。',
    );
  }
  return proxies;
}

/** @param proxies as `parseTrustProxy` gives them */
export function createProxies(proxies: readonly string[]): Proxies {
  const trusted = new BlockList();
  for (const proxy of proxies.flatMap((one) => (one === 'loopback' ? LOOPBACK : one))) {
    const network = parseNetwork(proxy);
    if (!network) throw new Error(`No address of a proxy: ${proxy}`);
    trusted.addSubnet(network.address, network.prefix, familyOf(network.address));
  }

  function isTrusted(address: string): boolean {
    const bare = proxies.length === 0 ? undefined : bareAddress(address);
    return bare !== undefined && trusted.check(bare, familyOf(bare));
  }

  function askerOf(peer: string, headers: Headers): Asker {
    let address = bareAddress(peer) ?? peer;
    if (!isTrusted(address)) return { address, host: undefined };
    let hops = 1;
    for (const entry of listOf(headers.get('X-Forwarded-For')).toReversed()) {
      const before = bareAddress(entry);
      if (before === undefined) break;
      address = before;
      if (!isTrusted(address)) break;
      hops++;
    }
    // The proxy that is farthest out of the trusted ones saw what the browser asked.
    const hosts = listOf(headers.get('X-Forwarded-Host'));
    return { address, host: hosts.at(-Math.min(hops, hosts.length)) };
  }

  return { isTrusted, askerOf };
}

/**
 * An address without what proxies write round it: `192.0.2.1:4711`, `"[2001:db8::1]:443"`,
 * `::ffff:192.0.2.1`, `fe80::1%eth0`. `undefined` when it holds none.
 */
export function bareAddress(text: string): string | undefined {
  const unquoted = text.trim().replaceAll(/^"|"$/g, '');
  const [, inBrackets] = /^\[([^\]]*)\](?::\d{1,5})?$/.exec(unquoted) ?? [];
  const withoutPort = inBrackets ?? unquoted.replace(/^([\d.]+):\d{1,5}$/, '$1');
  const address = withoutPort.replace(/%.*$/, '');
  if (isIP(address) === 0) return undefined;
  return isIPv4(address) ? address : unwrapped(address);
}

/** The IPv4 address in `::ffff:192.0.2.1` or `::ffff:c000:201`; any other IPv6 address in its one short form. */
function unwrapped(address: string): string {
  const short = new URL(`http://[${address}]`).hostname.slice(1, -1);
  const [, high, low] = /^::ffff:([\da-f]+):([\da-f]+)$/.exec(short) ?? [];
  if (high === undefined || low === undefined) return short;
  const [first, second] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [first >> 8, first & 255, second >> 8, second & 255].join('.');
}

function parseNetwork(text: string): { address: string; prefix: number } | undefined {
  const [, written = '', digits] = /^([^/%]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  if (isIP(written) === 0) return undefined;
  const address = isIPv4(written) ? written : unwrapped(written);
  const bits = isIPv4(written) ? 32 : 128;
  const given = Number(digits ?? bits);
  // A network of wrapped IPv4 addresses counts the 96 bits of its wrapping too.
  const prefix = isIPv4(address) && bits === 128 ? given - 96 : given;
  return given <= bits && prefix >= (isIPv4(address) ? WIDEST.ipv4 : WIDEST.ipv6)
    ? { address, prefix }
    : undefined;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}

function listOf(header: string | null): string[] {
  return (header ?? '').split(',').flatMap((entry) => entry.trim() || []);
}
