/** How long an article may follow its date: what inspectors call a forged one is told while it is being written, too. */
import { addDays } from '../days.ts';
import { isLaterThan } from '../working-days.ts';

/** Working days in which an article may follow its date. */
export const DAYS_ALLOWED = 3;

/**
 * The oldest date that an article which is published today may bear; an older one is certainly too old.
 * @param today `YYYY-MM-DD`
 */
export function oldestDate(today: string): string {
  let day = today;
  for (let before = addDays(day, -1); isLaterThan(before, today, DAYS_ALLOWED) !== true;) {
    day = before;
    before = addDays(day, -1);
  }
  return day;
}
