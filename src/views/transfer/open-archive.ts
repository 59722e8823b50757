import { readStoreAddress } from '../store-address.ts';
import type { Archive } from './archive.ts';
import { openSqliteArchive } from './sqlite-archive.ts';

/** The counts at `redis://…` or in a SQLite file. Rejects when there are none. */
export async function openArchive(address: string): Promise<Archive> {
  const place = readStoreAddress(address);
  if ('file' in place) return openSqliteArchive(place.file);
  const { openRedisArchive } = await import('./redis-archive.ts');
  return openRedisArchive(place.redis);
}
