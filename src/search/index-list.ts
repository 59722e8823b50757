/** `pagefind/list.json`, the one file of the index whose name stays: where everything is. Paths are relative to it. */

export interface IndexList {
  /** Pagefind's version, and the folder of its script and WebAssembly; ends with `/`. */
  version: string;
  runtime: string;
  /** Where the documents of a gram are: in all of them. */
  layers: Layer[];
  /** Where texts and values of filters are: the documents in order, oldest first. */
  periods: Period[];
  /** For each year its first document's number, in order; what has no date is of the year ''. */
  years: [year: string, first: number][];
  /** The low 16 bits of the hash of each source's name, four hexadecimal digits each: see `isSource`. */
  sources: string;
}

export interface Layer {
  /** The folder of its buckets; ends with `/`. */
  folder: string;
  /** It has 2 ** bits buckets: `<bucket>-<version>.d`. */
  bits: number;
  /** The positions of equal rows of buckets share a file; there are 2 ** positionBits: `<row>-<version>.p`. */
  positionBits: number;
  /** The versions of equal rows of buckets, six digits of base 36 each. */
  versions: string;
}

/** Documents whose numbers go on from those of the periods before. */
export interface Period {
  documents: number;
  /** Where its texts are: blocks of the folder table (`text-folders.ts`), in order. */
  texts: TextBlock[];
  /** The file that says what filters it has of which document, and its size in bytes. */
  values: [path: string, bytes: number];
}

export interface TextBlock {
  /** Its first document's number in the period. */
  first: number;
  /** The table itself, in Base64, where it is small. */
  table?: string;
  /** Else the file that holds it. */
  path?: string;
}

const VERSION_DIGITS = 6;

/** @param row the name of a row of buckets, hexadecimal: a hash of all that is in it */
export function rowVersion(row: string): string {
  const number = Number.parseInt(row.slice(0, 12), 16) % 36 ** VERSION_DIGITS;
  return number.toString(36).padStart(VERSION_DIGITS, '0');
}

export function bucketPath(layer: Layer, bucket: number): string {
  return `${layer.folder}${bucket}-${versionOf(layer, bucket)}.d`;
}

/** The file of a bucket's positions, and its place in it. */
export function positionsPath(layer: Layer, bucket: number): { path: string; place: number } {
  const { folder, bits, positionBits } = layer;
  const buckets = 2 ** (bits - positionBits);
  const place = bucket % buckets;
  return { path: `${folder}${(bucket - place) / buckets}-${versionOf(layer, bucket)}.p`, place };
}

function versionOf({ bits, versions }: Layer, bucket: number): string {
  const rows = versions.length / VERSION_DIGITS;
  const row = Math.floor((bucket * rows) / 2 ** bits);
  return versions.slice(row * VERSION_DIGITS, (row + 1) * VERSION_DIGITS);
}

const SOURCE_DIGITS = 4;

/** Whether a term (normalised) may be the whole name of a source; of what is none, one in 65,536 times their number. */
export function isSource({ sources }: IndexList, term: string): boolean {
  const mark = sourceMark(term);
  for (let at = 0; at < sources.length; at += SOURCE_DIGITS) {
    if (sources.startsWith(mark, at)) return true;
  }
  return false;
}

/** @param name normalised */
export function sourceMark(name: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < name.length; at += 1) {
    hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  }
  return ((hash ^ (hash >>> 16)) & 0xffff).toString(16).padStart(SOURCE_DIGITS, '0');
}
