/**
 * Which documents share a shard of the index. A function of their dates alone, never of history or of today, and
 * local: a document more or less moves only the borders around its own date.
 */

/** A shard that is built in one go: 0.8 MB of memory a document. */
const MOST = 2000;
/** A closed shard of the newest year: closing a month should not cost many documents. */
const MOST_IN_NEWEST_YEAR = 500;
/** The shard that publishing builds anew. */
const MOST_IN_NEWEST = 100;

/** A calendar of equal parts, 32 days a month, so that spans of it can be halved down to a day. */
const DAY = 1;
const MONTH = 32 * DAY;
const QUARTER = 3 * MONTH;
const YEAR = 4 * QUARTER;
const ALL_YEARS = 4096 * YEAR;

interface Dated {
  /** `2026-03-05`. */
  date: string;
}

/**
 * Spans of the calendar (blocks of years, years, halves, quarters, months, ranges of days) are halved until each
 * holds no more than a shard may: the span with the newest date 100, others of its year 500, older ones 2,000.
 *
 * @returns newest span first; within a span as they came, and none empty.
 */
export function byPeriod<T extends Dated>(documents: readonly T[]): T[][] {
  const placed = documents.map((document) => ({ document, day: dayOf(document.date) }));
  const newest = placed.reduce((latest, { day }) => Math.max(latest, day), 0);
  const mayHold = (start: number, size: number): number => {
    const end = start + size;
    if (end > newest) return MOST_IN_NEWEST;
    return end > newest - (newest % YEAR) ? MOST_IN_NEWEST_YEAR : MOST;
  };
  const split = (within: typeof placed, start: number, size: number): T[][] => {
    if (within.length === 0) return [];
    if (within.length <= mayHold(start, size)) return [within.map(({ document }) => document)];
    if (size === DAY) return pieces(within.map(({ document }) => document));
    const part = size === QUARTER ? MONTH : size / 2;
    const parts = Map.groupBy(within, ({ day }) => Math.floor((day - start) / part));
    return Array.from({ length: size / part }, (_, at) => size / part - 1 - at).flatMap((at) =>
      split(parts.get(at) ?? [], start + at * part, part),
    );
  };
  return split(placed, 0, ALL_YEARS);
}

function dayOf(date: string): number {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return year * YEAR + (month - 1) * MONTH + day - 1;
}

/** A day of an imported archive may hold more than a shard can. */
function pieces<T>(documents: readonly T[]): T[][] {
  const count = Math.ceil(documents.length / MOST);
  return Array.from({ length: count }, (_, at) => documents.slice(at * MOST, (at + 1) * MOST));
}
