/** The rows of buckets of a layer, written portion by portion of the keys; those that are as they were are kept. */
import { bitWriter } from '../bits.ts';
import { KEY_BITS } from '../gram-key.ts';
import { encodePositions } from '../positions.ts';
import type { Placed } from '../positions.ts';
import { encodeBucket } from '../postings.ts';
import type { Span } from '../postings.ts';
import { writeRow } from './bucket-rows.ts';
import type { BucketFiles } from './bucket-rows.ts';
import { CELL_BITS } from './layers.ts';
import type { PlannedLayer, Spans } from './layers.ts';

/** So many equal parts of the keys are made one after the other, each within a cell. */
export const PORTION_BITS = 12;

export interface LayerRows {
  layer: PlannedLayer;
  /** Whether the row that a portion is of is to be made. */
  needs(portion: number): boolean;
  /** @param grams of the portion, ascending by key; portions come in order */
  take(portion: number, grams: readonly Placed[]): void;
  /** The names of all rows. */
  rows(): string[];
}

/**
 * @param keptRow the name of a row that is as it was, by its number
 * @param known rows that are in the folder
 */
export function layerRows(
  folder: string,
  layer: PlannedLayer,
  keptRow: (row: number) => string | undefined,
  known: ReadonlySet<string>,
): LayerRows {
  const { bits, rowBits } = layer.shape;
  const rows = Array.from({ length: 2 ** rowBits }, (_, row) => keptRow(row));
  const writer = bitWriter();
  const inRow = 2 ** (bits - rowBits);
  let bucket = 0;
  let waiting: Placed[] = [];
  let open: BucketFiles[] = [];
  const rowOf = (portion: number) => Math.floor(portion / 2 ** (PORTION_BITS - rowBits));
  const endBucket = (grams: readonly Placed[]) => {
    const documents = encodeBucket(grams, bits, bucketSpan(layer, bucket), writer);
    open.push({ documents, positions: encodePositions(grams, writer) });
    bucket += 1;
    if (open.length < inRow) return;
    rows[bucket / inRow - 1] = writeRow(folder, open, layer.shape, known);
    open = [];
  };
  return {
    layer,
    needs: (portion) => rows[rowOf(portion)] === undefined,
    take(portion, grams) {
      if (bits < PORTION_BITS) {
        const portions = 2 ** (PORTION_BITS - bits);
        bucket = Math.floor(portion / portions);
        for (const gram of grams) waiting.push(gram);
        if (portion % portions < portions - 1) return;
        endBucket(waiting);
        waiting = [];
        return;
      }
      const buckets = 2 ** (bits - PORTION_BITS);
      bucket = portion * buckets;
      let at = 0;
      for (let place = 0; place < buckets; place += 1) {
        const end = (bucket + 1) * 2 ** (KEY_BITS - bits);
        const from = at;
        while ((grams[at]?.key ?? Infinity) < end) at += 1;
        endBucket(grams.slice(from, at));
      }
    },
    rows: () => rows.map((row) => row ?? ''),
  };
}

/** The documents of a layer in a cell. */
export function cellSpan({ from, end }: Spans, cell: number): Span {
  return { from: from[cell] ?? 0, end: end[cell] ?? 0 };
}

/** The documents that any cell of a bucket has. */
export function bucketSpan({ spans, shape: { bits } }: PlannedLayer, bucket: number): Span {
  if (bits >= CELL_BITS) return cellSpan(spans, Math.floor(bucket / 2 ** (bits - CELL_BITS)));
  const cells = 2 ** (CELL_BITS - bits);
  const within = [bucket * cells, (bucket + 1) * cells] as const;
  return {
    from: Math.min(...spans.from.subarray(...within)),
    end: Math.max(...spans.end.subarray(...within)),
  };
}
