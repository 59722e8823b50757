/** Periods of the calendar: the texts of a period, and what filters they have, change together. */
import { yearOf } from '../search-document.ts';

interface Dated {
  /** `2026-03-05`, or ''. */
  date: string;
}

export interface DocumentPeriod<T> {
  documents: readonly T[];
  /** Each text has a folder by itself, so that one more leaves the others where they are; else those of a day share one. */
  isOpen: boolean;
}

/**
 * The newest day with what has no date, the rest of its year, and all older years.
 * @param documents in the order of their numbers
 * @returns oldest first, none of them empty
 */
export function periodsOf<T extends Dated>(documents: readonly T[]): DocumentPeriod<T>[] {
  const newest = documents.findLast(({ date }) => date !== '')?.date ?? '';
  const isBeforeYear = ({ date }: T) => date !== '' && yearOf(date) < yearOf(newest);
  const isBefore = ({ date }: T) => date !== '' && date < newest;
  const year = documents.findLastIndex(isBeforeYear) + 1;
  const day = documents.findLastIndex(isBefore) + 1;
  return [
    { documents: documents.slice(0, year), isOpen: false },
    { documents: documents.slice(year, day), isOpen: false },
    { documents: documents.slice(day), isOpen: true },
  ].filter(({ documents: { length } }) => length > 0);
}
