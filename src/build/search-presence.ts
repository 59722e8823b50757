/** The layers of the presence map in the cache: the shards of the newest year, and all older ones. */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { presenceBuckets } from '../search/presence.ts';
import { shortHash } from './search-keys.ts';
import type { CachedShard } from './search-shards.ts';

export interface CachedLayer {
  name: string;
  folder: string;
  buckets: number;
  /** Its shards: from the list's `first`, `count` of them. */
  first: number;
  count: number;
}

/** So few shards are opened quicker than they are asked about. */
const TOO_FEW = 2;

/**
 * Two layers, so that publishing changes only the small one.
 * @param shards newest first
 */
export async function presenceLayers(
  folder: string,
  shards: readonly CachedShard[],
): Promise<CachedLayer[]> {
  if (shards.length <= TOO_FEW) return [];
  const year = shards[0]?.facts.to.slice(0, 4) ?? '';
  const older = shards.findIndex(({ facts }) => facts.to.slice(0, 4) !== year);
  const border = older === -1 ? shards.length : older;
  const parts = [
    { first: 0, members: shards.slice(0, border) },
    { first: border, members: shards.slice(border) },
  ].filter(({ members }) => members.length > 0);
  return Promise.all(parts.map(({ first, members }) => presenceLayer(folder, first, members)));
}

async function presenceLayer(
  folder: string,
  first: number,
  members: readonly CachedShard[],
): Promise<CachedLayer> {
  const name = shortHash(members.map((shard) => shard.name));
  const own = join(folder, name);
  const known = await readdir(own).catch(() => []);
  const buckets = known.length > 0 ? known.length : await makeLayer(own, members);
  return { name, folder: own, buckets, first, count: members.length };
}

async function makeLayer(own: string, members: readonly CachedShard[]): Promise<number> {
  const tokens = await Promise.all(
    members.map(async (shard) => {
      const { buffer, byteOffset, length } = await readFile(join(shard.folder, 'tokens.bin'));
      return new Uint32Array(buffer.slice(byteOffset, byteOffset + length));
    }),
  );
  const buckets = presenceBuckets(tokens);
  const part = `${own}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  for (const [at, bytes] of buckets.entries()) await writeFile(join(part, `${at}.bin`), bytes);
  await rename(part, own);
  return buckets.length;
}
