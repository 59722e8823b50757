/**
 * The part of an address that stands for one reader: an IPv4 address whole, an IPv6 address by its
 * /64, because one household or machine changes the other half as it likes (RFC 8981).
 *
 * `2001:db8::1` → `2001:db8:0:0`, `::ffff:192.0.2.7` → `192.0.2.7`. What is no address is given back.
 */
export function clientNetwork(address: string): string {
  // Without the zone of a link-local address, and without the wrapping of an IPv4 address.
  const bare = address.replace(/%.*$|^::ffff:(?=\d+\.)/gi, '');
  // The URL parser writes every form of an IPv6 address in its one canonical form (RFC 5952).
  const host = URL.parse(`http://[${bare}]`)?.hostname.slice(1, -1);
  if (host === undefined) return bare;
  const zeros = '0:'.repeat(8 - groups(host).length);
  return groups(host.replace('::', `:${zeros}`))
    .slice(0, 4)
    .join(':');
}

function groups(address: string): string[] {
  return address.split(':').filter(Boolean);
}
