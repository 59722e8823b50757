/** The whole site from one small machine: the built pages and the view counter in one process. */
import { serve, type Server, type ServerRequest } from 'srvx';
import { openStore } from './open-store.ts';
import { reportErrors } from './report-errors.ts';
import { checkSetUp, DEFAULT_SET_UP, type ViewSetUp } from './set-up.ts';
import { createSiteHandler } from './site-handler.ts';

/** How many ports above the wanted one are tried. */
const PORTS_TRIED = 20;
/** How long answers that are under way may take when the server is closed. */
const CLOSE_TIMEOUT_MS = 3_000;

export interface NodeServerOptions extends Partial<ViewSetUp> {
  /** The folder that the build wrote. */
  dist: string;
  /** Where the counts are: a file, made when it is missing (`.data/views.db`), or `redis://…`. */
  database: string;
  /** The wanted port; the next free one is taken when it is in use. 0 takes any. */
  port?: number;
  /** The address to listen on. Only this machine by default; `0.0.0.0` for the network. */
  hostname?: string;
  /**
   * The proxies in front of this server, by address, or `loopback`. Only their `X-Forwarded-For`,
   * `-Host` and `-Proto` are believed; none is by default. Behind a proxy this must be set, or all
   * readers look like one.
   */
  trustProxy?: readonly string[] | 'loopback';
  /** Is told of every failure that made an answer 503. `reportErrors` by default. */
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
  port = 4321,
  hostname = '127.0.0.1',
  trustProxy = [],
  onError = reportErrors(),
  ...given
}: NodeServerOptions): Promise<RunningServer> {
  const setUp = { ...DEFAULT_SET_UP, ...given };
  checkSetUp(setUp);
  const store = await openStore(database);
  try {
    const clientAddress = ({ ip }: ServerRequest) => ip ?? '';
    const fetch = createSiteHandler({ dist, store, setUp, clientAddress, onError });
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
    return { url: addressOf(server, hostname) + setUp.basePath, close };
  } catch (cause) {
    await store.close();
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
