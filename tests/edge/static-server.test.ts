/** The pages, over a real connection. */
import { symlink, writeFile, utimes, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGE, VIDEO, aServer } from './a-server.ts';

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('a path', () => {
  test.each([
    ['/', 200, 'text/html; charset=utf-8'],
    ['/index.html', 200, 'text/html; charset=utf-8'],
    ['/xwzx/', 200, 'text/html; charset=utf-8'],
    ['/xwzx/?page=2', 200, 'text/html; charset=utf-8'],
    [
      `/xwzx/${encodeURIComponent('附件 1&2#.docx')}`,
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['/empty/note.txt', 200, 'text/plain; charset=utf-8'],
    ['/.well-known/security.txt', 200, 'text/plain; charset=utf-8'],
    ['/none', 404, 'text/html; charset=utf-8'],
    ['/empty/', 404, 'text/html; charset=utf-8'],
    ['/empty', 404, 'text/html; charset=utf-8'],
    ['/index.html/', 404, 'text/html; charset=utf-8'],
    [`/${'a'.repeat(5000)}`, 404, 'text/html; charset=utf-8'],
  ])('%s → %i', async (path, status, type) => {
    const reply = await server.get(path);
    expect([reply.status, reply.headers['content-type']]).toEqual([status, type]);
  });

  test.each([
    ['/../outside.txt'],
    ['/..%2foutside.txt'],
    ['/..%2f..%2fetc/passwd'],
    ['/xwzx/..%2f..%2foutside.txt'],
    ['/%2e%2e/outside.txt'],
    ['/%2e%2e%2foutside.txt'],
    ['/..%5coutside.txt'],
    ['/..\\outside.txt'],
    ['/xwzx/%00/index.html'],
    ['/%'],
    ['/%ff'],
    ['//xwzx'],
    ['//xwzx/'],
    ['/\\xwzx'],
    ['/.secret'],
    ['/_headers'],
    ['/_HEADERS'],
    ['/_redirects'],
    ['/redirects.nginx'],
  ])('%s is not found', async (path) => {
    const reply = await server.get(path);
    expect(reply.status).toBe(404);
    expect(reply.body.toString()).toContain('没有找到');
  });

  test('through a symbolic link out of the site is not found', async () => {
    await symlink(join(server.folder, 'outside.txt'), join(server.folder, 'dist', 'link.txt'));
    expect((await server.get('/link.txt')).status).toBe(404);
  });

  test('with another method than GET or HEAD is refused', async () => {
    const reply = await server.send('/', { method: 'POST' });
    expect([reply.status, reply.headers['allow']]).toEqual([405, 'GET, HEAD']);
  });
});

describe('redirects', () => {
  test.each([
    ['/xwzx', 301, '/xwzx/'],
    ['/xwzx?a=1&b=%E6%96%87', 301, '/xwzx/?a=1&b=%E6%96%87'],
    ['/old.shtml', 301, '/xwzx/'],
    ['/old.shtml?from=wechat', 301, '/xwzx/?from=wechat'],
    ['/%E6%97%A7', 301, '/xwzx/'],
    ['/away', 302, 'https://www.gov.cn/'],
  ])('%s → %i %s', async (path, status, location) => {
    const reply = await server.get(path);
    expect([reply.status, reply.headers['location']]).toEqual([status, location]);
  });
});

const cacheControl = async (path: string) => (await server.get(path)).headers['cache-control'];

describe('headers', () => {
  test('come from _headers, on every page and also on 404', async () => {
    for (const path of ['/', '/none', '/_astro/style.abc.css']) {
      const { headers } = await server.get(path);
      expect(headers['content-security-policy']).toBe("default-src 'self'");
    }
  });

  test('let caches keep what is hashed, and ask again for the rest', async () => {
    expect(await cacheControl('/')).toBe('public, max-age=0, s-maxage=60, must-revalidate');
    expect(await cacheControl('/_astro/style.abc.css')).toBe('public, max-age=31536000, immutable');
    expect(await cacheControl('/_astro/style.gone.css')).toBe('no-cache');
  });
});

test('HEAD answers what GET would, without the body', async () => {
  for (const [path, coding] of [
    ['/', 'br'],
    ['/', ''],
    ['/video.mp4', ''],
    ['/none', 'br'],
    ['/empty/note.txt', ''],
  ] as const) {
    const headers = { 'Accept-Encoding': coding };
    const get = await server.get(path, headers);
    const head = await server.send(path, { method: 'HEAD', headers });
    delete get.headers['date'];
    delete head.headers['date'];
    expect([head.status, head.headers]).toEqual([get.status, get.headers]);
    expect(head.body.length).toBe(0);
  }
});

test('a new build is served without a restart', async () => {
  await using other = await aServer();
  const inDist = (name: string) => join(other.folder, 'dist', name);
  const first = await other.get('/', { 'Accept-Encoding': 'br' });
  await writeFile(inDist('new.html'), PAGE.replace('首页', '新页'));
  await rename(inDist('new.html'), inDist('index.html'));
  await writeFile(inDist('_headers'), '/*\n  X-Build: second\n');
  await writeFile(inDist('_redirects'), '/fresh /xwzx/ 301\n');
  const later = new Date(Date.now() + 2000);
  for (const name of ['index.html', '_headers', '_redirects']) {
    await utimes(inDist(name), later, later);
  }

  const second = await other.get('/', { 'Accept-Encoding': 'br' });
  expect(brotliDecompressSync(second.body).toString()).toContain('新页');
  expect(second.headers['etag']).not.toBe(first.headers['etag']);
  expect(second.headers['x-build']).toBe('second');
  expect((await other.get('/fresh')).status).toBe(301);
  expect((await other.get('/old.shtml')).status).toBe(404);
});

test('a reader who goes away in the middle of a file leaves the server well', async () => {
  await using other = await aServer();
  for (let times = 0; times < 20; times++) {
    const reader = new AbortController();
    const response = await fetch(`${other.url}video.mp4`, { signal: reader.signal });
    reader.abort();
    await response.arrayBuffer().catch(() => {});
  }
  expect((await other.get('/video.mp4')).body.equals(VIDEO)).toBe(true);
});

describe('in a sub-path', () => {
  test.each([
    ['/', 302, '/jgsw/'],
    ['/jgsw', 301, '/jgsw/'],
    ['/jgsw/', 200, undefined],
    ['/jgsw/xwzx', 301, '/jgsw/xwzx/'],
    ['/jgsw/xwzx/', 200, undefined],
    ['/xwzx/', 404, undefined],
    ['/jgswx/', 404, undefined],
    ['/old.shtml', 301, '/xwzx/'],
    ['/jgsw/_headers', 404, undefined],
    ['/jgsw/..%2foutside.txt', 404, undefined],
  ])('%s → %i', async (path, status, location) => {
    await using site = await aServer({ basePath: '/jgsw/' });
    const reply = await site.get(path);
    expect([reply.status, reply.headers['location']]).toEqual([status, location]);
  });
});
