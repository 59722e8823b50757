/** Whom the server believes about a reader's address, and what it makes of it. */
import { describe, expect, test } from 'vitest';
import { bareAddress, createProxies, parseTrustProxy } from '../../src/views/proxies.ts';

describe('the setting', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['loopback', ['loopback']],
    ['10.0.0.1, 2001:db8::1', ['10.0.0.1', '2001:db8::1']],
    ['10.0.0.0/8，172.16.0.0/12、loopback', ['10.0.0.0/8', '172.16.0.0/12', 'loopback']],
    ['::ffff:10.0.0.0/104', ['::ffff:10.0.0.0/104']],
  ])('%j → %j', (text, proxies) => {
    expect(parseTrustProxy(text)).toEqual(proxies);
  });

  test.each([
    ['nginx'],
    ['true'],
    ['10.0.0'],
    ['10.0.0.01'],
    ['10.0.0.256'],
    ['10.0.0.0/33'],
    ['10.0.0.0/'],
    ['10.0.0.0/-1'],
    ['10.0.0.0/8/8'],
    ['10.0.0.0/255.0.0.0'],
    ['10.0.0.1:80'],
    ['2001:db8::/129'],
    ['::ffff:10.0.0.0/90'],
    ['fe80::1%eth0'],
    ['*'],
    // Whoever trusts everybody believes every forger.
    ['0.0.0.0/0'],
    ['::/0'],
    ['0.0.0.0/1'],
    ['128.0.0.0/1'],
    ['10.0.0.0/7'],
    ['2000::/3'],
    ['2001::/15'],
    ['::ffff:10.0.0.0/103'],
  ])('%s is refused by its name and with what is right', (wrong) => {
    expect(() => parseTrustProxy(`loopback,${wrong}`, '--trust-proxy')).toThrow(
      `--trust-proxy 里的「${wrong}」不是代理的地址。请写 loopback（代理在同一台机器上）、` +
        '10.0.0.1 这样的 IP 地址，或 10.0.0.0/8 这样的网段（不能比 /8 更大，IPv6 不能比 /16 更大），几个之间用逗号隔开。',
    );
  });

  test('what the message names as right is right', () => {
    expect(parseTrustProxy('loopback,10.0.0.1,10.0.0.0/8')).toHaveLength(3);
  });
});

