import { describe, expect, test } from 'vitest';
import type { ViewStore } from '../../src/views/store.ts';
import { ARTICLE, OTHER_ARTICLE, SITE, aCounter, aView, seen } from './a-counter.ts';

const MINUTE = 60_000;
const post = `/api/views/${ARTICLE}`;
const count = (n: number) => [200, { counts: { [ARTICLE]: n } }];

describe('a view', () => {
  test('is counted and answered with the new count, once a reader', async () => {
    const { ask } = aCounter();
    expect(await seen(await ask(post, aView({ 'X-Reader': '192.0.2.1' })))).toEqual(count(1));
    expect(await seen(await ask(post, aView({ 'X-Reader': '192.0.2.2' })))).toEqual(count(2));
    expect(await seen(await ask(post, aView({ 'X-Reader': '192.0.2.1' })))).toEqual(count(2));
  });

  test('by the same reader counts again after half an hour, not before', async () => {
    const { ask, clock } = aCounter();
    await ask(post, aView());
    clock.time = 30 * MINUTE - 1;
    expect(await seen(await ask(post, aView()))).toEqual(count(1));
    clock.time = 30 * MINUTE;
    expect(await seen(await ask(post, aView()))).toEqual(count(2));
  });

  test('of another article by the same reader counts', async () => {
    const { ask } = aCounter();
    await ask(post, aView());
    const answer = await ask(`/api/views/${OTHER_ARTICLE}`, aView());
    expect(await answer.json()).toEqual({ counts: { [OTHER_ARTICLE]: 1 } });
  });

  test.each([
    ['a robot', { 'User-Agent': 'Baidu Spider' }],
    ['a browser that fetches ahead', { 'Sec-Purpose': 'prefetch' }],
    ['a browser that renders ahead', { 'Sec-Purpose': 'prefetch;prerender' }],
  ])('by %s is answered, not counted', async (_, headers) => {
    const { ask } = aCounter();
    await ask(post, aView());
    expect(await seen(await ask(post, aView({ 'X-Reader': '192.0.2.2', ...headers })))).toEqual(
      count(1),
    );
  });

  test('sent twenty times at once by one reader counts once', async () => {
    const { ask, store } = aCounter();
    await Promise.all(Array.from({ length: 20 }, () => ask(post, aView())));
    expect(await store.counts([ARTICLE])).toEqual(new Map([[ARTICLE, 1]]));
  });

  test('that could not be written may be sent again', async () => {
    const { store } = aCounter();
    let isFull = true;
    const causes: unknown[] = [];
    const failing: ViewStore = {
      ...store,
      add: (id) => (isFull ? Promise.reject(new Error('disk is full')) : store.add(id)),
    };
    const { ask } = aCounter({ store: failing, onError: (cause) => causes.push(cause) });
    const refused = await ask(post, aView());
    expect(refused.headers.get('Retry-After')).toBe('5');
    expect(await seen(refused)).toEqual([503, { code: 'unavailable' }]);
    expect(causes).toEqual([new Error('disk is full')]);
    isFull = false;
    expect(await seen(await ask(post, aView()))).toEqual(count(1));
  });
});

describe('a view is refused', () => {
  const crossSite = aView({ 'Sec-Fetch-Site': 'cross-site' });
  test.each<[string, string, RequestInit, number, string]>([
    ['from another site', post, aView({ Origin: 'https://evil.example' }), 403, 'forbidden_origin'],
    ['from a page without origin', post, aView({ Origin: 'null' }), 403, 'forbidden_origin'],
    ['that says nothing of its page', post, { method: 'POST' }, 403, 'forbidden_origin'],
    ['whose origin and page differ', post, crossSite, 403, 'forbidden_origin'],
    ['of an unknown article', '/api/views/20260305-none', aView(), 404, 'not_published'],
    ['of a malformed id', '/api/views/20260305-A_b', aView(), 404, 'not_published'],
    ['of an overlong id', `/api/views/20260305-${'a'.repeat(81)}`, aView(), 404, 'not_published'],
    ['of an escaped path', '/api/views/..%2f..%2fetc', aView(), 404, 'not_published'],
    ['with a long body', post, aView({ 'Content-Length': '1025' }), 413, 'too_large'],
    ['with an endless body', post, aView({ 'Transfer-Encoding': 'chunked' }), 413, 'too_large'],
  ])('%s', async (_, path, init, status, code) => {
    const { ask, store } = aCounter();
    expect(await seen(await ask(path, init))).toEqual([status, { code }]);
    expect((await store.health()).articles).toBe(0);
  });

  test('when the list of published articles cannot be read', async () => {
    const { ask } = aCounter({ published: () => Promise.reject(new Error('no list')) });
    expect(await seen(await ask(post, aView()))).toEqual([503, { code: 'unavailable' }]);
  });
});

