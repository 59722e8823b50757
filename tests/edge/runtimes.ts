/** Every entry on its real runtime: a program of its own for Node, workerd for Workers. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { Miniflare, type MiniflareOptions } from 'miniflare';
import { aRedis, freePort } from './a-redis.ts';
import { workerdOptions } from './wrangler-config.ts';

const PROJECT = join(import.meta.dirname, '../..');
const NODE_ENTRY = join(PROJECT, 'src/server/node-entry.ts');

export interface RunningEntry {
  url: string;
  /** The number of its process, where it has one of its own. */
  pid?: number | undefined;
  /** Ends it at once, as a crash would, where the runtime can be killed. */
  stop(): Promise<void>;
}

export type Variables = Record<string, string>;

/** Starts an entry over a folder as `aSite` makes it, with variables beside those that name the folder. */
export type StartEntry = (folder: string, variables?: Variables) => Promise<RunningEntry>;

export const startNode: StartEntry = program([process.execPath, NODE_ENTRY]);

/** What it is called, the store it is to tell of, and how it starts. */
export const RUNTIMES: [name: string, store: string, start: StartEntry][] = [
  ['Node', 'sqlite', startNode],
  ['Node, Redis', 'redis', onRedis(startNode)],
  ['Workers, one object', 'durable-object', workers('objects')],
  ['Workers, four objects', 'durable-object', workers('objects', { VIEWS_SHARDS: '4' })],
  ['Workers, D1', 'd1', workers('d1')],
];

/** With a Redis of its own, which ends and comes back with the entry. */
function onRedis(start: StartEntry): StartEntry {
  return async (folder, variables) => {
    const data = join(folder, 'redis');
    await mkdir(data, { recursive: true });
    const redis = await aRedis(data, await freePort());
    const running = await start(folder, { ...variables, VIEWS_STORE: redis.url }).catch(
      async (cause: unknown) => {
        await redis.kill();
        throw cause;
      },
    );
    return {
      url: running.url,
      stop: async () => {
        await running.stop();
        await redis.kill();
      },
    };
  };
}

/** The command runs the entry; its address is the first line it prints. */
export function program(
  [command = '', ...args]: readonly string[],
  { cwd = PROJECT }: { cwd?: string } = {},
): StartEntry {
  return async (folder, variables = {}) => {
    const child = spawn(command, args, {
      cwd,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        VIEWS_DIST: join(folder, 'dist'),
        VIEWS_STORE: join(folder, 'views.db'),
        PORT: '0',
        ...variables,
      },
    });
    const ended = once(child, 'exit');
    let complaints = '';
    child.stderr.on('data', (chunk) => (complaints += String(chunk)));
    const url = await firstLine(child.stdout).catch((cause: unknown) => {
      throw new Error(`${command} said: ${complaints}`, { cause });
    });
    return {
      url,
      pid: child.pid,
      stop: async () => {
        child.kill('SIGKILL');
        await ended;
      },
    };
  };
}

/** What a program prints first; the rest is let go by. */
async function firstLine(output: Readable): Promise<string> {
  const lines = createInterface(output);
  const ended = once(lines, 'close').then(() => {
    throw new Error('The program ended before it told its address');
  });
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [string];
  return line.trim();
}

/** On workerd by the configuration that is deployed with; D1 in place of the objects, as its comment says. */
function workers(store: 'objects' | 'd1', given: Variables = {}): StartEntry {
  return async (folder, variables = {}) => {
    const { durableObjects, bindings, ...options } = await workerdOptions(join(folder, 'dist'));
    const workerd = new Miniflare({
      ...options,
      port: 0,
      bindings: { ...bindings, ...given, ...variables },
      ...(store === 'd1'
        ? { d1Databases: ['DB'], d1Persist: join(folder, 'd1') }
        : { durableObjects, durableObjectsPersist: join(folder, 'objects') }),
    } as MiniflareOptions);
    const url = await workerd.ready;
    return { url: url.href, stop: () => workerd.dispose() };
  };
}
