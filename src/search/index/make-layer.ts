/** The buckets of a layer, made of the layers that were and of new texts. */
import { bitWriter } from '../bits.ts';
import { KEY_BITS } from '../gram-key.ts';
import { decodeBucket, encodeBucket } from '../postings.ts';
import { decodePositions, encodePositions, positionsPart } from '../positions.ts';
import type { Placed } from '../positions.ts';
import { openRow, writeRow } from './bucket-rows.ts';
import type { BucketFiles, RowFiles } from './bucket-rows.ts';
import { MOST_CHARACTERS, sortGrams } from './gram-run.ts';
import type { GramSource } from './gram-run.ts';
import { readKeptFile } from './kept-file.ts';
import { identityOf } from './kept-index.ts';
import type { KeptDocument, KeptLayer } from './kept-index.ts';
import { layerShape } from './layer-shape.ts';
import { mergeGrams, renumbered } from './merge-grams.ts';
import type { TextStore } from './text-store.ts';

/** Of a layer that was, or of a run of new texts: buckets whose documents get new numbers. */
interface Part {
  documents: number;
  bits: number;
  /** The new number of each document, or -1. */
  numbers: Int32Array;
  files(bucket: number): BucketFiles;
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
}

export function makeLayer(options: MakeLayerOptions): KeptLayer {
  const { folder, documents, isNewest, before, known, texts } = options;
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
  const fresh = freshNumbers(documents.length, parts);
  const sourcesOf = (numbers: readonly number[]) =>
    numbers.flatMap((number) => documents[number] ?? []).map(texts.read);
  const runs = runsOf(fresh, documents);
  if (parts.length === 0 && runs.length === 1) sortGrams(documents.map(texts.read), bits, take);
  else {
    const all = [...parts, ...runs.map((numbers) => runPart(numbers, sourcesOf(numbers), bits))];
    const readers = all.map((part) => partReader(part, bits));
    for (let bucket = 0; bucket < 2 ** bits; bucket += 1) {
      take(mergeGrams(readers.map((read) => read(bucket))));
    }
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
    let open: { row: string; file: RowFiles } | undefined;
    const files = (bucket: number): BucketFiles => {
      const row = layer.rows[Math.floor(bucket / inRow)] ?? '';
      const place = bucket % inRow;
      if (open?.row !== row) open = { row, file: openRow(folder, row) };
      const { file } = open;
      const read = (number: number, ending: 'd' | 'p') => {
        const { source, sha256 } = file(number, ending);
        return readKeptFile(source, sha256);
      };
      const positions = read(Math.floor(place / inFile), 'p');
      return {
        documents: read(place, 'd'),
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

/** New documents, as many together as can be sorted at once. */
function runsOf(fresh: readonly number[], documents: readonly KeptDocument[]): number[][] {
  const runs: number[][] = [];
  let characters = Infinity;
  for (const number of fresh) {
    const length = documents[number]?.length ?? 0;
    if (characters + length > MOST_CHARACTERS) {
      runs.push([]);
      characters = 0;
    }
    characters += length;
    runs.at(-1)?.push(number);
  }
  return runs;
}

/** A run as buckets in memory: a tenth of what its sorted grams would take. */
function runPart(numbers: readonly number[], sources: readonly GramSource[], bits: number): Part {
  const layout = { documents: numbers.length, bits };
  const files: BucketFiles[] = [];
  sortGrams(sources, bits, (grams) => {
    files.push({ documents: encodeBucket(grams, layout), positions: encodePositions(grams) });
  });
  const none = { documents: new Uint8Array(), positions: new Uint8Array() };
  return { ...layout, numbers: Int32Array.from(numbers), files: (bucket) => files[bucket] ?? none };
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
