import { expect, test } from 'vitest';
import { createRateLimit } from '../../src/edge/rate-limit.ts';

test('a flood of networks begins the next minute early, and the memory stays bounded', () => {
  const isWithinLimit = createRateLimit({ now: () => 0, requestsAMinute: 1 });
  expect(isWithinLimit('192.0.2.1')).toBe(true);
  expect(isWithinLimit('192.0.2.1')).toBe(false);
  for (let n = 0; n < 100_000; n++) isWithinLimit(`10.${n >>> 16}.${(n >>> 8) & 255}.0`);
  for (let n = 0; n < 100_000; n++)
    isWithinLimit(`2001:db8:${n >>> 16}:${(n & 65_535).toString(16)}::1`);
  expect(isWithinLimit('192.0.2.1')).toBe(true);
});
