/** How long somebody is signed in, and how often a password may be wrong. */
import { expect, it } from 'vitest';
import { signInLimits } from '../../../../src/desk/people/sign-in-limits.ts';
import { openSessions } from '../../../../src/desk/server/sessions.ts';

it('a session ends after half an hour in which nothing was done', () => {
  let now = 0;
  const sessions = openSessions(30 * 60_000, () => now);
  const { secret } = sessions.open({ name: '何雨桐', password: 'x' });
  now += 29 * 60_000;
  expect(sessions.find(secret)?.who?.name).toBe('何雨桐');
  now += 29 * 60_000;
  expect(sessions.find(secret)?.who?.name).toBe('何雨桐');
  now += 31 * 60_000;
  expect(sessions.find(secret)).toBeUndefined();
});

it('wrong passwords are forgotten after a quarter of an hour, and when the right one comes', () => {
  let now = 0;
  const limits = signInLimits(() => now);
  for (let time = 0; time < 10; time += 1) limits.failed('何雨桐', 'a');
  expect(limits.mayTry('何雨桐', 'b')).toBe(false);
  expect(limits.mayTry('李若谷', 'a')).toBe(true);
  now += 15 * 60_000 + 1;
  expect(limits.mayTry('何雨桐', 'b')).toBe(true);
  for (let time = 0; time < 9; time += 1) limits.failed('何雨桐', 'a');
  limits.succeeded('何雨桐', 'a');
  limits.failed('何雨桐', 'a');
  expect(limits.mayTry('何雨桐', 'a')).toBe(true);
});

it('an open page that asks by itself keeps nobody signed in', () => {
  let now = 0;
  const sessions = openSessions(30 * 60_000, () => now);
  const { secret } = sessions.open({ name: '何雨桐', password: 'x' });
  for (now = 0; now <= 30 * 60_000; now += 10_000) {
    expect(sessions.find(secret, false)?.who?.name).toBe('何雨桐');
  }
  expect(sessions.find(secret)).toBeUndefined();
});

it('right passwords shut nobody out who comes from the same address', () => {
  const limits = signInLimits(() => 0);
  for (let time = 0; time < 100; time += 1) {
    expect(limits.mayTry('何雨桐', 'a')).toBe(true);
    limits.failed('何雨桐', 'a');
    limits.succeeded('何雨桐', 'a');
  }
});
