/** The layers of the presence map in the cache: the shards of the newest year, and all older ones. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeAtomically } from '../../system/write-atomically.ts';
import { presenceBuckets } from '../presence.ts';
import { shortHash } from './index-keys.ts';
import type { CachedShard } from './shards.ts';

export interface CachedLayer {
  name: string;
  folder: string;
  buckets: number;
  /** Its shards: from the list's `first`, `count` of them. */
  first: number;
  count: number;
  hasTriples: boolean;
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
    { first: 0, members: shards.slice(0, border), hasTriples: false },
    { first: border, members: shards.slice(border), hasTriples: true },
  ].filter(({ members }) => members.length > 0);
  return Promise.all(parts.map((part) => presenceLayer(folder, part)));
}

interface Part {
  first: number;
  members: readonly CachedShard[];
  hasTriples: boolean;
}

async function presenceLayer(
  folder: string,
  { first, members, hasTriples }: Part,
): Promise<CachedLayer> {
  const name = shortHash([String(hasTriples), ...members.map((shard) => shard.name)]);
  const own = join(folder, name);
  const known = await readdir(own).catch(() => []);
  const buckets = known.length > 0 ? known.length : await makeLayer(own, members, hasTriples);
  return { name, folder: own, buckets, first, count: members.length, hasTriples };
}

async function makeLayer(
  own: string,
  members: readonly CachedShard[],
  hasTriples: boolean,
): Promise<number> {
  const names = hasTriples ? ['tokens', 'triples'] : ['tokens'];
  const buckets = presenceBuckets(
    await Promise.all(members.map(({ folder }) => hashesIn(folder, names))),
  );
  await makeAtomically(own, async (part) => {
    for (const [at, bytes] of buckets.entries()) await writeFile(join(part, `${at}.bin`), bytes);
  });
  return buckets.length;
}

/** As `buildShard` wrote them; ascending again. */
async function hashesIn(folder: string, names: readonly string[]): Promise<Uint32Array> {
  const parts = await Promise.all(names.map((name) => readFile(join(folder, `${name}.bin`))));
  const { buffer } = new Uint8Array(Buffer.concat(parts));
  return new Uint32Array(buffer).toSorted();
}
