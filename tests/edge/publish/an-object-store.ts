/** A real object storage (s3rver, a program of its own) and a line to it that can be broken. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { headersOf } from '../../../src/publish/headers-of.ts';
import { s3Settings } from '../../../src/publish/targets/s3-settings.ts';
import { s3Target } from '../../../src/publish/targets/s3-target.ts';
import type { Target } from '../../../src/publish/targets/target.ts';
import { aFolder } from '../../support/a-folder.ts';

const PROGRAM = join(
  dirname(createRequire(import.meta.url).resolve('s3rver/package.json')),
  'bin/s3rver.js',
);
export const BUCKET = 'site';

export interface ObjectStore {
  /** Address that speaks S3. */
  endpoint: string;
  /** An object as any reader gets it. @param key below the bucket */
  get(key: string): Promise<Response>;
  /** A publisher's way to it. */
  target(change?: Readonly<Record<string, string>>): Target;
}

export async function anObjectStore(): Promise<ObjectStore> {
  const folder = await aFolder();
  const port = await freePort();
  const words = [
    '--directory',
    folder,
    '--port',
    String(port),
    '--configure-bucket',
    BUCKET,
    '--silent',
  ];
  const child = spawn(process.execPath, [PROGRAM, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint);
  return storeAt(endpoint);
}

/** The same store behind another address. */
export function storeAt(endpoint: string): ObjectStore {
  return {
    endpoint,
    // Without a signature: s3rver lets everybody read.
    get: (key) =>
      fetch(`${endpoint}/${BUCKET}/${key.split('/').map(encodeURIComponent).join('/')}`),
    target(change = {}) {
      const env = {
        S3_ENDPOINT: endpoint,
        S3_ACCESS_KEY_ID: 'S3RVER',
        S3_SECRET_ACCESS_KEY: 'S3RVER',
        ...change,
      };
      const to = `s3://${BUCKET}/www`;
      const settings = s3Settings(to, env);
      if ('problem' in settings) throw new Error(settings.problem);
      return s3Target(settings, { headersOf, shown: to });
    },
  };
}

/** A refusal as S3 documents it: s3rver does not look at signatures. */
export interface Refusal {
  status: number;
  code: string;
}

/** What becomes of a request on its way; undefined lets it pass. */
export type Fault = 'cut before' | 'cut within' | 'cut after' | Refusal | undefined;

/** A line to the store on which requests have accidents. */
export async function brokenLine(
  store: ObjectStore,
  faultOf: (request: number, method: string) => Fault,
): Promise<ObjectStore> {
  let count = 0;
  const { port: behind } = new URL(store.endpoint);
  const server = createServer((incoming, outgoing) => {
    const fault = faultOf(count, incoming.method ?? '');
    count += 1;
    if (fault === 'cut before') return void incoming.socket.destroy();
    if (typeof fault === 'object') {
      incoming.resume();
      const said = `<Error><Code>${fault.code}</Code><Message>S3RVER</Message></Error>`;
      return void outgoing.writeHead(fault.status).end(said);
    }
    forward(incoming, outgoing, Number(behind), fault);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return storeAt(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  fault: Fault,
): void {
  const { method, url, headers } = incoming;
  // The signature is of the host that was asked.
  const onward = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
    if (fault === 'cut after') {
      answer.resume();
      answer.on('end', () => incoming.socket.destroy());
      return;
    }
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    if (fault === 'cut within') {
      answer.resume();
      outgoing.flushHeaders();
      setTimeout(() => incoming.socket.destroy(), 5);
      return;
    }
    answer.pipe(outgoing);
  });
  onward.on('error', () => incoming.socket.destroy());
  incoming.pipe(onward);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function answers(address: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The object storage did not start');
}
