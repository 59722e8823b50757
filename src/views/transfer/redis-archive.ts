import { createClient } from 'redis';
import { redisUnusable, VIEWS_KEY } from '../stores/redis.ts';
import type { Archive } from './archive.ts';

const ADDED_KEY = `${VIEWS_KEY}:added`;

/** A script over a hundred thousand counts takes a second; a Redis that says nothing for this long is none. */
const SILENCE_MS = 30_000;
const CONNECT_MS = 3_000;

/** All or none: Redis runs a script as one. */
const ADD = `
if redis.call('HSETNX', KEYS[2], ARGV[1], ARGV[2]) == 0 then return 0 end
for i = 3, #ARGV, 2 do redis.call('HINCRBY', KEYS[1], ARGV[i], ARGV[i + 1]) end
return 1`;

/** The counts in a Redis. Rejects when it is not there. */
export async function openRedisArchive(url: string): Promise<Archive> {
  const client = createClient({
    url,
    socket: { reconnectStrategy: false, connectTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
  });
  client.on('error', () => {});
  await client.connect().catch((cause: unknown) => {
    throw redisUnusable(url, cause);
  });

  return {
    all: async () => {
      const counts = await client.hGetAll(VIEWS_KEY);
      return new Map(Object.entries(counts).map(([id, n]) => [id, Number(n)]));
    },
    add: async (numbers, input) => {
      const pairs = [...numbers].flatMap(([id, n]) => [id, `${n}`]);
      const isNew = await client.eval(ADD, {
        keys: [VIEWS_KEY, ADDED_KEY],
        arguments: [input, new Date().toISOString(), ...pairs],
      });
      return isNew === 1;
    },
    close: () => client.close(),
  };
}
