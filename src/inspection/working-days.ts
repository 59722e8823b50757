/** Working days (工作日): Saturdays, Sundays and holidays left out, the days that are worked for them counted. */
import { addDays, daysBetween, weekday } from './days.ts';
import { HOLIDAYS } from './holidays.ts';

/** The longest run of days of which none need be a working day: a holiday of eight or nine with the weekends about it. */
const LONGEST_BREAK = 12;

/** Whether a day is worked on; undefined in a year whose holidays are not known. */
export function isWorkingDay(day: string): boolean | undefined {
  const year = HOLIDAYS[day.slice(0, 4)];
  if (!year) return undefined;
  if (year.worked.includes(day)) return true;
  if (year.free.some(([first, last]) => day >= first && day <= last)) return false;
  return ![0, 6].includes(weekday(day));
}

/** The day on which so many working days are over, the first not counted; undefined where a year is not known. */
export function workingDayAfter(day: string, days: number): string | undefined {
  let left = days;
  let at = day;
  while (left > 0) {
    at = addDays(at, 1);
    const works = isWorkingDay(at);
    if (works === undefined) return undefined;
    if (works) left -= 1;
  }
  return at;
}

/**
 * Whether more than so many working days lie between two days, the first not counted and the last counted.
 * @returns `unknown` where it hangs on the holidays of a year that are not known
 */
export function isLaterThan(from: string, to: string, days: number): boolean | 'unknown' {
  const all = daysBetween(from, to);
  if (all <= days) return false;
  // However the holidays lie.
  if (all > LONGEST_BREAK * (days + 1)) return true;
  let counted = 0;
  let unknown = 0;
  for (let each = 1; each <= all; each += 1) {
    const works = isWorkingDay(addDays(from, each));
    if (works === undefined) unknown += 1;
    else if (works) counted += 1;
  }
  if (counted > days) return true;
  return counted + unknown > days ? 'unknown' : false;
}
