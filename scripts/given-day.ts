/** `--date` of the commands: a day as it may be written in an article. */
import { calendarDay } from '../src/model/calendar.ts';
import { wrongUse } from './arguments.ts';

/** @param now `YYYY-MM-DD HH:MM`; its day where none is given */
export function givenDay(written: string | undefined, now: string): string {
  if (written === undefined) return now.slice(0, 10);
  const read = calendarDay(written.trim());
  if ('text' in read) return read.text;
  return read.becomes ?? wrongUse(`--date：${read.message}\n${read.fix}`);
}