test.each<[string, string | undefined]>([
  ['192.0.2.1', '192.0.2.1'],
  [' 192.0.2.1 ', '192.0.2.1'],
  ['192.0.2.1:4711', '192.0.2.1'],
  ['"192.0.2.1:4711"', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:201', '192.0.2.1'],
  ['0:0:0:0:0:ffff:192.0.2.1', '192.0.2.1'],
  ['[::ffff:192.0.2.1]:443', '192.0.2.1'],
  ['2001:DB8:0::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['"[2001:db8::1]:443"', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['unknown', undefined],
  ['_hidden', undefined],
  ['', undefined],
  ['192.0.2.999', undefined],
  ['192.0.2.1:port', undefined],
  ['[192.0.2.1', undefined],
  ['[2001:db8::1]:443:1', undefined],
  ['www.example.gov.cn', undefined],
])('%j holds the address %j', (text, address) => {
  expect(bareAddress(text)).toBe(address);
});

describe('who asks', () => {
  const ask = (proxies: string, peer: string, forwarded: string, hosts?: string) =>
    createProxies(parseTrustProxy(proxies)).askerOf(
      peer,
      new Headers({
        ...(forwarded && { 'X-Forwarded-For': forwarded }),
        ...(hosts && { 'X-Forwarded-Host': hosts }),
      }),
    );

  test.each<[string, string, string, string]>([
    // proxies, the connection's other end, X-Forwarded-For → address
    ['', '127.0.0.1', '192.0.2.1', '127.0.0.1'],
    ['', '::ffff:198.51.100.1', '192.0.2.1', '198.51.100.1'],
    ['loopback', '127.0.0.1', '192.0.2.1', '192.0.2.1'],
    ['loopback', '127.9.9.9', '192.0.2.1', '192.0.2.1'],
    ['loopback', '::1', '192.0.2.1', '192.0.2.1'],
    ['loopback', '::ffff:127.0.0.1', '192.0.2.1', '192.0.2.1'],
    ['loopback', '10.0.0.1', '192.0.2.1', '10.0.0.1'],
    ['10.0.0.0/8', '10.255.0.9', '203.0.113.9, 192.0.2.1', '192.0.2.1'],
    ['10.0.0.0/8', '::ffff:10.255.0.9', '192.0.2.1', '192.0.2.1'],
    ['10.0.0.0/8', '11.0.0.1', '192.0.2.1', '11.0.0.1'],
    ['10.1.2.3/8', '10.255.0.9', '192.0.2.1', '192.0.2.1'],
    ['::ffff:10.0.0.0/104', '10.3.0.9', '192.0.2.1', '192.0.2.1'],
    ['10.0.0.0/8', '10.0.0.1', '203.0.113.9, 192.0.2.1, 10.0.0.2, 10.0.0.3', '192.0.2.1'],
    ['10.0.0.0/8', '10.0.0.1', '10.0.0.4, 10.0.0.3', '10.0.0.4'],
    ['2001:db8::/32', '2001:db8:9::1', '[2001:db9::7]:4711', '2001:db9::7'],
    ['2001:db8::/32', '2001:db8:9::1', '::ffff:192.0.2.1', '192.0.2.1'],
    ['loopback', '127.0.0.1', '192.0.2.1:50123', '192.0.2.1'],
    ['loopback', '127.0.0.1', '192.0.2.9, unknown', '127.0.0.1'],
    ['loopback,10.0.0.0/8', '127.0.0.1', 'spoofed, 10.0.0.7', '10.0.0.7'],
    ['loopback', '127.0.0.1', '', '127.0.0.1'],
    ['loopback', '127.0.0.1', ' , ,', '127.0.0.1'],
  ])('trusting "%s": %s with "%s" → %s', (proxies, peer, forwarded, address) => {
    expect(ask(proxies, peer, forwarded).address).toBe(address);
  });

  test.each<[string, string, string | undefined, string | undefined]>([
    ['', '192.0.2.1', 'evil.example', undefined],
    ['loopback', '192.0.2.1', 'www.example.gov.cn', 'www.example.gov.cn'],
    // The first was written by the reader, the second by the proxy.
    ['loopback', '192.0.2.1', 'evil.example, www.example.gov.cn', 'www.example.gov.cn'],
    ['loopback', '192.0.2.1, 127.0.0.1', 'www.example.gov.cn, inside', 'www.example.gov.cn'],
    ['loopback', '192.0.2.1, 127.0.0.1', 'www.example.gov.cn', 'www.example.gov.cn'],
    ['loopback', '192.0.2.1', undefined, undefined],
  ])('trusting "%s", for "%s": the host "%s" → %s', (proxies, forwarded, hosts, host) => {
    expect(ask(proxies, '127.0.0.1', forwarded, hosts).host).toBe(host);
  });
});

test('no list of forwarded addresses makes it throw, or believe what no proxy wrote', () => {
  const { askerOf } = createProxies(['10.0.0.0/8']);
  const parts = [
    '192.0.2.1',
    '10.0.0.1',
    '[::1]:9',
    '"',
    '[',
    ']',
    '%',
    ':',
    '1.2.3',
    '',
    '::ffff:',
  ];
  let seed = 7;
  const next = (limit: number) => (seed = (seed * 16_807) % 2_147_483_647) % limit;
  for (let round = 0; round < 20_000; round++) {
    const text = Array.from({ length: next(6) }, () => parts[next(parts.length)]).join(
      next(2) ? ',' : '',
    );
    expect(askerOf('198.51.100.1', new Headers({ 'X-Forwarded-For': text })).address).toBe(
      '198.51.100.1',
    );
    const { address } = askerOf('10.0.0.9', new Headers({ 'X-Forwarded-For': text }));
    expect(bareAddress(address)).toBe(address);
  }
});