describe('a page is the site’s own', () => {
  test.each<[string, Record<string, string>]>([
    ['by its origin', { Origin: SITE }],
    ['by its host, where a proxy ends TLS', { Origin: SITE.replace('https', 'http') }],
    ['by an origin that is allowed', { Origin: 'https://example.gov.cn' }],
    ['by Sec-Fetch-Site, where there is no origin', { 'Sec-Fetch-Site': 'same-origin' }],
  ])('%s', async (_, headers) => {
    const { ask } = aCounter({ origins: [SITE, 'https://example.gov.cn'] });
    expect(await seen(await ask(post, { method: 'POST', headers }))).toEqual(count(1));
  });

  test('and only an allowed other origin may read the answer', async () => {
    const { ask } = aCounter({ origins: [SITE, 'https://example.gov.cn'] });
    const allowedOrigin = async (origin: string) =>
      (await ask(post, aView({ Origin: origin }))).headers.get('Access-Control-Allow-Origin');
    expect(await allowedOrigin('https://example.gov.cn')).toBe('https://example.gov.cn');
    expect(await allowedOrigin('https://evil.example')).toBeNull();
  });
});

describe('a network that asks too much', () => {
  const asked = async (ask: ReturnType<typeof aCounter>['ask'], reader: string) =>
    (await ask(post, aView({ 'X-Reader': reader }))).status;

  test('is refused until its minute is over, whatever it calls itself', async () => {
    const { ask, clock, store } = aCounter({ requestsAMinute: 3 });
    for (const reader of ['192.0.2.1', '192.0.2.77', '192.0.2.254']) {
      expect(await asked(ask, reader)).toBe(200);
    }
    const refused = await ask(post, aView({ 'X-Reader': '192.0.2.9', 'User-Agent': 'Mozilla/6' }));
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect(await seen(refused)).toEqual([429, { code: 'too_many_requests' }]);
    expect((await ask(`/api/views?ids=${ARTICLE}`, aView())).status).toBe(429);
    expect(await store.counts([ARTICLE])).toEqual(new Map([[ARTICLE, 3]]));

    clock.time = 60_000;
    expect(await asked(ask, '192.0.2.10')).toBe(200);
  });

  test('leaves its neighbours alone', async () => {
    const { ask } = aCounter({ requestsAMinute: 1 });
    const readers = ['192.0.2.1', '192.0.3.1', '2001:db8:1:2::1', '2001:db8:1:3::1'];
    for (const reader of readers) expect(await asked(ask, reader)).toBe(200);
    for (const reader of ['192.0.2.2', '192.0.3.2', '2001:db8:1:2::2', '2001:db8:1:3::2']) {
      expect(await asked(ask, reader)).toBe(429);
    }
  });
});

describe('counts are read', () => {
  test('several at once, 0 for an unread article, unpublished ones left out', async () => {
    const { ask } = aCounter();
    await ask(post, aView());
    const ids = [ARTICLE, OTHER_ARTICLE, '20260305-none', ARTICLE].join(',');
    const expected = [200, { counts: { [ARTICLE]: 1, [OTHER_ARTICLE]: 0 } }];
    expect(await seen(await ask(`/api/views?ids=${ids}`))).toEqual(expected);
    expect(await seen(await ask(`/api/views/?ids=${ids}`))).toEqual(expected);
  });

  const hundred = Array.from({ length: 101 }, (_, index) => `20260305-a${index}`);
  test.each([
    ['none', '', 400, { code: 'bad_ids' }],
    ['a malformed one', `${ARTICLE},../etc`, 400, { code: 'bad_ids' }],
    ['a hundred', hundred.slice(1).join(), 200, { counts: {} }],
    ['a hundred and one', hundred.join(), 413, { code: 'too_many_ids' }],
  ])('asked for %s', async (_, ids, status, body) => {
    const { ask } = aCounter();
    expect(await seen(await ask(`/api/views?ids=${ids}`))).toEqual([status, body]);
  });

  test('nothing that is answered is kept by a cache', async () => {
    const { ask } = aCounter();
    for (const path of ['/api/views/health', `/api/views?ids=${ARTICLE}`, '/api/views/x', '/']) {
      const { headers } = await ask(path);
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('Content-Type')).toBe('application/json');
    }
  });
});

describe('health', () => {
  test('tells store, articles and uptime', async () => {
    const { ask, clock } = aCounter();
    clock.time = 90_500;
    expect(await seen(await ask('/api/views/health'))).toEqual([
      200,
      { status: 'ok', store: 'sqlite', articles: 0, lastCommit: null, uptimeSeconds: 90 },
    ]);
  });

  test('is 503 when the store is gone', async () => {
    const { ask, store } = aCounter();
    await store.close();
    expect(await seen(await ask('/api/views/health'))).toEqual([503, { code: 'unavailable' }]);
  });

  test('answers HEAD without a body', async () => {
    const { ask } = aCounter();
    const response = await ask('/api/views/health', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

describe('routes', () => {
  test.each([
    ['GET', post, 405, 'POST'],
    ['DELETE', post, 405, 'POST'],
    ['POST', '/api/views', 405, 'GET, HEAD'],
    ['PUT', '/api/views/health', 405, 'GET, HEAD'],
    ['GET', '/api/viewsx', 404, null],
    ['POST', `/jgsw${post}`, 404, null],
  ])('%s %s → %i', async (method, path, status, allow) => {
    const { ask } = aCounter();
    const response = await ask(path, { method });
    expect([response.status, response.headers.get('Allow')]).toEqual([status, allow]);
  });

  test('live below the base path', async () => {
    const { ask } = aCounter({ basePath: '/jgsw/' });
    expect(await seen(await ask(`/jgsw${post}`, aView()))).toEqual(count(1));
    expect(await seen(await ask(post, aView()))).toEqual([404, { code: 'not_found' }]);
  });
});
