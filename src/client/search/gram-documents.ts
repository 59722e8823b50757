/** Asks the index which documents hold a gram, and where. Numbers of documents go through all layers. */
import type { Layer } from '../../search/index-list.ts';
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
  const layers = withFirsts(list.layers);
  const find = async (layer: Layer, key: number) => {
    const bucket = bucketOf(key, layer.bits);
    return { bucket, found: findInBucket(await bytes(bucketPath(layer, bucket)), key, layer) };
  };
  return {
    async of(key) {
      const parts = await Promise.all(
        layers.map(async ({ layer, first }) => {
          const { found } = await find(layer, key);
          const shifted = (numbers: readonly number[] = []) => numbers.map((it) => it + first);
          return { documents: shifted(found?.documents), titled: shifted(found?.titled) };
        }),
      );
      return {
        documents: parts.flatMap(({ documents }) => documents),
        titled: parts.flatMap(({ titled }) => titled),
      };
    },
    async placesOf(key, wanted) {
      const parts = await Promise.all(
        layers.map(async ({ layer, first }): Promise<[number, number[]][]> => {
          const isIn = (number: number) => number >= first && number < first + layer.documents;
          if (!wanted.some(isIn)) return [];
          const { bucket, found } = await find(layer, key);
          if (!found) return [];
          const { path, place } = positionsPath(layer, bucket);
          const part = positionsPart(
            await bytes(path),
            place,
            2 ** (layer.bits - layer.positionBits),
          );
          const places = decodePositions(part, [...found.before, found]).at(-1) ?? [];
          return found.documents.map((document, at) => [document + first, places[at] ?? []]);
        }),
      );
      return new Map(parts.flat());
    },
    yearRange(year) {
      return layers.flatMap(({ layer, first }) => {
        const at = layer.years.findIndex(([of]) => of === year);
        const from = layer.years[at]?.[1];
        if (from === undefined) return [];
        return [[first + from, first + (layer.years[at + 1]?.[1] ?? layer.documents)] as const];
      });
    },
  };
}

/** The layers, each with the number of its first document. */
export function withFirsts(layers: readonly Layer[]): { layer: Layer; first: number }[] {
  let next = 0;
  return layers.map((layer) => {
    const first = next;
    next += layer.documents;
    return { layer, first };
  });
}
