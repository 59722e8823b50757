/** `pagefind/shards.json`, the one file of the index whose name stays: what is where. Paths are relative to it. */
export interface ShardList {
  /** The folder of Pagefind's own script and WebAssembly, one for all shards; ends with `/`. */
  runtime: string;
  /** Pagefind's version. */
  version: string;
  /** Newest first. */
  shards: Shard[];
  layers: PresenceLayer[];
}

/** One Pagefind bundle: the documents of a period. */
export interface Shard {
  /** Its folder, ends with `/`. */
  path: string;
  /** The dates of its oldest and newest document, `2026-03-05`. */
  from: string;
  to: string;
  documents: number;
  /** By which Pagefind names the bundle's files. */
  hash: string;
}

/** The presence map of some neighbouring shards. */
export interface PresenceLayer {
  /** Its folder, ends with `/`; the buckets are the files `0.bin`, `1.bin`, … of it. */
  path: string;
  buckets: number;
  /** Its shards, as places in the list: from `first`, `count` of them. */
  first: number;
  count: number;
  /** It knows `triplesIn` texts too. */
  hasTriples: boolean;
}
