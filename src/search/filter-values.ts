/**
 * What filters the documents of a period have: one file a period, JSON that is compressed (deflate in zlib's form). Documents that have
 * all in common share an entry; `entries` has a character for each document, the place of its entry above that of `#`.
 */
import { columnValues } from './search-document.ts';
import type { FilterValues } from './search-document.ts';

export interface PeriodValues {
  /** A column's chain of names, and a source. */
  known: [columns: readonly string[], source: string][];
  entries: string;
}

const FIRST = '#'.charCodeAt(0);

interface Valued {
  columns: readonly string[];
  source: string;
}

export function periodValues(documents: readonly Valued[]): PeriodValues {
  const places = new Map<string, number>();
  const known: PeriodValues['known'] = [];
  let entries = '';
  for (const { columns, source } of documents) {
    const key = JSON.stringify([columns, source]);
    const place = places.get(key) ?? known.push([columns, source]) - 1;
    places.set(key, place);
    entries += String.fromCharCode(FIRST + place);
  }
  return { known, entries };
}

/** @param document its number in the period @param year in which it was published, or '' */
export function valuesOf(
  { known, entries }: PeriodValues,
  document: number,
  year: string,
): FilterValues {
  const [columns, source] = known[entries.charCodeAt(document) - FIRST] ?? [[], ''];
  return {
    column: columnValues(columns),
    year: year ? [year] : [],
    source: source ? [source] : [],
  };
}
