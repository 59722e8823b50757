/** Servers that mean harm, or are broken: real ones on this machine. Whatever they do, the inspection ends and tells it. */
import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import { createServer as createRawServer } from 'node:net';
import type { AddressInfo, Server as RawServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ask, MOST_BYTES } from '../../../src/inspection/live/ask.ts';
import { inspectLive } from '../../../src/inspection/live/live-site.ts';
import type { LiveOptions } from '../../../src/inspection/live/live-site.ts';

const servers: (Server | RawServer)[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  }
});

async function listen(server: Server | RawServer): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const serve = (answer: RequestListener): Promise<string> => listen(createServer(answer));

/** Writes the same piece for as long as somebody reads. */
function endlessly(response: ServerResponse, piece: Buffer): void {
  const more = (): void => {
    while (!response.destroyed && response.write(piece));
    response.once('drain', more);
  };
  more();
}

/** What a server sends that knows no HTTP. */
const raw = (text: string): Promise<string> =>
  listen(
    createRawServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(text));
    }),
  );

describe('an answer', () => {
  it('without an end is read to its bound', async () => {
    const home = await serve((_, response) => {
      response.writeHead(200);
      endlessly(response, Buffer.alloc(65_536, '甲'));
    });
    const { status, bytes, isCut } = await ask(home);
    expect([status, bytes.length, isCut]).toEqual([200, MOST_BYTES, true]);
  });

  it('that is large when it is unpacked is read to the same bound', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    const home = await serve((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb);
    });
    const { bytes, isCut } = await ask(home);
    expect([bytes.length, isCut]).toEqual([MOST_BYTES, true]);
  });

  it('that drips is waited for no longer than any other', async () => {
    const home = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('甲'), 20);
      response.on('close', () => clearInterval(timer));
    });
    expect(await ask(home, { timeout: 300 })).toMatchObject({ status: 0, failure: 'timeout' });
  });

  it.each([
    ['a million headers', `HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(1_000_000)}\r\n`],
    ['a header without an end', `HTTP/1.1 200 OK\r\na: ${'b'.repeat(1_000_000)}`],
    ['less than it promises', 'HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc'],
    ['a length that is none', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nabc'],
    ['no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['nothing', ''],
  ])('of %s is none', async (_, text) => {
    const { status, failure } = await ask(await raw(text), { timeout: 5000 });
    expect([status, failure === undefined]).toEqual([0, false]);
  });

  it('that leads on and on is left after a few steps', async () => {
    let asked = 0;
    const home = await serve((_, response) => {
      asked += 1;
      response.writeHead(302, { location: `/${asked}` }).end();
    });
    expect(await ask(home)).toMatchObject({ status: 0, failure: 'loop' });
    expect(asked).toBe(6);
  });

  it('that leads to another host is not followed', async () => {
    let asked = 0;
    const inside = await serve((_, response) => {
      asked += 1;
      response.end();
    });
    const location = inside.replace('127.0.0.1', 'localhost');
    const home = await serve((_, response) => {
      response.writeHead(301, { location }).end();
    });
    expect(await ask(home)).toMatchObject({ status: 301, elsewhere: location });
    for (const target of ['file:///etc/passwd', 'http://', '//169.254.169.254/'])
      expect(
        (await ask(await serve((_, r) => void r.writeHead(302, { location: target }).end())))
          .status,
      ).toBe(302);
    expect(asked).toBe(0);
  });

  it('is followed to the same host', async () => {
    const home = await serve(({ url }, response) => {
      if (url === '/') response.writeHead(301, { location: '/tz/' }).end();
      else response.end('甲');
    });
    expect(await ask(home)).toMatchObject({ status: 200, url: `${home}tz/` });
  });
});

const OPTIONS: LiveOptions = {
  visits: 2,
  between: 0,
  patience: 2000,
  pages: 3,
  now: new Date('2026-11-26T01:00:00Z'),
  resolve6: async () => ['::1'],
};

describe('a site', () => {
  it('of megabytes of open tags and links is looked at', async () => {
    const page = `<html><body>${'<div><a href="/'.repeat(100_000)}${'<b><i>'.repeat(300_000)}${Array.from({ length: 20_000 }, (_, at) => `<a href="/${at}/">`).join('')}`;
    const home = await serve(({ url }, response) => {
      response.writeHead(url === '/' ? 200 : 404).end(url === '/' ? page : '');
    });
    const { seen } = await inspectLive(new URL(home), OPTIONS);
    expect(seen.join('\n')).toContain('站内地址 15 个');
  });

  it('that takes too long is left, and what was not asked is told', async () => {
    const links = Array.from({ length: 12 }, (_, at) => `<a href="/${at}/">甲</a>`).join('');
    const home = await serve(({ url }, response) => {
      // The first answers come at once; on the others one waits for ever.
      if (url === '/') response.end(`<html>${links}</html>`);
    });
    const { findings, seen, unchecked } = await inspectLive(new URL(home), {
      ...OPTIONS,
      patience: 60_000,
      atMost: 4000,
    });
    expect(seen).toContain('打开网页 1 个，站内地址 1 个。');
    expect(unchecked.join('\n')).toContain(`站内地址有 12 个没有问：${home}0/、`);
    expect(unchecked.join('\n')).toContain('时间到了');
    expect(findings.map(({ message }) => message).join('\n')).not.toContain('打不开');
  });

  it('that sends its readers to another host is told', async () => {
    const home = await serve((_, response) => {
      response.writeHead(302, { location: 'https://casino.example/' }).end();
    });
    const { findings } = await inspectLive(new URL(home), OPTIONS);
    expect(findings.map(({ message }) => message)).toContain(
      '首页转到了别的域名（casino.example），没有跟着去看。',
    );
  });
});
