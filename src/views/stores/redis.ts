/**
 * The view counts in one Redis hash, by `HINCRBY`, for a site on several machines.
 *
 * Redis must keep an append-only file, which is checked at the start: with `appendfsync always` an
 * answered count survives a power cut; with `everysec`, the default, a crash of Redis but only up to
 * one second of a power cut. Two sites on one Redis take two databases: `redis://host/1`.
 */
import {
  ClientClosedError,
  ClientOfflineError,
  ConnectionTimeoutError,
  createClient,
  ErrorReply,
  ReconnectStrategyError,
  SocketTimeoutError,
} from 'redis';
import { shownAddress } from '../store-address.ts';
import { StoreUnusable, UncertainWriteError, type StoreTrouble, type ViewStore } from '../store.ts';

/** The hash of all counts: article id → its views. */
export const VIEWS_KEY = 'views';

/** What `health` writes; it goes away by itself. */
const PROBE_KEY = `${VIEWS_KEY}:health`;
const PROBE_SECONDS = 60;

/** A silent Redis is given up after this; every `PING_MS` it is asked for a sign of life. */
const SILENCE_MS = 3_000;
const PING_MS = 1_000;
const MAX_RECONNECT_MS = 1_000;

/**
 * Connects to `redis://…` or `rediss://…`. Rejects when Redis is not there, takes no
 * views, or keeps no append-only file. Later losses of the connection are mended by themselves; until then every call rejects.
 */
export async function openRedisStore(url: string): Promise<ViewStore> {
  const client = createClient({
    url,
    // A view that waits for Redis to return would be answered long after its reader has gone.
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: {
      connectTimeout: SILENCE_MS,
      socketTimeout: SILENCE_MS,
      reconnectStrategy: (tries, cause) =>
        isConnectedOnce ? Math.min(50 * 2 ** tries, MAX_RECONNECT_MS) : cause,
    },
  });
  let isConnectedOnce = false;
  let lastCommit: string | null = null;
  // What fails rejects its own call; the client would throw without a listener.
  client.on('error', () => {});
  try {
    await client.connect();
    isConnectedOnce = true;
    const facts = await client.info('persistence');
    if (!/^aof_enabled:1\r?$/m.test(facts)) throw refusal(url, 'redis-not-kept');
    await probe();
  } catch (cause) {
    if (client.isOpen) client.destroy();
    throw redisUnusable(url, cause);
  }

  /** Refused for the same reasons as a view: a replica, a full memory, a disk that cannot be written. */
  async function probe(): Promise<void> {
    await client.set(PROBE_KEY, '1', { expiration: { type: 'EX', value: PROBE_SECONDS } });
  }

  return {
    add: async (id) => {
      try {
        const count = await client.hIncrBy(VIEWS_KEY, id, 1);
        lastCommit = new Date().toISOString();
        return count;
      } catch (cause) {
        if (isNotWritten(cause)) throw cause;
        throw new UncertainWriteError('Redis went away before it answered', { cause });
      }
    },

    counts: async (ids) => {
      if (ids.length === 0) return new Map();
      const counts = await client.hmGet(VIEWS_KEY, [...ids]);
      return new Map(
        ids.flatMap((id, index) => {
          const count = counts[index];
          return count === null || count === undefined ? [] : [[id, Number(count)]];
        }),
      );
    },

    health: async () => {
      await probe();
      return { store: 'redis', articles: await client.hLen(VIEWS_KEY), lastCommit };
    },

    close: async () => {
      if (client.isReady) await client.close();
      else if (client.isOpen) client.destroy();
    },
  };
}

/** Redis said no, or was never asked. */
function isNotWritten(cause: unknown): boolean {
  return (
    cause instanceof ErrorReply ||
    cause instanceof ClientOfflineError ||
    cause instanceof ClientClosedError
  );
}

/** The failure to open a Redis, as it is told to whoever set its address. */
export function redisUnusable(url: string, failure: unknown): StoreUnusable {
  if (failure instanceof StoreUnusable) return failure;
  const cause = failure instanceof ReconnectStrategyError ? failure.originalError : failure;
  return refusal(url, troubleOf(cause), cause);
}

function refusal(url: string, why: StoreTrouble, cause?: unknown): StoreUnusable {
  const address = shownAddress(url);
  return new StoreUnusable(address, why, `The view counts at ${address} cannot be kept`, cause);
}

/** Redis tells a trouble by the first word of its answer; a connection by its code. */
function troubleOf(cause: unknown): StoreTrouble {
  const { code = '', message = '' } = cause as NodeJS.ErrnoException;
  if (/^(?:WRONGPASS|NOAUTH)|\bAUTH\b/.test(message)) return 'redis-password';
  if (/DB index/.test(message)) return 'redis-database';
  if (message.startsWith('READONLY')) return 'redis-read-only';
  if (code === 'ECONNREFUSED') return 'redis-refused';
  if (['ENOTFOUND', 'EAI_AGAIN'].includes(code)) return 'redis-host';
  const isSilent = cause instanceof ConnectionTimeoutError || cause instanceof SocketTimeoutError;
  return isSilent || code === 'ETIMEDOUT' ? 'redis-silent' : 'redis';
}
