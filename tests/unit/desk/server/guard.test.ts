/** Nobody but the one browser gets an answer, and no page that is open in it beside the desk's own. */
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';

let desk: Desk;
let port = 0;
beforeAll(async () => {
  desk = await aDesk();
  port = Number(new URL(desk.running.address).port);
});
afterAll(() => desk.close());

/** Any headers, the Host among them, which fetch does not let one choose. */
function asked(
  path: string,
  headers: Record<string, string>,
  method = 'GET',
  body = '',
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

it('the page itself is answered, with a policy that lets nothing else in', async () => {
  const page = await asked('/', { cookie: desk.own['cookie'] ?? '' });
  expect(page.status).toBe(200);
  expect(page.headers['content-security-policy']).toContain(
    "default-src 'none'; script-src 'self'",
  );
  expect(page.headers['x-frame-options']).toBe('DENY');
  expect((await desk.ask('GET', 'desk')).status).toBe(200);
  const colours = await asked('/colours.css', { cookie: desk.own['cookie'] ?? '' });
  expect(colours.text).toMatch(/^:root:root \{ --brand: #[0-9a-f]{6};/);
  expect((await asked('/colours.css', {})).status).toBe(403);
});

it.each([
  ['evil.example', 421],
  ['127.0.0.1', 421],
  ['127.0.0.1:80', 421],
  ['localhost.evil.example', 421],
  ['[::1]', 421],
])('Host %s is refused, whatever it carries', async (host, status) => {
  expect((await asked('/api/desk', { ...desk.own, host })).status).toBe(status);
});

it.each<[string, Record<string, string>, number]>([
  ['no cookie', { cookie: '' }, 403],
  ['another cookie', { cookie: 'desk=x' }, 403],
  ['no token', { 'x-desk-token': '' }, 403],
  ['another token', { 'x-desk-token': 'x'.repeat(43) }, 403],
  ['another origin', { origin: 'https://evil.example' }, 403],
  ['an origin of this machine', { origin: 'http://localhost:1' }, 403],
  ['no origin at all', { origin: 'null' }, 403],
  ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
])('a request with %s is refused, reading and writing', async (_, headers, status) => {
  const sent = { ...desk.own, ...headers };
  expect((await asked('/api/desk', sent)).status).toBe(status);
  const begun = JSON.stringify({ title: '标题', category: '通知公告' });
  const json = { ...sent, 'content-type': 'application/json' };
  expect((await asked('/api/articles', json, 'POST', begun)).status).toBe(status);
  expect((await desk.ask('GET', 'desk')).json.articles).toEqual([]);
});

it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
  'what a form can send (%s) is refused',
  async (type) => {
    const sent = await asked('/api/articles', { ...desk.own, 'content-type': type }, 'POST', '{}');
    expect(sent.status).toBe(415);
  },
);

it('the address is good once; who comes later hears of a new one in the terminal', async () => {
  const { pathname, search } = new URL(desk.running.address);
  expect((await asked(pathname + search, {})).status).toBe(403);
  expect((await asked('/?ticket=x', {})).status).toBe(403);
  expect(desk.strangers).toHaveLength(1);
  const again = new URL(desk.strangers[0] ?? '');
  const let_in = await asked(again.pathname + again.search, {});
  expect(let_in.status).toBe(303);
  expect(String(let_in.headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
});

it.each([
  '/../package.json',
  '/..%2f..%2fpackage.json',
  '/desk.html/../../server/guard.ts',
  '/server/guard.ts',
  '/%00',
  '/client/../api.ts',
  '/api/articles/..%2f..%2fsite.yaml',
  '/api/articles/%2e%2e',
  '/api/articles/20261101-a/files/..%2findex.md',
  '/api/articles/20261101-a/files/%2fetc%2fhostname',
  '/api/nothing',
  '/api/',
])('%s leads nowhere', async (path) => {
  expect((await asked(path, desk.own)).status).toBe(404);
  expect(desk.failures).toEqual([]);
});
