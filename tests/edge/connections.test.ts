/** Readers who are many, slow or silent keep nobody else out. Real sockets, with short limits. */
import { readdirSync, readlinkSync } from 'node:fs';
import { truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { CONNECTION_LIMITS } from '../../src/server/connections.ts';
import { aServer } from './a-server.ts';

function open(url: string): Socket {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.on('error', () => {});
  return socket;
}

/** What a socket says until it is closed, and after how long. */
async function untilClosed(socket: Socket): Promise<{ said: string; after: number }> {
  const begun = performance.now();
  let said = '';
  socket.on('data', (chunk) => (said += String(chunk)));
  // Not `once`: it would fail for the reset that a closed connection ends with.
  await new Promise((closed) => socket.on('close', closed));
  return { said, after: performance.now() - begun };
}

const canCount = process.platform === 'linux';

const MB = 1024 ** 2;
const SLOW = { headMs: 300, requestMs: 400, idleMs: 300, stallMs: 500 };
/** Less than any limit that is not the test's own, and more than a busy machine takes. */
const SOON = 12_000;

/**
 * A request that is sent letter by letter until it is cut off. A letter that met the closed connection would take the
 * answer with it, so each is sent just after what has come was read: the server, in this process, closes by a timer.
 */
function dripped(url: string, begun: string): Promise<{ said: string; after: number }> {
  const socket = open(url);
  socket.write(begun);
  const drip = setInterval(() => setImmediate(() => socket.writable && socket.write('a')), 50);
  socket.once('close', () => clearInterval(drip));
  return untilClosed(socket);
}

test('who sends nothing is cut off', async () => {
  await using server = await aServer({ limits: SLOW });
  const { after } = await untilClosed(open(server.url));
  expect(after).toBeLessThan(SOON);
});

test('who sends a head letter by letter is cut off in the middle', async () => {
  await using server = await aServer({ limits: { ...SLOW, stallMs: 60_000 } });
  const { said, after } = await dripped(server.url, 'GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ');
  expect(said).toMatch(/^HTTP\/1.1 408 /);
  expect(after).toBeLessThan(SOON);
});

test('who sends a body letter by letter is answered, and cut off', async () => {
  await using server = await aServer({ limits: { ...SLOW, stallMs: 60_000 } });
  const { said, after } = await dripped(
    server.url,
    'POST /api/views/20260305-a HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n',
  );
  expect(said).toMatch(/^HTTP\/1.1 403 /);
  expect(after).toBeLessThan(SOON);
});

test('who was answered and asks for nothing more is cut off', async () => {
  await using server = await aServer({ limits: { ...SLOW, headMs: 60_000, requestMs: 60_000 } });
  const socket = open(server.url);
  socket.write('GET /xwzx HTTP/1.1\r\nHost: a\r\n\r\n');
  const { said, after } = await untilClosed(socket);
  expect(said).toMatch(/^HTTP\/1.1 301 /);
  expect(after).toBeLessThan(SOON);
});

const ASK = 'GET /large.mp4 HTTP/1.1\r\nHost: a\r\n\r\n';

/** Whether this process has a file of this name open. */
function isOpen(name: string): boolean {
  return readdirSync('/proc/self/fd').some((fd) => linkOf(`/proc/self/fd/${fd}`).endsWith(name));
}

function linkOf(fd: string): string {
  try {
    return readlinkSync(fd);
  } catch {
    return '';
  }
}

/** A server with a file that no system takes off its hands at once. */
async function withLargeFile(bytes: number, stallMs: number) {
  const server = await aServer({ limits: { ...SLOW, stallMs } });
  const large = join(server.folder, 'dist', 'large.mp4');
  await writeFile(large, '');
  await truncate(large, bytes);
  return server;
}

test.runIf(canCount)('who takes nothing of an answer is cut off', async () => {
  await using server = await withLargeFile(64 * MB, 500);
  const lazy = open(server.url);
  lazy.pause();
  lazy.write(ASK);
  await expect.poll(() => isOpen('large.mp4')).toBe(true);
  await expect.poll(() => isOpen('large.mp4')).toBe(false);
  lazy.resume();
  const { said } = await untilClosed(lazy);
  expect(said.length).toBeLessThan(64 * MB);
});

test.runIf(canCount)(
  'who takes an answer slowly has all of it, however long it lasts',
  async () => {
    const bytes = 24 * MB;
    await using server = await withLargeFile(bytes, 1_000);
    const slow = open(server.url);
    let received = 0;
    let isSlow = true;
    slow.on('data', (chunk) => {
      received += chunk.length;
      if (!isSlow) return;
      slow.pause();
      void setTimeout(150).then(() => slow.resume());
    });
    slow.write(ASK);
    // So slow that the system asks the server for more only every few seconds: longer than nothing may move.
    await setTimeout(5_000);
    expect(slow.destroyed).toBe(false);
    expect(received).toBeLessThan(bytes / 2);
    isSlow = false;
    await expect.poll(() => received).toBeGreaterThan(bytes);
    slow.destroy();
  },
);

test('one network cannot take all connections; a trusted proxy may', async () => {
  const causes: unknown[] = [];
  const limits = { ofOneNetwork: 20, all: 100 };
  const onError = (cause: unknown) => causes.push(cause);
  await using server = await aServer({ limits, onError });
  const sockets = Array.from({ length: 60 }, () => open(server.url));
  await expect
    .poll(() => sockets.filter((socket) => socket.destroyed || socket.readableEnded).length)
    .toBe(40);
  expect(causes[0]).toEqual(new Error('More than 20 connections of one network at a time'));
  // What is closed makes room.
  for (const socket of sockets) socket.destroy();
  await expect.poll(async () => (await server.get('/')).status).toBe(200);

  await using behind = await aServer({ limits, trustProxy: ['loopback'] });
  const proxied = Array.from({ length: 60 }, () => open(behind.url));
  expect((await behind.get('/')).status).toBe(200);
  expect(proxied.filter((socket) => socket.destroyed)).toEqual([]);
  for (const socket of proxied) socket.destroy();
});

test('there is an end to all connections together', async () => {
  const causes: unknown[] = [];
  const limits = { ofOneNetwork: 1_000, all: 30 };
  await using server = await aServer({ limits, onError: (cause) => causes.push(cause) });
  const sockets = Array.from({ length: 50 }, () => open(server.url));
  await expect
    .poll(() => sockets.filter((socket) => socket.destroyed || socket.readableEnded).length)
    .toBe(20);
  expect(causes[0]).toEqual(new Error('More than 30 connections at a time'));
  for (const socket of sockets) socket.destroy();
});

test.runIf(canCount)(
  'a thousand requests in one packet neither open a thousand files nor are answered',
  async () => {
    await using server = await aServer({ limits: { unanswered: 4 } });
    const files = () => readdirSync('/proc/self/fd').length;
    const before = files();
    const ask = 'GET /video.mp4 HTTP/1.1\r\nHost: a\r\n\r\n';
    const sockets = Array.from({ length: 20 }, () => open(server.url));
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, files())), 5);
    for (const socket of sockets) socket.write(ask.repeat(1_000));
    await Promise.all(sockets.map(untilClosed));
    clearInterval(watch);
    expect(most - before).toBeLessThan(300);
    expect((await server.get('/')).status).toBe(200);
    // A few at a time are answered in their order.
    const patient = open(server.url);
    patient.write('GET /xwzx HTTP/1.1\r\nHost: a\r\n\r\n'.repeat(3));
    patient.write('GET /none HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
    const { said } = await untilClosed(patient);
    expect(said.match(/HTTP\/1.1 \d+/g)).toEqual([
      ...Array.from({ length: 3 }, () => 'HTTP/1.1 301'),
      'HTTP/1.1 404',
    ]);
  },
);

test('a thousand half-open connections leave the pages as fast as they were', async () => {
  await using server = await aServer();
  const twentyPages = async (): Promise<number> => {
    const begun = performance.now();
    for (let times = 0; times < 20; times++) expect((await server.get('/')).status).toBe(200);
    return performance.now() - begun;
  };
  const before = await twentyPages();
  const { ofOneNetwork } = CONNECTION_LIMITS;
  const sockets = Array.from({ length: ofOneNetwork - 10 }, () => open(server.url));
  for (const socket of sockets) socket.write('GET / HTTP/1.1\r\nHost: ');
  // The first page waits until all of them are taken; how long that takes is the machine's.
  expect((await server.get('/')).status).toBe(200);
  expect(await twentyPages()).toBeLessThan(10 * before + 3_000);
  for (const socket of sockets) socket.destroy();
});
