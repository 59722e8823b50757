import { isRedis } from '../open-store.ts';
import type { Archive } from './archive.ts';
import { openSqliteArchive } from './sqlite-archive.ts';

/** The counts at `redis://…` or in a SQLite file. Rejects when there are none. */
export async function openArchive(address: string): Promise<Archive> {
  if (!isRedis(address)) return openSqliteArchive(address);
  const { openRedisArchive } = await import('./redis-archive.ts');
  return openRedisArchive(address);
}
