/** A static server on this machine that keeps account of what was asked for. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What went over the line, headers left out. */
export interface Traffic {
  bytes: number;
  requests: number;
}

export interface CountingServer {
  /** `http://127.0.0.1:1234/` */
  url: string;
  /** Since the last time; the first time since the start. */
  traffic(): Traffic;
  close(): Promise<void>;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** @param files paths below the root → files; `/` is an empty page in Chinese */
export async function countingServer(files: ReadonlyMap<string, string>): Promise<CountingServer> {
  let traffic: Traffic = { bytes: 0, requests: 0 };
  const server = createServer(({ url = '' }, response) => {
    const { pathname } = new URL(url, 'http://localhost');
    const file = files.get(decodeURI(pathname).slice(1));
    if (pathname !== '/' && !file) {
      response.writeHead(404).end();
      return;
    }
    const body = file ? readFileSync(file) : Buffer.from(EMPTY);
    const type = TYPES[file ? extname(file) : '.html'];
    // As every server does with text; the rest is compressed already or gains little.
    const sent = type ? gzipSync(body) : body;
    if (file) traffic = { bytes: traffic.bytes + sent.length, requests: traffic.requests + 1 };
    if (type) response.setHeader('content-encoding', 'gzip');
    response.setHeader('content-type', type ?? 'application/octet-stream').end(sent);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    traffic() {
      const until = traffic;
      traffic = { bytes: 0, requests: 0 };
      return until;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const EMPTY = '<!doctype html><html lang="zh-CN"><title>检索</title></html>';
