import { expect, it } from 'vitest';
import { healthReport, kindOf } from '../../../src/keeper/health.ts';
import type { Health } from '../../../src/keeper/health.ts';

const SINCE = '2026-11-26T04:00:00.000Z';
const LIVE = { sequence: 1, time: SINCE, commit: 'a', site: 'https://a.example.gov.cn/' };
const WELL: Health = { live: LIVE, checked: SINCE, next: '', problem: undefined };

it.each<[string, Partial<Health>, number, string]>([
  ['well', {}, 0, 'ok'],
  ['before the first publication', { live: undefined }, 0, 'starting'],
  ['git away for nine minutes', { problem: { kind: 'git', since: SINCE } }, 9, 'ok'],
  ['git away for ten minutes', { problem: { kind: 'git', since: SINCE } }, 10, 'problem'],
  ['a problem of the texts', { problem: { kind: 'content', since: SINCE } }, 0, 'problem'],
])('%s', (_, change, minutes, status) => {
  const now = new Date(Date.parse(SINCE) + minutes * 60_000);
  expect(healthReport({ ...WELL, ...change }, now).status).toBe(status);
});

it('has nothing for what is not there', () => {
  const report = healthReport(
    { live: undefined, checked: undefined, next: '', problem: undefined },
    new Date(SINCE),
  );
  expect(report).toEqual({
    status: 'starting',
    live: null,
    checked: null,
    next: null,
    problem: null,
  });
});

it.each([
  [1, 'content'],
  [2, 'setting'],
  [3, 'machine'],
  [130, 'machine'],
])('a publication that ended with %i', (code, kind) => {
  expect(kindOf(code)).toBe(kind);
});
