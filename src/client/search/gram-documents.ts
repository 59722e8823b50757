/** Asks the index which documents hold a gram, and where. A layer has those that come after the ones of the layer before. */
import type { IndexList, Layer } from '../../search/index-list.ts';
import { bucketPath, positionsPath } from '../../search/index-list.ts';
import { bucketOf, findInBucket } from '../../search/postings.ts';
import { decodePositions, positionsPart } from '../../search/positions.ts';
import type { IndexFiles } from './index-files.ts';

/** Documents by their numbers, ascending. */
export interface Documents {
  documents: readonly number[];
  /** Those that have it in their title. */
  titled: readonly number[];
}

export interface GramDocuments {
  /** The documents that hold a gram. */
  of(key: number): Promise<Documents>;
  /** By document, the places of a gram of three Han characters. @param wanted only of layers that hold one of these */
  placesOf(key: number, wanted: readonly number[]): Promise<Map<number, number[]>>;
  /** The first and the last number, and one more, of a year. */
  yearRange(year: string): readonly (readonly [first: number, end: number])[];
}

export function gramDocuments({ list, bytes }: IndexFiles): GramDocuments {
  const find = async (layer: Layer, key: number) => {
    const bucket = bucketOf(key, layer.bits);
    return { bucket, found: findInBucket(await bytes(bucketPath(layer, bucket)), key, layer.bits) };
  };
  const ends = [...list.years.slice(1).map(([, first]) => first), documentsOf(list)];
  return {
    async of(key) {
      const parts = await Promise.all(list.layers.map((layer) => find(layer, key)));
      return {
        documents: parts.flatMap(({ found }) => found?.documents ?? []),
        titled: parts.flatMap(({ found }) => found?.titled ?? []),
      };
    },
    async placesOf(key, wanted) {
      const isWanted = new Set(wanted);
      const parts = await Promise.all(
        list.layers.map(async (layer): Promise<[number, number[]][]> => {
          const { bucket, found } = await find(layer, key);
          if (!found?.documents.some((document) => isWanted.has(document))) return [];
          const { path, place } = positionsPath(layer, bucket);
          const part = positionsPart(
            await bytes(path),
            place,
            2 ** (layer.bits - layer.positionBits),
          );
          const places = decodePositions(part, [...found.before, found]).at(-1) ?? [];
          return found.documents.map((document, at) => [document, places[at] ?? []]);
        }),
      );
      return new Map(parts.flat());
    },
    yearRange(year) {
      return list.years.flatMap(([of, first], at) =>
        of === year ? [[first, ends[at] ?? 0] as const] : [],
      );
    },
  };
}

function documentsOf({ periods }: IndexList): number {
  return periods.reduce((sum, { documents }) => sum + documents, 0);
}
