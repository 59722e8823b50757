/** Days of the calendar, `YYYY-MM-DD`, as the rules of inspection count them. */

const DAY_MS = 86_400_000;

/** `2026-11-26` and 14 → `2026-12-10`. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The same day of a later month, or its last day: `2026-08-31` and 6 → `2027-02-28`. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  const text = last.toISOString().slice(0, 8);
  return `${text}${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`;
}

/** How many days later the second is. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS);
}

/** 0 for Sunday. */
export function weekday(day: string): number {
  return new Date(`${day}T00:00Z`).getUTCDay();
}

/** `2026-12-09` → `12月9日`; with its year where that is another one than `today`'s. */
export function spoken(day: string, today: string): string {
  const [year = '', month, date] = day.split('-');
  const short = `${Number(month)}月${Number(date)}日`;
  return today.startsWith(year) ? short : `${year}年${short}`;
}
