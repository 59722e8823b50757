/** Ten thousand forged views and one honest one: the count is 1. */
import { rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { ARTICLE, agentOf, aSite, send } from './a-server.ts';
import { startNode, type Variables } from './runtimes.ts';

const TRIES_A_KIND = 2_000;
const AT_ONCE = 32;

type Forgery = (n: number) => { id?: string; headers: Record<string, string> };

/** Each is sent by one machine that is not a trusted proxy, and has been counted once. */
const FORGERIES: Record<string, Forgery> = {
  'unknown ids': (n) => ({ id: `20260305-made-up-${n}`, headers: {} }),
  'other origins': (n) => ({ headers: { Origin: `https://evil-${n}.example` } }),
  'spoofed addresses': (n) => ({
    headers: {
      'X-Forwarded-For': `10.0.${n >>> 8}.${n & 255}`,
      'X-Real-IP': `10.0.${n >>> 8}.${n & 255}`,
      'CF-Connecting-IP': `10.0.${n >>> 8}.${n & 255}`,
      Forwarded: `for=10.0.${n >>> 8}.${n & 255}`,
    },
  }),
  robots: (n) => ({ headers: { 'User-Agent': `Mozilla/5.0 (compatible; Bot/${n}; spider)` } }),
  replays: () => ({ headers: {} }),
};

test.each<[string, Variables, Record<string, string>]>([
  ['a server without a proxy', {}, {}],
  [
    'a server behind a proxy that reports the reader’s own address last',
    { VIEWS_TRUST_PROXY: 'loopback' },
    { 'X-Forwarded-For': '192.0.2.7' },
  ],
])('%s counts none of them', { timeout: 60_000 }, async (_, variables, proxy) => {
  const folder = await aSite();
  const server = await startNode(folder, { ...variables, VIEWS_REQUESTS_A_MINUTE: '1000000' });
  const { origin } = new URL(server.url);
  async function forge({ id = ARTICLE, headers }: ReturnType<Forgery>): Promise<number> {
    const claim = [headers['X-Forwarded-For'], proxy['X-Forwarded-For']].filter(Boolean);
    const reply = await send(server.url, `/api/views/${id}`, {
      method: 'POST',
      headers: {
        Origin: origin,
        'User-Agent': agentOf(1),
        ...headers,
        ...(claim.length > 0 ? { 'X-Forwarded-For': claim.join(', ') } : {}),
      },
    });
    return reply.status;
  }

  expect(await forge({ headers: {} })).toBe(200);
  for (const [kind, forgery] of Object.entries(FORGERIES)) {
    let n = 0;
    async function forgeOn(): Promise<void> {
      while (n < TRIES_A_KIND) expect(await forge(forgery(n++)), kind).toBeLessThan(500);
    }
    await Promise.all(Array.from({ length: AT_ONCE }, forgeOn));
  }
  const { body } = await send(server.url, `/api/views?ids=${ARTICLE}`, {});
  expect(JSON.parse(body.toString())).toEqual({ counts: { [ARTICLE]: 1 } });
  const health = await send(server.url, '/api/views/health', {});
  expect(JSON.parse(health.body.toString())).toMatchObject({ articles: 1 });
  await server.stop();
  await rm(folder, { recursive: true });
});
