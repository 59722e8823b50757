/** The server as a whole: pages and counts in one process, on a real file. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { appendFile, rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { startServer } from '../../src/server/node-server.ts';
import { ARTICLE, agentOf, aServer, aSite, type Reply } from './a-server.ts';

const reader = (n: number) => ({ 'User-Agent': agentOf(n) });
const seen = ({ status, body }: Reply) => [status, JSON.parse(body.toString())];
const SITE = 'https://www.example.gov.cn';
const count = (n: number) => [200, { counts: { [ARTICLE]: n } }];

describe('view counts', () => {
  test('count on, and survive a restart', async () => {
    await using first = await aServer();
    expect(seen(await first.view(reader(1)))).toEqual(count(1));
    expect(seen(await first.view(reader(2)))).toEqual(count(2));
    expect(seen(await first.view(reader(2)))).toEqual(count(2));
    const database = join(first.folder, 'data', 'views.db');
    await first.close();

    await using second = await aServer({ database });
    expect(seen(await second.get(`/api/views?ids=${ARTICLE}`))).toEqual(count(2));
    expect(seen(await second.view(reader(3)))).toEqual(count(3));
  });

  test('are refused to other sites, robots, and articles that are not published', async () => {
    await using server = await aServer();
    const evil = await server.view({ Origin: 'https://evil.example' });
    expect(seen(evil)).toEqual([403, { code: 'forbidden_origin' }]);
    expect(seen(await server.view({ 'User-Agent': 'curl/8.5.0' }))).toEqual(count(0));
    const { origin } = new URL(server.url);
    const unknown = await server.send('/api/views/20260305-none', {
      method: 'POST',
      headers: { Origin: origin },
    });
    expect(seen(unknown)).toEqual([404, { code: 'not_published' }]);
    const { body } = await server.get('/api/views/health');
    expect(JSON.parse(body.toString())).toMatchObject({ status: 'ok', articles: 0 });
  });

  test('of an article published in a year that had none begin at once', async () => {
    await using server = await aServer();
    const id = '20250101-old';
    const path = join(server.folder, 'dist', 'views', '2025.txt');
    await appendFile(path, `${id}\n`);
    const reply = await server.get(`/api/views?ids=${id}`);
    expect(seen(reply)).toEqual([200, { counts: { [id]: 0 } }]);
  });

  test('live below the base path', async () => {
    await using server = await aServer({ basePath: '/jgsw/' });
    expect(seen(await server.view(reader(1)))).toEqual(count(1));
    expect((await server.get('/api/views/health')).status).toBe(404);
    expect((await server.get('/jgsw/api/views/health')).status).toBe(200);
  });

  test('with a long body are refused', async () => {
    await using server = await aServer();
    const response = await fetch(`${server.url}api/views/${ARTICLE}`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: 'x'.repeat(100_000),
    });
    expect(await response.json()).toEqual({ code: 'too_large' });
    expect(response.status).toBe(413);
  });
});

describe('X-Forwarded-For', () => {
  const claims = ['192.0.2.1', '192.0.2.2', '192.0.2.3'];

  test('is not believed from a stranger', async () => {
    await using server = await aServer();
    for (const claim of claims) {
      expect(seen(await server.view({ 'X-Forwarded-For': claim }))).toEqual(count(1));
    }
  });

  test('is believed from a proxy that is trusted, by its last entry only', async () => {
    await using server = await aServer({ trustProxy: ['loopback'] });
    for (const [index, claim] of claims.entries()) {
      const forged = `203.0.113.${index}, ${claim}`;
      expect(seen(await server.view({ 'X-Forwarded-For': forged }))).toEqual(count(index + 1));
    }
    const forged = '198.51.100.99, 192.0.2.1';
    expect(seen(await server.view({ 'X-Forwarded-For': forged }))).toEqual(count(3));
  });

  test('and the host the proxy was asked for is the site’s own', async () => {
    await using server = await aServer({
      trustProxy: ['127.0.0.1'],
      origins: ['https://www.example.gov.cn'],
    });
    const headers = { 'X-Forwarded-For': '192.0.2.1', 'X-Forwarded-Host': 'www.example.gov.cn' };
    const reply = await server.view({ ...headers, Origin: 'https://www.example.gov.cn' });
    expect(seen(reply)).toEqual(count(1));
  });
});

describe('only the set host', () => {
  test('is believed, from a browser as from a proxy', async () => {
    await using server = await aServer({ trustProxy: ['loopback'], origins: [SITE] });
    const from = (host: string, origin: string, headers = {}) =>
      server.view({ ...reader(1), Host: host, Origin: origin, ...headers });
    const refused = [403, { code: 'forbidden_origin' }];
    expect(seen(await from('evil.example', 'http://evil.example'))).toEqual(refused);
    expect(seen(await from('evil.example', SITE))).toEqual(refused);
    const forged = { 'X-Forwarded-Host': 'evil.example', 'X-Forwarded-For': '192.0.2.1' };
    expect(seen(await from('127.0.0.1', 'https://evil.example', forged))).toEqual(refused);
    const crossSite = { 'Sec-Fetch-Site': 'cross-site' };
    expect(seen(await from('www.example.gov.cn', SITE, crossSite))).toEqual(refused);
    expect(seen(await from('www.example.gov.cn', SITE))).toEqual(count(1));
  });
});

describe('at the start', () => {
  test('a port that is in use is a failure, unless a person is there to be told of another', async () => {
    await using first = await aServer();
    const port = Number(new URL(first.url).port);
    await expect(aServer({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('the next free port is taken when the wanted one is in use', async () => {
    const other = createServer();
    const taken = await new Promise<number>((resolve, reject) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address();
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port'));
      });
    });
    await using server = await aServer({ port: taken, takesNextPort: true });
    const { port, hostname } = new URL(server.url);
    expect(hostname).toBe('localhost');
    expect(Number(port)).toBeGreaterThan(taken);
    expect((await server.get('/')).status).toBe(200);
    other.close();
  });

  test.each([
    [{ dist: '/nowhere' }, '网站的文件夹 /nowhere 不存在，请先运行 npm run build。'],
    [
      { basePath: 'jgsw' },
      'basePath 要以 / 开头、以 / 结尾，例如 / 或 /jgsw/，现在写的是「jgsw」。',
    ],
    [
      { origins: ['example.gov.cn'] },
      'origins 要写成 https://www.example.gov.cn 这样，结尾没有 /，现在写的是「example.gov.cn」。',
    ],
  ])('wrong set-up %j is refused', async (options, message) => {
    const folder = await aSite();
    const starting = startServer({
      dist: join(folder, 'dist'),
      database: join(folder, 'views.db'),
      port: 0,
      ...options,
    });
    await expect(starting).rejects.toThrow(message);
    await rm(folder, { recursive: true });
  });
});
