/**
 * The presence map: which shards may hold a token, so that a rare term opens only the few that can have it. Like a Bloom
 * filter it has no false negatives; of tokens that no shard has, about one in 80 is a false positive (512 to 1,024 of the
 * 65,536 fingerprints stand in its bucket).
 *
 * The tokens of some shards (a layer) lie in buckets, one small file each: the 16-bit fingerprints of its tokens
 * (little-endian, ascending), then for each a bit set of the shards, least bit first.
 */

/** Tokens in a bucket, about. */
const BUCKET = 1024;

/** 32 evenly spread bits of a token: FNV-1a over its UTF-16 units, mixed as MurmurHash3 ends. */
export function tokenHash(token: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < token.length; at += 1) {
    hash = Math.imul(hash ^ token.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The bucket of a token, and what stands for the token there. @param buckets a power of two up to 65,536 */
function placeOf(hash: number, buckets: number): { bucket: number; fingerprint: number } {
  return { bucket: hash & (buckets - 1), fingerprint: hash >>> 16 };
}

/** @param shards the hashes of the tokens of each shard of the layer, ascending; a layer has at least one */
export function presenceBuckets(shards: readonly Uint32Array[]): Uint8Array[] {
  const width = setWidth(shards.length);
  const known = distinct(shards);
  const sets = new Uint8Array(known.length * width);
  for (const [shard, hashes] of shards.entries()) {
    let at = 0;
    for (const hash of hashes) {
      while (known[at] !== hash) at += 1;
      const byte = at * width + (shard >> 3);
      sets[byte] = (sets[byte] ?? 0) | (1 << (shard & 7));
    }
  }
  const buckets = 2 ** Math.min(16, Math.max(0, Math.ceil(Math.log2(known.length / BUCKET))));
  const members = Array.from({ length: buckets }, (): number[] => []);
  known.forEach((hash, at) => members[placeOf(hash, buckets).bucket]?.push(at));
  return members.map((places) => encodeBucket(places, known, sets, width));
}

/** Ascending, each once. Typed arrays: there may be millions. */
function distinct(arrays: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const array of arrays) {
    all.set(array, end);
    end += array.length;
  }
  all.sort();
  return all.filter((hash, at) => at === 0 || hash !== all[at - 1]);
}

/** @param places of the bucket's tokens among those known, ascending, so that their fingerprints are */
function encodeBucket(
  places: readonly number[],
  known: Uint32Array,
  sets: Uint8Array,
  width: number,
): Uint8Array {
  const groups = Map.groupBy(places, (place) => placeOf(known[place] ?? 0, 1).fingerprint);
  const bytes = new Uint8Array(groups.size * (2 + width));
  const view = new DataView(bytes.buffer);
  for (const [at, [fingerprint, alike]] of [...groups].entries()) {
    view.setUint16(at * 2, fingerprint, true);
    const start = groups.size * 2 + at * width;
    for (const place of alike) {
      for (let byte = 0; byte < width; byte += 1) {
        bytes[start + byte] = (bytes[start + byte] ?? 0) | (sets[place * width + byte] ?? 0);
      }
    }
  }
  return bytes;
}

/** Where to look a token up. */
export function bucketOf(token: string, buckets: number): number {
  return placeOf(tokenHash(token), buckets).bucket;
}

/** Which shards of the layer may hold the token. @param bucket the bytes of the token's bucket */
export function shardsHolding(token: string, bucket: Uint8Array, shards: number): boolean[] {
  const width = setWidth(shards);
  const count = bucket.length / (2 + width);
  const { fingerprint } = placeOf(tokenHash(token), 1);
  const view = new DataView(bucket.buffer, bucket.byteOffset, bucket.length);
  for (let at = 0; at < count; at += 1) {
    if (view.getUint16(at * 2, true) !== fingerprint) continue;
    const set = bucket.subarray(count * 2 + at * width);
    return Array.from({ length: shards }, (_, shard) => isIn(set, shard));
  }
  return Array.from({ length: shards }, () => false);
}

const setWidth = (shards: number) => Math.ceil(shards / 8);
const isIn = (set: Uint8Array, shard: number) =>
  (((set[shard >> 3] ?? 0) >> (shard & 7)) & 1) === 1;
