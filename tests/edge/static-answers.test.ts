/** The pages, over a real connection. */
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAGE, VIDEO, aServer } from './a-server.ts';

let server: Awaited<ReturnType<typeof aServer>>;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server[Symbol.asyncDispose]());

describe('compression', () => {
  test.each([
    ['br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['', undefined, (bytes: Buffer) => bytes],
  ])('Accept-Encoding %j', async (accepted, coding, unpack) => {
    const { headers, body } = await server.get('/', { 'Accept-Encoding': accepted });
    expect(headers['content-encoding']).toBe(coding);
    expect(headers['vary']).toBe('Accept-Encoding');
    expect(headers['content-length']).toBe(String(body.length));
    expect(unpack(body).toString()).toBe(PAGE);
  });

  test('is for what gets smaller', async () => {
    const { headers } = await server.get('/video.mp4', { 'Accept-Encoding': 'br' });
    expect([headers['content-encoding'], headers['vary']]).toEqual([undefined, undefined]);
    const small = await server.get('/.well-known/security.txt', { 'Accept-Encoding': 'br' });
    expect(small.headers['content-encoding']).toBeUndefined();
  });

  test('is on the 404 page too', async () => {
    const { status, headers, body } = await server.get('/none', { 'Accept-Encoding': 'br' });
    expect([status, headers['content-encoding'], headers['etag']]).toEqual([404, 'br', undefined]);
    expect(brotliDecompressSync(body).toString()).toContain('没有找到');
  });
});

describe('conditional requests', () => {
  test('by ETag, one for each coding', async () => {
    const tags = await Promise.all(
      ['', 'gzip', 'br'].map(
        async (coding) => (await server.get('/', { 'Accept-Encoding': coding })).headers['etag'],
      ),
    );
    expect(new Set(tags).size).toBe(3);
    for (const [index, coding] of ['', 'gzip', 'br'].entries()) {
      const tag = String(tags[index]);
      for (const condition of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const reply = await server.get('/', {
          'If-None-Match': condition,
          'Accept-Encoding': coding,
        });
        expect([reply.status, reply.body.length, reply.headers['etag']]).toEqual([304, 0, tag]);
        expect(reply.headers['content-security-policy']).toBe("default-src 'self'");
      }
    }
    expect((await server.get('/', { 'If-None-Match': '"other"' })).status).toBe(200);
    expect((await server.get('/none', { 'If-None-Match': '*' })).status).toBe(404);
  });

  test('by date, unless there is an ETag', async () => {
    const { headers } = await server.get('/');
    const date = String(headers['last-modified']);
    expect((await server.get('/', { 'If-Modified-Since': date })).status).toBe(304);
    const past = new Date(Date.parse(date) - 1000).toUTCString();
    expect((await server.get('/', { 'If-Modified-Since': past })).status).toBe(200);
    expect((await server.get('/', { 'If-Modified-Since': 'nonsense' })).status).toBe(200);
    const both = { 'If-Modified-Since': date, 'If-None-Match': '"other"' };
    expect((await server.get('/', both)).status).toBe(200);
  });
});

describe('ranges', () => {
  test.each([
    ['bytes=0-99', 0, 99],
    ['bytes=1000-300000', 1000, 300_000],
    ['bytes=399990-', 399_990, 399_999],
    ['bytes=-10', 399_990, 399_999],
  ])('%s', async (range, start, end) => {
    const { status, headers, body } = await server.get('/video.mp4', { Range: range });
    expect(status).toBe(206);
    expect(headers['content-range']).toBe(`bytes ${start}-${end}/400000`);
    expect(headers['content-length']).toBe(String(end - start + 1));
    expect(body.equals(VIDEO.subarray(start, end + 1))).toBe(true);
  });

  test('beyond the end are refused with the size', async () => {
    const { status, headers } = await server.get('/video.mp4', { Range: 'bytes=400000-' });
    expect([status, headers['content-range']]).toEqual([416, 'bytes */400000']);
  });

  test('several at once, none, or of another state: the whole file', async () => {
    for (const headers of [
      {},
      { Range: 'bytes=0-1,5-6' },
      { Range: 'bytes=0-1', 'If-Range': '"other"' },
    ]) {
      const reply = await server.get('/video.mp4', headers);
      expect([reply.status, reply.headers['accept-ranges']]).toEqual([200, 'bytes']);
      expect(reply.body.equals(VIDEO)).toBe(true);
    }
  });

  test('of the state that If-Range names', async () => {
    const { headers } = await server.get('/video.mp4');
    for (const state of [headers['etag'], headers['last-modified']]) {
      const reply = await server.get('/video.mp4', {
        Range: 'bytes=0-1',
        'If-Range': String(state),
      });
      expect([reply.status, reply.body.length]).toEqual([206, 2]);
    }
  });

  test('of a page are plain bytes', async () => {
    const reply = await server.get('/', { Range: 'bytes=0-14', 'Accept-Encoding': 'br' });
    expect([reply.status, reply.body.toString()]).toEqual([206, '<!doctype html>']);
  });
});
