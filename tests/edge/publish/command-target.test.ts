/** What the site itself says of a publication by a command, over hosts and CDNs of their own ways. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { commandTarget } from '../../../src/publish/targets/command-target.ts';
import { TargetError } from '../../../src/publish/targets/target.ts';

async function aSite(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return commandTarget('upload --key SECRET', `http://127.0.0.1:${port}/`);
}

const HTML = { 'content-type': 'text/html; charset=utf-8' };

test('a host that sends its page for what is missing has nothing there', async () => {
  const target = await aSite((_, response) => response.writeHead(200, HTML).end('<!DOCTYPE html>'));
  expect(await target.read('_release/root.json')).toBeUndefined();
  // But somebody's site is there.
  expect(await target.isTaken()).toBe(true);
});

test('a CDN that keeps copies by their address never answers with an old one', async () => {
  const copies = new Map<string, string>();
  let now = 'old';
  const target = await aSite(({ url = '' }, response) => {
    const copy = copies.get(url) ?? now;
    copies.set(url, copy);
    response.end(copy);
  });
  await target.read('_release/root.json');
  now = 'new';
  const found = await target.read('_release/root.json');
  expect(Buffer.from(found?.bytes ?? []).toString()).toBe('new');
});

test('an error, a redirect and a line that breaks are said, and the command is not repeated', async () => {
  const answers: ((response: ServerResponse) => unknown)[] = [
    (response) => response.writeHead(500).end(),
    (response) => response.writeHead(302, { location: '/login' }).end(),
    (response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{');
      setTimeout(() => response.destroy(), 20);
    },
  ];
  for (const answer of answers) {
    const target = await aSite((_, response) => answer(response));
    const error: unknown = await target.read('a').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TargetError);
    expect(target.name + (error as Error).message).not.toContain('SECRET');
  }
});
