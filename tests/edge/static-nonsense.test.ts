/** Requests that no browser sends are refused with the status that says why, and leave the server well. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aServer } from './a-server.ts';
import { askRaw } from './raw-request.ts';

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('nonsense over a socket', () => {
  test.each([
    ['a host that is no name', 'GET / HTTP/1.1', 'Host: 999.999.999.999', 400],
    ['a host with a port that is none', 'GET / HTTP/1.1', 'Host: a:99999', 400],
    ['a host with a path', 'GET / HTTP/1.1', 'Host: a/b?c', 200],
    ['an empty host', 'GET / HTTP/1.1', 'Host:', 200],
    ['a counter’s host that is no name', 'GET /api/views/health HTTP/1.1', 'Host: 1.2.3.4.5', 400],
    ['a whole address', 'GET http://evil.example/xwzx HTTP/1.1', 'Host: a', 301],
    ['an address of another scheme', 'GET ftp://evil.example/ HTTP/1.1', 'Host: a', 400],
    ['no path', 'GET xwzx HTTP/1.1', 'Host: a', 400],
    ['a star', 'OPTIONS * HTTP/1.1', 'Host: a', 405],
    ['a tunnel', 'TRACE / HTTP/1.1', 'Host: a', 405],
    ['a method that is none', 'EVIL / HTTP/1.1', 'Host: a', 400],
    ['bytes that are no UTF-8', 'GET /\xff\xfe HTTP/1.1', 'Host: a', 400],
    ['a path of 15,000 letters', `GET /${'a'.repeat(15_000)} HTTP/1.1`, 'Host: a', 404],
    ['a head of 20,000 letters', 'GET / HTTP/1.1', `Host: a\r\nX: ${'a'.repeat(20_000)}`, 431],
    ['a version that is none', 'GET / HTTP/9.9', 'Host: a', 400],
    ['a length that is none', 'POST / HTTP/1.1', 'Host: a\r\nContent-Length: -1', 400],
    [
      'two lengths',
      'POST / HTTP/1.1',
      'Host: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked',
      400,
    ],
    ['a folded header', 'GET / HTTP/1.1', 'Host: a\r\n b', 400],
  ])('%s', async (_, line, headers, status) => {
    const { head } = await askRaw(server.url, line, headers);
    expect(head.split(' ')[1]).toBe(String(status));
    expect(head).not.toMatch(/^Location: (http|\/\/)/im);
    expect((await server.get('/')).status).toBe(200);
  });

  test.each([
    ['bytes=0-0', 206],
    ['bytes=-0', 416],
    ['bytes=400000-400001', 416],
    [`bytes=${'9'.repeat(400)}-`, 416],
    [`bytes=-${'9'.repeat(400)}`, 206],
    [`bytes=0-${'9'.repeat(400)}`, 206],
    ['bytes=5-2', 200],
    ['bytes=-', 200],
    ['bytes=a-b', 200],
    ['bytes=0-1, 3-4', 200],
    ['bytes=1.5-2', 200],
    ['bytes= 0-1', 200],
    ['bytes=0x0-0x1', 200],
    ['bytes=-1-2', 200],
    ['lines=0-1', 200],
    ['', 200],
    [`bytes=${'0-0,'.repeat(2000)}0-0`, 200],
  ])('a range "%.20s" → %i', async (range, status) => {
    const { status: got, headers, body } = await server.get('/video.mp4', { Range: range });
    expect(got).toBe(status);
    expect(body.length).toBe(Number(headers['content-length'] ?? 0));
  });
});
