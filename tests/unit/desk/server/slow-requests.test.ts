/** What comes slowly, or never whole. */
import { once } from 'node:events';
import { request } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk({ 'content/articles/2026/20261101-a.md': aText('2026-11-01') });
});
afterAll(() => desk.close());

it('whoever sends slowly, or half, holds up nobody', async () => {
  const url = new URL('/api/articles/20261101-a', desk.running.address);
  const type = { 'content-type': 'application/json', 'content-length': '5000' };
  const headers = { ...desk.own, ...type, expect: '100-continue' };
  const half = request(url, { method: 'PUT', headers });
  half.on('error', () => undefined);
  half.write('{"fields":');
  // The server says so when it begins with it.
  await once(half, 'continue');
  expect((await desk.ask('GET', 'desk')).status).toBe(200);
  half.destroy();
  expect((await desk.ask('GET', 'desk')).status).toBe(200);
  expect(desk.failures).toEqual([]);
});
