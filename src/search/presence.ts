/**
 * The presence map: which shards may hold a token, so that a rare term opens only the few that can have it. It never
 * says no where the answer is yes; now and then (a token in some tens of thousands) yes where it is no.
 *
 * The tokens of some shards (a layer) lie in buckets, one small file each: the 16-bit fingerprints of its tokens
 * (little-endian, ascending), then for each a bit set of the shards, least bit first.
 */

/** Tokens in a bucket, about. */
const BUCKET = 512;

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

/** @param shards the hashes of the tokens of each shard of the layer; a layer has at least one */
export function presenceBuckets(shards: readonly Uint32Array[]): Uint8Array[] {
  const width = setWidth(shards.length);
  const distinct = shards.reduce((most, { length }) => Math.max(most, length), 0);
  const buckets = 2 ** Math.min(16, Math.max(0, Math.ceil(Math.log2((distinct * 2) / BUCKET))));
  const sets = Array.from({ length: buckets }, () => new Map<number, Uint8Array>());
  for (const [shard, hashes] of shards.entries()) {
    for (const hash of hashes) {
      const { bucket, fingerprint } = placeOf(hash, buckets);
      const known = sets[bucket];
      const set = known?.get(fingerprint) ?? new Uint8Array(width);
      known?.set(fingerprint, set);
      set[shard >> 3] = (set[shard >> 3] ?? 0) | (1 << (shard & 7));
    }
  }
  return sets.map((known) => encodeBucket(known, width));
}

function encodeBucket(known: ReadonlyMap<number, Uint8Array>, width: number): Uint8Array {
  const fingerprints = [...known.keys()].toSorted((a, b) => a - b);
  const bytes = new Uint8Array(fingerprints.length * (2 + width));
  const view = new DataView(bytes.buffer);
  for (const [at, fingerprint] of fingerprints.entries()) {
    view.setUint16(at * 2, fingerprint, true);
    bytes.set(known.get(fingerprint) ?? [], fingerprints.length * 2 + at * width);
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
