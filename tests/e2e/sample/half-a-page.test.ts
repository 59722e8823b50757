/** A page that comes slowly: what a reader sees of its first half does not move when the second one comes. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { layoutShifts } from '../support/late-views.ts';
import { DESKTOP, PHONE, useBrowser } from '../support/page.ts';

const sample = inject('sample');
const open = useBrowser();
const PAUSE_MS = 600;
let server: Server;
let cut = '';

beforeAll(async () => {
  // The sample, its home page sent in two pieces.
  server = createServer((request, response) => {
    void (async () => {
      const answer = await fetch(new URL(request.url ?? '/', sample));
      const bytes = Buffer.from(await answer.arrayBuffer());
      response.setHeader('Content-Type', answer.headers.get('content-type') ?? '');
      const half = request.url === '/' ? bytes.indexOf(cut) + cut.length : 0;
      response.write(bytes.subarray(0, half));
      setTimeout(() => response.end(bytes.subarray(half)), half > 0 ? PAUSE_MS : 0);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());

it.each([
  // Browsers show a word of their own for the summary that has not come yet.
  ['a phone', '<details class="menu">', PHONE],
  ['a phone', '<main', PHONE],
  ['a desktop', '<ul class="header-links">', DESKTOP],
  ['a desktop', '<form', DESKTOP],
  ['a desktop', '<nav', DESKTOP],
  ['a desktop', '<main', DESKTOP],
] as const)('on %s, cut behind %s', { retry: 2 }, async (_, place, device) => {
  cut = place;
  const { page } = await open('about:blank', device);
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  expect(await layoutShifts(page, url, 'footer')).toEqual([]);
});
