import { expect, test } from 'vitest';
import { createRateLimit } from '../../src/views/rate-limit.ts';

test('a flood of networks begins the next minute early, and the memory stays bounded', () => {
  const isWithinLimit = createRateLimit({ now: () => 0, requestsAMinute: 1 });
  expect(isWithinLimit('192.0.2.1')).toBe(true);
  expect(isWithinLimit('192.0.2.1')).toBe(false);
  for (let n = 0; n < 100_000; n++) isWithinLimit(`10.${n >>> 16}.${(n >>> 8) & 255}.0`);
  for (let n = 0; n < 100_000; n++) {
    isWithinLimit(`2001:${(n >>> 16) + 1}:${(n & 65_535).toString(16)}::1`);
  }
  expect(isWithinLimit('192.0.2.1')).toBe(true);
});

test('an IPv6 /48 may ask ten times what one of its /64 may, however many of them it uses', () => {
  const clock = { time: 0 };
  const isWithinLimit = createRateLimit({ now: () => clock.time, requestsAMinute: 5 });
  const ask = (site: string, subnet: number) => isWithinLimit(`${site}:${subnet.toString(16)}::1`);
  let admitted = 0;
  for (let subnet = 0; subnet < 65_536; subnet++) if (ask('2001:db8:1', subnet)) admitted++;
  expect(admitted).toBe(50);
  expect(ask('2001:db8:2', 0)).toBe(true);
  expect(isWithinLimit('192.0.2.1')).toBe(true);
  clock.time = 60_000;
  for (let times = 0; times < 5; times++) expect(ask('2001:db8:1', 7)).toBe(true);
  expect(ask('2001:db8:1', 7)).toBe(false);
  expect(ask('2001:db8:1', 8)).toBe(true);
});
