/** The layers of an index, made of the layers that were and of new texts: the same bytes as if all were new. */
import { KEY_BITS } from '../gram-key.ts';
import { decodePositions } from '../positions.ts';
import type { Placed } from '../positions.ts';
import { decodeBucket } from '../postings.ts';
import type { Span } from '../postings.ts';
import { bucketReader } from './bucket-rows.ts';
import { identityOf } from './kept-index.ts';
import type { KeptDocument, KeptIndex } from './kept-index.ts';
import { bucketSpan, cellSpan, layerRows, PORTION_BITS } from './layer-rows.ts';
import type { LayerRows } from './layer-rows.ts';
import { CELL_BITS, planLayers } from './layers.ts';
import type { PlannedLayer } from './layers.ts';
import { clipped, mergeGrams, renumbered } from './merge-grams.ts';
import { sortedGrams } from './sorted-grams.ts';
import type { TextStore } from './text-store.ts';

/** A layer, and the names of its rows of buckets. */
export interface MadeLayer extends PlannedLayer {
  rows: readonly string[];
}

interface MakeLayersOptions {
  folder: string;
  /** In the order of their numbers. */
  documents: readonly KeptDocument[];
  /** The index that was; all its rows are there. */
  kept: KeptIndex;
  /** Rows that are there. */
  known: ReadonlySet<string>;
  texts: TextStore;
  /** A path for what is sorted. */
  spool: string;
}

export function makeLayers(options: MakeLayersOptions): MadeLayer[] {
  const { folder, documents, kept, known, texts, spool } = options;
  const before = planLayers(kept.documents).flatMap((layer, at): MadeLayer[] => {
    const rows = kept.rows[at];
    return rows ? [{ ...layer, rows }] : [];
  });
  const numbers = newNumbers(before.length > 0 ? kept.documents : [], documents);
  const firstOther = numbers.findIndex((number, at) => number !== at);
  const same = firstOther === -1 ? numbers.length : firstOther;
  const layers = planLayers(documents).map((layer) =>
    layerRows(folder, layer, (row) => keptRow(layer, row, before, same), known),
  );
  const isNew = new Uint8Array(documents.length).fill(1);
  for (const number of numbers) if (number !== -1) isNew[number] = 0;
  const fresh = [...documents.keys()].filter((number) => isNew[number] === 1);
  const textOf = (number: number) => {
    const document = documents[number];
    if (!document) throw new RangeError(`The index has no document ${number}`);
    return texts.read(document);
  };
  const readers = before.map((layer) => layerReader(folder, layer, numbers));
  const sorted = sortedGrams(fresh, textOf, spool);
  try {
    for (let portion = 0; portion < 2 ** PORTION_BITS; portion += 1) {
      const grams = sorted.of(portion, PORTION_BITS);
      makePortion(portion, layers, [...readers, () => grams]);
    }
  } finally {
    sorted.close();
  }
  return layers.map(({ layer, rows }) => ({ ...layer, rows: rows() }));
}

/** Gives the grams of a portion that have documents in a span; and perhaps others. */
type PortionReader = (portion: number, span: Span) => readonly Placed[];

function makePortion(
  portion: number,
  layers: readonly LayerRows[],
  readers: readonly PortionReader[],
): void {
  const cell = Math.floor(portion / 2 ** (PORTION_BITS - CELL_BITS));
  for (const { layer, needs, take } of layers) {
    if (!needs(portion)) continue;
    const span = cellSpan(layer.spans, cell);
    take(portion, mergeGrams(readers.map((read) => clipped(read(portion, span), span))));
  }
}

/** The name of a row that is as it was. @param same so many documents, the first ones, are as they were */
function keptRow(
  { name, spans, shape }: PlannedLayer,
  row: number,
  before: readonly MadeLayer[],
  same: number,
): string | undefined {
  const was = before.find((layer) => layer.name === name);
  if (was?.shape.bits !== shape.bits) return undefined;
  const cells = 2 ** (CELL_BITS - shape.rowBits);
  for (let cell = row * cells; cell < (row + 1) * cells; cell += 1) {
    const now = cellSpan(spans, cell);
    const then = cellSpan(was.spans, cell);
    if (now.from !== then.from || now.end !== then.end || now.end > same) return undefined;
  }
  return was.rows[row];
}

/** The new number of each document that was, or -1; ascending. Most are what they were: those cost no map. */
function newNumbers(before: readonly KeptDocument[], now: readonly KeptDocument[]): Int32Array {
  const isSame = (document: KeptDocument, other: KeptDocument | undefined) =>
    document === other || (other !== undefined && identityOf(document) === identityOf(other));
  const firstOther = before.findIndex((document, at) => !isSame(document, now[at]));
  const same = firstOther === -1 ? before.length : firstOther;
  const rest = now.slice(same);
  const numbers = new Map(rest.map((document, at) => [identityOf(document), same + at]));
  return Int32Array.from(before, (document, at) =>
    at < same ? at : (numbers.get(identityOf(document)) ?? -1),
  );
}

/** Reads a layer that was, its documents numbered anew. */
function layerReader(folder: string, layer: MadeLayer, numbers: Int32Array): PortionReader {
  const { bits } = layer.shape;
  const files = bucketReader(folder, layer.rows, layer.shape);
  let last = { bucket: -1, grams: [] as Placed[] };
  const read = (bucket: number): Placed[] => {
    if (last.bucket === bucket) return last.grams;
    const { documents, positions } = files(bucket);
    const grams = decodeBucket(documents, bucket, bits);
    const places = decodePositions(positions, grams);
    const placed = grams.map((gram, at) => ({ ...gram, places: places[at] ?? [] }));
    last = { bucket, grams: renumbered(placed, (document) => numbers[document] ?? -1) };
    return last.grams;
  };
  const touching = (bucket: number, span: Span) =>
    touches(numbers, bucketSpan(layer, bucket), span) ? read(bucket) : [];
  return (portion, span) => {
    if (bits >= PORTION_BITS) {
      const width = 2 ** (bits - PORTION_BITS);
      return Array.from({ length: width }, (_, at) => touching(portion * width + at, span)).flat();
    }
    const [from = 0, to = 0] = [portion, portion + 1].map(
      (it) => it * 2 ** (KEY_BITS - PORTION_BITS),
    );
    const grams = touching(Math.floor(portion / 2 ** (PORTION_BITS - bits)), span);
    return grams.filter(({ key }) => key >= from && key < to);
  };
}

/** Whether any document of a span that was is in a span of now. */
function touches(numbers: Int32Array, was: Span, { from, end }: Span): boolean {
  const within = numbers.subarray(was.from, was.end);
  const first = within.find((number) => number !== -1);
  const last = within.findLast((number) => number !== -1);
  return first !== undefined && last !== undefined && first < end && last >= from;
}
