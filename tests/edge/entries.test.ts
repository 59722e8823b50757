/** What readers see must be the same on every runtime. A new entry joins by a line in `runtimes.ts`. */
import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ARTICLE, agentOf, aSite, PAGE, send, VIDEO, type Reply } from './a-server.ts';
import { RUNTIMES, type RunningEntry } from './runtimes.ts';

const OTHERS = ['20260306-a', '20260306-b', '20260306-c', '20260306-d', '20260306-e'];

describe.each(RUNTIMES)('%s', (_, store, start) => {
  let folder: string;
  let entry: RunningEntry;
  beforeAll(async () => {
    folder = await aSite();
    await appendFile(join(folder, 'dist/views/2026.txt'), OTHERS.join('\n'));
    entry = await start(folder);
  });
  afterAll(async () => {
    await entry.stop();
    await rm(folder, { recursive: true });
  });

  const get = (path: string) => send(entry.url, path, {});
  const view = (reader: number, headers: Record<string, string> = {}, id = ARTICLE) =>
    send(entry.url, `/api/views/${id}`, {
      method: 'POST',
      headers: {
        Origin: new URL(entry.url).origin,
        'User-Agent': agentOf(reader),
        ...headers,
      },
    });

  test('counts each reader once, and refuses what no page of the site sends', async () => {
    expect(seen(await view(1))).toEqual(count(1));
    expect(seen(await view(2))).toEqual(count(2));
    expect(seen(await view(2))).toEqual(count(2));
    expect(seen(await view(3, { 'X-Forwarded-For': '192.0.2.1' }))).toEqual(count(3));
    expect(seen(await view(3, { 'X-Forwarded-For': '192.0.2.2' }))).toEqual(count(3));
    expect(seen(await view(4, { Origin: 'https://evil.example' }))).toEqual([
      403,
      { code: 'forbidden_origin' },
    ]);
    expect(seen(await view(4, { 'User-Agent': 'Baiduspider/2.0' }))).toEqual(count(3));
    expect(seen(await view(4, { 'Sec-Purpose': 'prefetch;prerender' }))).toEqual(count(3));
    expect(seen(await view(4, {}, '20260305-none'))).toEqual([404, { code: 'not_published' }]);
    const read = await get(`/api/views/${ARTICLE}`);
    expect(seen(read)).toEqual([405, { code: 'method_not_allowed' }]);
  });

  test('answers many counts at once, and tells how it is', async () => {
    const answers = await Promise.all(OTHERS.map((id) => view(1, {}, id)));
    expect(answers.map(seen)).toEqual(OTHERS.map((id) => [200, { counts: { [id]: 1 } }]));
    const ids = [...OTHERS, '20260305-none'].join();
    const counts = Object.fromEntries(OTHERS.map((id) => [id, 1]));
    expect(seen(await get(`/api/views?ids=${ids}`))).toEqual([200, { counts }]);
    expect(seen(await get('/api/views?ids=../etc'))).toEqual([400, { code: 'bad_ids' }]);
    const [status, facts] = seen(await get('/api/views/health'));
    expect(status).toBe(200);
    expect(facts).toMatchObject({ status: 'ok', store, articles: 1 + OTHERS.length });
  });

  test('serves the pages', async () => {
    const page = await get('/xwzx/');
    expect([page.status, page.body.toString()]).toEqual([200, PAGE]);
    expect((await get('/nowhere')).status).toBe(404);
    // Long enough to be streamed.
    expect((await get('/video.mp4')).body.equals(VIDEO)).toBe(true);
    const reader = new AbortController();
    const { body } = await fetch(new URL('/video.mp4', entry.url), { signal: reader.signal });
    reader.abort();
    await expect(body?.getReader().read()).rejects.toThrow();
    expect((await get('/video.mp4')).body.equals(VIDEO)).toBe(true);
  });

  test('has its counts again after it was stopped', async () => {
    await entry.stop();
    entry = await start(folder);
    const counts = { [ARTICLE]: 3, '20260306-a': 1 };
    expect(seen(await get(`/api/views?ids=${ARTICLE},20260306-a`))).toEqual([200, { counts }]);
    // Who was counted is forgotten with the process, and its keys with it.
    expect(seen(await view(1))).toEqual(count(4));
  });

  test('refuses more than a network may ask', async () => {
    await entry.stop();
    entry = await start(folder, { VIEWS_REQUESTS_A_MINUTE: '2' });
    expect(seen(await view(1))).toEqual(count(5));
    expect(seen(await view(2))).toEqual(count(6));
    expect(seen(await view(3))).toEqual([429, { code: 'too_many_requests' }]);
  });
});

function seen({ status, body }: Reply): [status: number, body: unknown] {
  return [status, JSON.parse(body.toString())];
}

function count(n: number): [status: number, body: unknown] {
  return [200, { counts: { [ARTICLE]: n } }];
}
