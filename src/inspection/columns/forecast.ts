/** The day on which a column fails, if nothing is published that is not scheduled yet; and how often it is updated. */
import { addDays, daysBetween } from '../days.ts';
import { lastOn, turnsAfter } from './column-updates.ts';
import type { ColumnUpdates, Update } from './column-updates.ts';

/** From the day of the last update to the last day on which that is recent enough. */
export type Limit = (last: string) => string;

export const withinDays =
  (days: number): Limit =>
  (last) =>
    addDays(last, days);

export interface Failure {
  /** The first day on which it counts. */
  day: string;
  why: 'stale' | 'empty';
}

/**
 * @param today days before it are not asked for: what fails already has a day that may lie in the past
 * @param limit left out for a column that need not be updated: it only fails when it is empty
 */
export function failureOf(
  column: Pick<ColumnUpdates, 'updates'>,
  today: string,
  limit?: Limit,
): Failure | undefined {
  let from = today;
  for (const next of [...turnsAfter(column, today), undefined]) {
    const last = lastOn(column, from);
    if (last === undefined) return { day: from, why: 'empty' };
    const stale = limit && addDays(limit(last), 1);
    if (stale !== undefined && (next === undefined || stale < next)) {
      return { day: stale > from || from === today ? stale : from, why: 'stale' };
    }
    if (next === undefined) return undefined;
    from = next;
  }
  return undefined;
}

/** So many of the last intervals are looked at. */
const INTERVALS = 12;

/** The usual pace: the median of days between two days with articles; undefined with fewer than two intervals. */
export function usualPace(updates: readonly Update[], today: string): number | undefined {
  const days = [...new Set(updates.map(({ from }) => from).filter((from) => from <= today))];
  const gaps = days
    .slice(0, INTERVALS + 1)
    .flatMap((day, at, all) => (at > 0 ? [daysBetween(day, all[at - 1] ?? day)] : []))
    .toSorted((a, b) => a - b);
  if (gaps.length < 2) return undefined;
  const middle = Math.floor(gaps.length / 2);
  const upper = gaps[middle] ?? 0;
  return gaps.length % 2 === 1 ? upper : ((gaps[middle - 1] ?? 0) + upper) / 2;
}
