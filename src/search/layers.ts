/**
 * Which documents share a layer of the index: the newest ones, the rest of the newest year, all older ones. A function of
 * their dates alone, never of history or of today. Publishing makes only the small newest layer anew.
 */

/** Documents in the newest layer, at most: one more, and its span of the calendar is halved. */
const MOST_IN_NEWEST = 64;

/** A calendar of equal parts, 32 days a month, so that spans of it can be halved down to a day. */
const MONTH = 32;
const YEAR = 12 * MONTH;
const ALL_YEARS = 4096 * YEAR;

interface Dated {
  /** `2026-03-05`; '' for what has no date, such as single pages: it says what holds now, and is of the newest. */
  date: string;
  /** Unlike that of any other. */
  id: string;
}

/** In the order of their numbers: by date, then by id; what has no date last. */
export function inOrder<T extends Dated>(documents: readonly T[]): T[] {
  const key = ({ date }: Dated) => date || '9999';
  return documents.toSorted((a, b) => compare(key(a), key(b)) || compare(a.id, b.id));
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** @param documents in the order of their numbers @returns the layers, oldest first, none of them empty */
export function layersOf<T extends Dated>(documents: readonly T[]): T[][] {
  const days = documents.map(({ date }) => (date ? dayOf(date) : Infinity));
  const newest = days.findLast((day) => day !== Infinity) ?? 0;
  const countFrom = (start: number, end: number) =>
    days.filter((day) => day >= start && day < end).length;
  let start = 0;
  let size = ALL_YEARS;
  while (size > 1 && countFrom(start, start + size) > MOST_IN_NEWEST) {
    size = partOf(size);
    start += Math.floor((newest - start) / size) * size;
  }
  const borders = [0, Math.min(start, newest - (newest % YEAR)), start, Infinity];
  const within = (from: number, to: number) =>
    documents.filter((_, at) => {
      const day = Math.min(days[at] ?? 0, Number.MAX_VALUE);
      return day >= from && day < to;
    });
  return borders
    .slice(1)
    .map((border, at) => within(borders[at] ?? 0, border))
    .filter(({ length }) => length > 0);
}

/** Blocks of years, years, halves, quarters, months, halves of months, down to a day. */
function partOf(size: number): number {
  return size === 3 * MONTH ? MONTH : size / 2;
}

function dayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year * YEAR + (month - 1) * MONTH + day - 1;
}
