/** Thousands of requests that no browser sends: the server answers or cuts off, and is well afterwards. */
import { readdir, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSite, PAGE, send } from './a-server.ts';
import { startNode, type RunningEntry } from './runtimes.ts';

const METHODS = 'GET GET GET GET HEAD POST PUT OPTIONS TRACE PROPFIND EVIL'.split(' ');
const PATHS =
  String.raw`/ // \ .. . %2e%2e %2f %5c %00 % %zz %ff%fe %0d%0a ? # ; : @ * $ http://evil.example
  api/views/ api/views?ids= health index.html video.mp4 xwzx xwzx/ _headers old.shtml %E6%97%A7 away`.split(
    /\s+/,
  );
const HEADERS =
  `Range: bytes=0-|Range: bytes=-1|Range: bytes=9-1|Range: x|If-Range: "a"|If-None-Match: *
If-None-Match: ,"|If-Modified-Since: 1|Accept-Encoding: br;q=x, gzip|Content-Length: 5|Content-Length: x
Transfer-Encoding: chunked|Expect: 100-continue|Upgrade: h2c|Connection: upgrade|X-Forwarded-For: ::::
X-Forwarded-Host: a b|Origin: null|Origin: http://a|Host: b|Host: 1.2.3.4.5|__proto__: a|A\t: b|: a`.split(
    /[|\n]/,
  );
const BYTES = [
  '\0',
  '\x7f',
  '\r\n',
  '\n',
  '\r',
  '\t',
  ' ',
  '旧',
  'HTTP/1.1',
  'HTTP/2.0',
  'GET',
  '/',
];

let folder: string;
let server: RunningEntry;
beforeAll(async () => {
  folder = await aSite();
  server = await startNode(folder, { VIEWS_TRUST_PROXY: 'loopback' });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** The same numbers in every run. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => (state = (state * 48_271) % 2_147_483_647) % limit;
}

/** Sends the text, reads what comes for a moment, and goes away without a word, as often in the middle. */
function throwAt(text: string, isHasty: boolean): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    let said = '';
    socket.on('data', (chunk) => {
      if (said.length < 10_000) said += chunk.toString('latin1');
      if (isHasty) socket.destroy();
      // What more there is comes soon.
      else socket.setTimeout(30);
    });
    socket.on('error', () => {});
    socket.on('close', () => resolve(said));
    socket.setTimeout(1000, () => socket.destroy());
    // Without an end: Node answers nobody who has said that he is done.
    socket.write(text);
  });
}

const ROUNDS = 40;
const AT_ONCE = 50;

test('no answer is a failure of the server', { timeout: 60_000 }, async () => {
  const next = numbers(20_260_305);
  const some = (parts: readonly string[], most: number, between = '') =>
    Array.from({ length: next(most) + 1 }, () => parts[next(parts.length)]).join(between);
  const request = () =>
    next(4) === 0
      ? `${some([...BYTES, ...PATHS, ...HEADERS], 20)}\r\n\r\n`
      : `${some(METHODS, 1)} /${next(4) ? some(PATHS, 3) : ''} HTTP/1.1\r\nHost: a\r\n${next(3) ? some(HEADERS, 2, '\r\n') : 'A: b'}\r\n\r\n`;
  const statuses = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const texts = Array.from({ length: AT_ONCE }, request);
    const said = await Promise.all(texts.map((text) => throwAt(text, next(4) === 0)));
    for (const [index, answer] of said.entries()) {
      const status = /^HTTP\/1\.1 (\d+)/.exec(answer)?.[1];
      if (status) statuses.add(status);
      expect([status?.startsWith('5') ?? false, texts[index]]).toEqual([false, texts[index]]);
      expect(answer).not.toMatch(/root:|^location: *(https?:)?\/\/evil/im);
    }
  }
  expect([...statuses]).toEqual(expect.arrayContaining(['200', '301', '400', '404', '405']));
  const page = await send(server.url, '/', {});
  expect([page.status, page.body.toString()]).toEqual([200, PAGE]);
  if (process.platform === 'linux') {
    const files = async () => (await readdir(`/proc/${server.pid}/fd`)).length;
    await expect.poll(files).toBeLessThan(60);
  }
});
