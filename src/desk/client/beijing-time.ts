/** Dates as articles write them, `2026-03-05` or `2026-03-05 10:30`: Beijing time, wherever this computer says it is. */

export interface WrittenDate {
  /** `2026-03-05` */
  day: string;
  /** `10:30`, or empty */
  time: string;
}

/** Undefined for what is written in another way, which is left as it is. */
export function readDate(written: string): WrittenDate | undefined {
  const found = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/u.exec(written.trim());
  return found ? { day: found[1] ?? '', time: found[2] ?? '' } : undefined;
}

export function writeDate({ day, time }: WrittenDate): string {
  return day && time ? `${day} ${time}` : day;
}

/** @param now milliseconds */
export function isInFuture(written: string, now: number): boolean {
  const date = readDate(written);
  return date !== undefined && writeDate({ ...date, time: date.time || '00:00' }) > beijing(now);
}

/** `2026-11-25 10:32` */
export function beijing(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
