/** Whether a host may be asked because another one said so: none of the office's own network, nor this machine. */
import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';
import { isInside } from '../../model/inside-host.ts';

/** What is not for everybody (IANA's registries of special-purpose addresses). */
const V4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.168.0.0/16 198.18.0.0/15 224.0.0.0/4 240.0.0.0/4';
/** NAT64 among it: it says an IPv4 address in its last bits. */
const V6 = '::/128 ::1/128 64:ff9b::/96 64:ff9b:1::/48 fc00::/7 fe80::/10 fec0::/10 ff00::/8';

const SPECIAL = new BlockList();
for (const [family, nets] of [
  ['ipv4', V4],
  ['ipv6', V6],
] as const) {
  for (const net of nets.split(' ')) {
    const [address = '', bits] = net.split('/');
    SPECIAL.addSubnet(address, Number(bits), family);
  }
}

/**
 * Asks the name servers. A host without an address may be asked: that is what it will answer.
 * @param url absolute, http or https
 */
export async function isPublicHost(url: string): Promise<boolean> {
  if (isInside(url)) return false;
  const name = new URL(url).hostname.replace(/^\[|\]$/g, '');
  const addresses = await lookup(name, { all: true }).catch(() => []);
  return addresses.every(({ address }) => isPublicAddress(address));
}

/** @param address IPv4, or IPv6 with or without an IPv4 address within */
export function isPublicAddress(address: string): boolean {
  const [plain = ''] = address.split('%');
  return !SPECIAL.check(plain, isIPv6(plain) ? 'ipv6' : 'ipv4');
}
