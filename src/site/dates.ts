/** Dates on the site are Beijing time (UTC+8, no summer time), whatever the zone of the machine. */
import type { Labels } from '../labels/labels.ts';

const BEIJING_MINUTES = 8 * 60;

/** An instant as `YYYY-MM-DD HH:MM` of Beijing. */
export function beijingTime(instant: Date): string {
  const shifted = new Date(instant.getTime() + BEIJING_MINUTES * 60_000);
  return shifted.toISOString().slice(0, 16).replace('T', ' ');
}

/** `2026-03-05 10:30` → `2026-03-05`. */
export function day(date: string): string {
  return date.slice(0, 10);
}

/** `03-05` in that year, `2025-03-05` in another one. */
export function dayIn(year: string | undefined, date: string): string {
  return yearOfDate(date) === year ? date.slice(5, 10) : day(date);
}

/** `2026-02-28` → `2026-03-01`. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${day(date)}T00:00Z`) + 24 * 3_600_000).toISOString().slice(0, 10);
}

/** `2026-03-05` → `2026年3月5日`, as it stands in a sentence. */
export function inWords({ dates }: Pick<Labels, 'dates'>, date: string): string {
  const [year = 0, month = 0, dayOfMonth = 0] = day(date).split('-').map(Number);
  return dates.day(year, month, dayOfMonth);
}

/** `2026-03-05 10:30` → `2026`. */
export function yearOfDate(date: string): string {
  return date.slice(0, 4);
}

/** ISO 8601 with the zone, for `<time>`, JSON-LD and the site map; a day without a time stays a day. */
export function isoTime(date: string): string {
  return date.length > 10 ? `${day(date)}T${date.slice(11)}:00+08:00` : date;
}

/** The instant of a date; a day without a time begins at midnight of Beijing. */
export function instant(date: string): Date {
  return new Date(`${day(date)}T${date.slice(11) || '00:00'}:00+08:00`);
}
