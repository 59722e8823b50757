/**
 * The part of an address that stands for one reader: an IPv4 address whole, an IPv6 address by its
 * /64, because one household or machine changes the other half as it likes (RFC 8981).
 *
 * `2001:db8::1` → `2001:db8:0:0`, `::ffff:192.0.2.7` → `192.0.2.7`. What is no address is given back.
 */
export function clientNetwork(address: string): string {
  const bare = address.replace(/%.*$/, '');
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1];
  if (mapped !== undefined) return mapped;
  if (!bare.includes(':') || !URL.canParse(`http://[${bare}]`)) return bare;

  // The URL parser writes every form of an IPv6 address in its one canonical form (RFC 5952).
  const [head = '', tail] = new URL(`http://[${bare}]`).hostname.slice(1, -1).split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].slice(0, 4).join(':');
}
