import { afterEach, describe, expect, it, vi } from 'vitest';
import { beijingTime, day, instant, isoTime } from '../../../src/site/dates.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

/** With the minutes that the zone is behind UTC on the day below, to show that the zone was really set. */
describe.each([
  ['UTC', 0],
  ['Asia/Shanghai', -480],
  ['Asia/Urumqi', -360],
  ['America/Los_Angeles', 480],
  ['Pacific/Kiritimati', -840],
])('on a machine in %s', (zone, offset) => {
  it('dates are those of Beijing', () => {
    vi.stubEnv('TZ', zone);
    expect(new Date('2026-03-05T00:00:00Z').getTimezoneOffset()).toBe(offset);

    expect(beijingTime(new Date('2026-03-04T15:59:59Z'))).toBe('2026-03-04 23:59');
    expect(beijingTime(new Date('2026-03-04T16:00:00Z'))).toBe('2026-03-05 00:00');
    expect(beijingTime(new Date('2025-12-31T16:30:00Z'))).toBe('2026-01-01 00:30');
    expect(instant('2026-03-05').toISOString()).toBe('2026-03-04T16:00:00.000Z');
    expect(instant('2026-03-05 10:30').toISOString()).toBe('2026-03-05T02:30:00.000Z');
  });

  it('there is no summer time, not even when Beijing had one', () => {
    vi.stubEnv('TZ', zone);
    expect(beijingTime(new Date('1988-07-01T04:00:00Z'))).toBe('1988-07-01 12:00');
    expect(instant('1988-07-01 12:00').toISOString()).toBe('1988-07-01T04:00:00.000Z');
  });
});

it.each([
  ['2026-03-05', '2026-03-05', '2026-03-05'],
  ['2026-03-05 10:30', '2026-03-05', '2026-03-05T10:30:00+08:00'],
  ['2026-03-05 00:00', '2026-03-05', '2026-03-05T00:00:00+08:00'],
])('%s is of the day %s and in ISO 8601 %s', (date, ofDay, iso) => {
  expect(day(date)).toBe(ofDay);
  expect(isoTime(date)).toBe(iso);
});
