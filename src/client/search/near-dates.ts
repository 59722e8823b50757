/** Days and months near one of which nothing was found. */
import { ofDate } from '../../labels/zh-CN/scripts/near-searches.ts';
import { toAddress, type Asked } from './address.ts';
import type { SaidDate } from './said-dates.ts';
import type { Offer } from './view.ts';

const BEIJING = 8 * 3_600_000;
const DAY = 24 * 3_600_000;
/** How far is looked: a file or two each. */
const MOST_DAYS = 14;
const MOST_MONTHS = 6;

/**
 * The nearest before, and of days the nearest after, that have something; none after today.
 * @param finds whether a query finds something
 */
export async function nearDates(
  { order }: Asked,
  [date]: readonly SaidDate[],
  now: Date,
  finds: (query: string) => Promise<boolean>,
): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const row of rowsNear(date?.read ?? '', now.getTime() + BEIJING)) {
    for (const query of row) {
      // What was asked is answered; that nothing else can be offered is no failure.
      if (!(await finds(query).catch(() => false))) continue;
      offers.push({ text: ofDate(query), address: toAddress({ query, order }) });
      break;
    }
  }
  return offers;
}

/** What is looked at one after the other, before and after. */
function rowsNear(read: string, today: number): string[][] {
  const [, first = '', end] = /^(\d{4}年\d{1,2}月(?:\d{1,2}日)?)(?:至(.+))?$/.exec(read) ?? [];
  const [year = 0, month = 0, day] = first
    .split(/[年月日]/)
    .flatMap((part) => (part ? [Number(part)] : []));
  if (year === 0) return [];
  if (day === undefined) {
    return [range(MOST_MONTHS, (step) => monthOf(new Date(Date.UTC(year, month - 1 - step, 1))))];
  }
  const from = Date.UTC(year, month - 1, day);
  const last = end === undefined ? from : from + 6 * DAY;
  const ahead = Math.min(MOST_DAYS, Math.floor((today - last) / DAY));
  return [
    range(MOST_DAYS, (step) => dayOf(from - step * DAY)),
    range(Math.max(0, ahead), (step) => dayOf(last + step * DAY)),
  ];
}

/** Of 1 to `count`. */
const range = (count: number, of: (step: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => of(index + 1));

const monthOf = (date: Date): string => `${date.getUTCFullYear()}年${date.getUTCMonth() + 1}月`;

function dayOf(time: number): string {
  const date = new Date(time);
  return `${monthOf(date)}${date.getUTCDate()}日`;
}
