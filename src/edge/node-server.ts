/** The whole site from one small machine: the built pages and the view counter in one process. */
import { readFile } from 'node:fs/promises';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { serve, type Server, type ServerRequest } from 'srvx';
import { isBot } from './bots.ts';
import { createPublishedIds } from './published-ids.ts';
import { createStaticSite } from './static/static-site.ts';
import { openSqliteStore } from './stores/sqlite.ts';
import { createViewCounter } from './view-counter.ts';

/** How many ports above the wanted one are tried. */
const PORTS_TRIED = 20;
/** How long answers that are under way may take when the server is closed. */
const CLOSE_TIMEOUT_MS = 3_000;

export interface NodeServerOptions {
  /** The folder that the build wrote. */
  dist: string;
  /** The file of the view counts, made when it is missing: `.data/views.db`. */
  database: string;
  /** Where the site lives on its host: `/` or `/jgsw/`. */
  basePath?: string;
  /** The wanted port; the next free one is taken when it is in use. 0 takes any. */
  port?: number;
  /** The address to listen on. Only this machine by default; `0.0.0.0` for the network. */
  hostname?: string;
  /** Origins whose pages count views, besides this server's own: `https://www.example.gov.cn`. */
  origins?: readonly string[];
  /**
   * The proxies in front of this server, by address, or `loopback`. Only their `X-Forwarded-For`,
   * `-Host` and `-Proto` are believed; none is by default. Behind a proxy this must be set, or all
   * readers look like one.
   */
  trustProxy?: readonly string[] | 'loopback';
  /** Is told of every failure that made an answer 503. On the standard error output by default. */
  onError?: (cause: unknown) => void;
}

export interface RunningServer {
  /** The site's address, base path included: `http://localhost:4321/jgsw/`. */
  url: string;
  /** Lets answers under way end, then closes the store. */
  close(): Promise<void>;
}

/**
 * Serves `dist` and the counter. Rejects when `dist` is no folder, the database is not sound, an
 * option cannot be right, or no port is free.
 */
export async function startServer({
  dist,
  database,
  basePath = '/',
  port = 4321,
  hostname = '127.0.0.1',
  origins = [],
  trustProxy = [],
  onError = console.error,
}: NodeServerOptions): Promise<RunningServer> {
  if (!statSync(dist, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`dist is no folder: ${dist}`);
  }
  const site = createStaticSite({ dist, basePath });
  const store = openSqliteStore(database);
  try {
    const counter = createViewCounter<ServerRequest>({
      store,
      published: createPublishedIds({ readYear: (year) => readYear(dist, year) }),
      clientAddress: ({ ip }) => ip ?? '',
      isBot,
      basePath,
      origins,
      onError,
    });
    const api = `${basePath}api/views`;
    const fetch = (request: ServerRequest) => {
      const { pathname } = new URL(request.url);
      return pathname === api || pathname.startsWith(`${api}/`)
        ? counter.fetch(request)
        : site(request);
    };

    const server = await listen(port, (freePort) =>
      serve({
        fetch,
        port: freePort,
        hostname,
        trustProxy: trustProxy === 'loopback' ? trustProxy : [...trustProxy],
        manual: true,
        silent: true,
        gracefulShutdown: false,
        error: (cause) => {
          onError(cause);
          return new Response('Internal Server Error', { status: 500 });
        },
      }),
    );
    const close = async () => {
      await closeServer(server);
      await store.close();
    };
    return { url: addressOf(server, hostname) + basePath, close };
  } catch (cause) {
    await store.close();
    throw cause;
  }
}

/** The list the build writes: one published id a line. */
async function readYear(dist: string, year: string): Promise<string | undefined> {
  try {
    return await readFile(join(dist, 'views', `${year}.txt`), 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw cause;
  }
}

async function listen(wanted: number, create: (port: number) => Server): Promise<Server> {
  const last = wanted === 0 ? 0 : wanted + PORTS_TRIED;
  for (let port = wanted; ; port++) {
    try {
      const server = create(port);
      await server.serve();
      return server;
    } catch (cause) {
      const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
      if (!isTaken || port >= last) throw cause;
    }
  }
}

/** `http://localhost:4321`: the address to open, whichever one the server listens on. */
function addressOf(server: Server, hostname: string): string {
  const bound = server.node?.server?.address();
  if (!bound || typeof bound === 'string') throw new Error('The server listens on no port');
  const isLocal = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(hostname);
  return `http://${isLocal ? 'localhost' : hostname}:${bound.port}`;
}

async function closeServer(server: Server): Promise<void> {
  const timer = setTimeout(() => void server.close(true), CLOSE_TIMEOUT_MS);
  try {
    await server.close();
  } finally {
    clearTimeout(timer);
  }
}
