/** The whole site from one small machine: the built pages and the view counter in one process. */
import type { Server as HttpServer } from 'node:http';
import { isIPv6 } from 'node:net';
import { serve, type Server, type ServerRequest } from 'srvx';
import {
  CONNECTION_LIMITS,
  connectionOptions,
  limitConnections,
  type ConnectionLimits,
} from './connections.ts';
import { openStore } from '../views/open-store.ts';
import { createProxies } from '../views/proxies.ts';
import { reportErrors } from '../views/report-errors.ts';
import { checkSetUp, DEFAULT_SET_UP, type ViewSetUp } from '../views/set-up.ts';
import { createSiteHandler, type SiteHandlerOptions } from './site-handler.ts';

/** How many ports above the wanted one are tried. */
const PORTS_TRIED = 20;
/** How long answers that are under way may take when the server is closed. */
const CLOSE_TIMEOUT_MS = 3_000;
const FAILURE = {
  'Content-Type': 'text/plain; charset=utf-8',
  'X-Content-Type-Options': 'nosniff',
};

export interface NodeServerOptions extends Partial<ViewSetUp> {
  /** The folder that the build wrote. */
  dist: string;
  /** Where the counts are: a file, made when it is missing (`.data/views.db`), or `redis://…`. */
  database: string;
  /** The wanted port. 0 takes any. */
  port?: number;
  /** Whether the next free port is taken when the wanted one is in use, as suits a person at a terminal. */
  takesNextPort?: boolean;
  /** The address to listen on. Only this machine by default; `0.0.0.0` for the network. */
  hostname?: string;
  /**
   * The proxies in front of this server, as `parseTrustProxy` gives them. Only their `X-Forwarded-For` and
   * `-Host` are believed; none is by default. Behind a proxy this must be set, or all readers look like one.
   */
  trustProxy?: readonly string[];
  /** Where connections are cut off. `CONNECTION_LIMITS` by default. */
  limits?: Partial<ConnectionLimits>;
  /** Is told of every failure that made an answer 503. `reportErrors` by default. */
  onError?: (cause: unknown) => void;
  /** Answers what is neither the site's nor the counter's. */
  ownAnswer?: SiteHandlerOptions<Request>['ownAnswer'] | undefined;
}

export interface RunningServer {
  /** The site's address, base path included: `http://localhost:4321/jgsw/`. */
  url: string;
  /** Lets answers under way end, then closes the store. */
  close(): Promise<void>;
}

/**
 * Serves `dist` and the counter. Rejects with a `WrongSetting` when `dist` is no folder or an option cannot
 * be right; and when the database is not sound, or the port is taken.
 */
export async function startServer({
  dist,
  database,
  port = 4321,
  takesNextPort = false,
  hostname = '127.0.0.1',
  trustProxy = [],
  limits: givenLimits = {},
  onError = reportErrors(),
  ownAnswer,
  ...given
}: NodeServerOptions): Promise<RunningServer> {
  const setUp = { ...DEFAULT_SET_UP, ...given };
  checkSetUp(setUp);
  const limits = { ...CONNECTION_LIMITS, ...givenLimits };
  const { isTrusted } = createProxies(trustProxy);
  const store = await openStore(database);
  try {
    const peerAddress = ({ ip }: ServerRequest) => ip ?? '';
    const answer = createSiteHandler({
      dist,
      store,
      setUp,
      peerAddress,
      trustProxy,
      onError,
      ownAnswer,
    });
    const fetch = async (request: ServerRequest) =>
      // Requests that came in one packet go on being read after their connection was cut off.
      request.runtime?.node?.req.socket.destroyed ? new Response(null) : answer(request);
    const last = takesNextPort && port !== 0 ? Math.min(port + PORTS_TRIED, 65_535) : port;
    const server = await listen(port, last, (freePort) => {
      const created = serve({
        fetch,
        port: freePort,
        hostname,
        manual: true,
        silent: true,
        gracefulShutdown: false,
        node: connectionOptions(limits),
        error: (cause) => {
          onError(cause);
          return new Response('Internal Server Error', { status: 500, headers: FAILURE });
        },
      });
      limitConnections(created.node?.server as HttpServer, limits, isTrusted, onError);
      return created;
    });
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

async function listen(
  first: number,
  last: number,
  create: (port: number) => Server,
): Promise<Server> {
  let taken: Error | undefined;
  for (let port = first; ; port++) {
    try {
      const server = create(port);
      await server.serve();
      return server;
    } catch (cause) {
      const isTaken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
      if (!isTaken) throw cause;
      // Told is of the port that was asked for.
      taken ??= cause;
      if (port >= last) throw taken;
    }
  }
}

/** `http://localhost:4321`: the address to open, whichever one the server listens on. */
function addressOf(server: Server, hostname: string): string {
  const bound = server.node?.server?.address();
  if (!bound || typeof bound === 'string') throw new Error('The server listens on no port');
  const isLocal = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(hostname);
  const host = isIPv6(hostname) ? `[${hostname}]` : hostname;
  return `http://${isLocal ? 'localhost' : host}:${bound.port}`;
}

async function closeServer(server: Server): Promise<void> {
  const timer = setTimeout(() => void server.close(true), CLOSE_TIMEOUT_MS);
  try {
    await server.close();
  } finally {
    clearTimeout(timer);
  }
}
