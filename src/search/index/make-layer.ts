/** The buckets of a layer, made of the layers that were and of new texts. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from '../../system/digest.ts';
import { bitWriter } from '../bits.ts';
import { KEY_BITS } from '../gram-key.ts';
import { decodeBucket, encodeBucket } from '../postings.ts';
import { decodePositions, encodePositions, joinPositions, positionsPart } from '../positions.ts';
import type { Placed } from '../positions.ts';
import { identityOf } from './kept-index.ts';
import type { KeptDocument, KeptLayer } from './kept-index.ts';
import { layerShape } from './layer-shape.ts';
import type { LayerShape } from './layer-shape.ts';
import { mergeGrams, renumbered } from './merge-grams.ts';
import { sortedGrams } from './sorted-grams.ts';
import type { TextStore } from './text-store.ts';

export const ROWS = 'rows';

/** The two files of a bucket. */
interface BucketFiles {
  documents: Uint8Array;
  positions: Uint8Array;
}

/** Of a layer that was, or of a run of new texts: buckets whose documents get new numbers. */
interface Part {
  documents: number;
  bits: number;
  /** The new number of each document, or -1. */
  numbers: Int32Array;
  files(bucket: number): BucketFiles;
}

/** Where a file of a row of buckets lies in the cache. */
export function rowFile(folder: string, row: string, place: number, ending: 'd' | 'p'): string {
  return join(folder, ROWS, row.slice(0, 2), row, `${place}.${ending}`);
}

interface MakeLayerOptions {
  folder: string;
  documents: readonly KeptDocument[];
  isNewest: boolean;
  /** The layers that were. */
  before: readonly KeptLayer[];
  /** Rows that are there. */
  known: ReadonlySet<string>;
  texts: TextStore;
  /** A path for what is sorted. */
  spool: string;
}

export function makeLayer(options: MakeLayerOptions): KeptLayer {
  const { folder, documents, isNewest, before, known, texts, spool } = options;
  const shape = layerShape(documents, isNewest);
  const { bits } = shape;
  const rows: string[] = [];
  let open: BucketFiles[] = [];
  const writer = bitWriter();
  const layout = { documents: documents.length, bits };
  const take = (grams: readonly Placed[]) => {
    open.push({
      documents: encodeBucket(grams, layout, writer),
      positions: encodePositions(grams, writer),
    });
    if (open.length < 2 ** (bits - shape.rowBits)) return;
    rows.push(writeRow(folder, open, shape, known));
    open = [];
  };
  const parts = partsOf(before, documents, folder);
  const textOf = (number: number) => {
    const document = documents[number];
    if (!document) throw new RangeError(`The layer has no document ${number}`);
    return texts.read(document);
  };
  const fresh = sortedGrams(freshNumbers(documents.length, parts), textOf, spool);
  try {
    const readers = parts.map((part) => partReader(part, bits));
    for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
      take(mergeGrams([...readers.map((read) => read(bucket)), fresh.of(bucket, bits)]));
    }
  } finally {
    fresh.close();
  }
  return { documents, bits, isNewest, rows };
}

/** The layers that were, as far as their documents are among these. */
function partsOf(
  before: readonly KeptLayer[],
  documents: readonly KeptDocument[],
  folder: string,
): Part[] {
  const numbers = new Map(documents.map((document, number) => [identityOf(document), number]));
  return before.flatMap((layer): Part[] => {
    const now = Int32Array.from(layer.documents, (each) => numbers.get(identityOf(each)) ?? -1);
    if (now.every((number) => number === -1)) return [];
    const { positionBits } = layerShape(layer.documents, layer.isNewest);
    const inRow = 2 ** layer.bits / layer.rows.length;
    const inFile = 2 ** (layer.bits - positionBits);
    const files = (bucket: number): BucketFiles => {
      const row = layer.rows[Math.floor(bucket / inRow)] ?? '';
      const place = bucket % inRow;
      const positions = readFileSync(rowFile(folder, row, Math.floor(place / inFile), 'p'));
      return {
        documents: readFileSync(rowFile(folder, row, place, 'd')),
        positions: positionsPart(positions, place % inFile, inFile),
      };
    };
    return [
      {
        documents: layer.documents.length,
        bits: layer.bits,
        numbers: now,
        files,
      },
    ];
  });
}

function freshNumbers(documents: number, parts: readonly Part[]): number[] {
  const taken = new Set(parts.flatMap(({ numbers }) => [...numbers]));
  return Array.from({ length: documents }, (_, number) => number).filter((it) => !taken.has(it));
}

/** Gives a part's grams for the buckets of a layer that may have more or fewer of them; asked in order. */
function partReader(part: Part, bits: number): (bucket: number) => Placed[] {
  let last = { bucket: -1, grams: [] as Placed[] };
  const read = (bucket: number): Placed[] => {
    if (last.bucket === bucket) return last.grams;
    const { documents, positions } = part.files(bucket);
    const grams = decodeBucket(documents, bucket, part);
    const places = decodePositions(positions, grams);
    const placed = grams.map((gram, at) => ({ ...gram, places: places[at] ?? [] }));
    last = { bucket, grams: renumbered(placed, part.numbers) };
    return last.grams;
  };
  return (bucket) => {
    if (part.bits >= bits) {
      const width = 2 ** (part.bits - bits);
      return Array.from({ length: width }, (_, at) => read(bucket * width + at)).flat();
    }
    const [from, to] = [bucket, bucket + 1].map((it) => it * 2 ** (KEY_BITS - bits));
    const grams = read(Math.floor(bucket / 2 ** (bits - part.bits)));
    return grams.filter(({ key }) => key >= (from ?? 0) && key < (to ?? 0));
  };
}

/** @returns the row's hash */
function writeRow(
  folder: string,
  buckets: readonly BucketFiles[],
  { bits, positionBits }: LayerShape,
  known: ReadonlySet<string>,
): string {
  const inFile = 2 ** (bits - positionBits);
  const files = buckets.map(({ documents }, at): [string, Uint8Array] => [`${at}.d`, documents]);
  for (let from = 0; from < buckets.length; from += inFile) {
    const parts = buckets.slice(from, from + inFile).map(({ positions }) => positions);
    files.push([`${from / inFile}.p`, joinPositions(parts)]);
  }
  const lengths = files.map(([name, { length }]) => `${name} ${length}`).join('\n');
  const all = Buffer.concat([Buffer.from(lengths), ...files.map(([, bytes]) => bytes)]);
  const row = shortDigest(all, 16);
  if (known.has(row)) return row;
  const place = join(folder, ROWS, row.slice(0, 2), row);
  mkdirSync(place, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(place, name), bytes);
  return row;
}
