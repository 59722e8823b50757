/** Dates as grams: one for all ways of writing a day (`date-forms.ts`), so that a query of a date asks for few. */
import { isDay, isMonth } from './date-forms.ts';
import type { AskedDate } from './date-forms.ts';

/** Of a day without its year in Chinese, the same in figures (-03-05), a day with its year, and a month with its year. */
export const DATE_KINDS = { chinese: 'd', figures: 'e', full: 'f', month: 'm' } as const;

export const dayGram = (kind: string, month: number, day: number) => `${kind}${month}-${day}`;
export const fullDateGram = (year: string, month: number, day: number) =>
  `${DATE_KINDS.full}${year}-${month}-${day}`;
const monthGram = (year: string, month: number) => `${DATE_KINDS.month}${year}-${month}`;

/** The grams of the dates that begin with the number at `at`; it is whole. */
export function dateGrams(text: string, at: number): string[] {
  const next = text.charAt(at + 1);
  // Most numbers are no dates: that is to be seen without a regular expression.
  if (!/[0-9月]/.test(next)) return [];
  const grams: string[] = [];
  CHINESE.lastIndex = at;
  const [, month = '', day = ''] = CHINESE.exec(text) ?? [];
  if (isEven(month, day)) grams.push(dayGram(DATE_KINDS.chinese, Number(month), Number(day)));
  if (text.charAt(at - 1) === '-') {
    FIGURES.lastIndex = at;
    const [, month = '', day = ''] = FIGURES.exec(text) ?? [];
    if (month) grams.push(dayGram(DATE_KINDS.figures, Number(month), Number(day)));
  }
  return [...grams, ...withYear(text, at)];
}

/** The grams of a page's own date. @param date `2026-03-05`; '' when it has none */
export function ownDateGrams(date: string): string[] {
  if (date === '') return [];
  const [year = '', month, day] = date.split('-');
  const [m, d] = [Number(month), Number(day)];
  return [fullDateGram(year, m, d), dayGram(DATE_KINDS.figures, m, d), monthGram(year, m)];
}

/**
 * Those by which a date is found in all its forms, and pages by their own: of one page that has one of them it is true.
 * `year`: counts only in pages published in this year. Of several days each is asked for with its year alone.
 */
export function askedDateGrams(dates: readonly AskedDate[]): { gram: string; year?: string }[] {
  if (dates.length === 1) return dates.flatMap(gramsOfDate);
  return dates.map(({ year, month, day = 1 }) => ({ gram: fullDateGram(year, month, day) }));
}

function gramsOfDate({ year, month, day }: AskedDate): { gram: string; year?: string }[] {
  if (day === undefined) return [{ gram: monthGram(year, month) }];
  const chinese = dayGram(DATE_KINDS.chinese, month, day);
  return year === ''
    ? [{ gram: chinese }, { gram: dayGram(DATE_KINDS.figures, month, day) }]
    : [{ gram: fullDateGram(year, month, day) }, { gram: chinese, year }];
}

const CHINESE = /(\d{1,2})月(\d{1,2})日/y;
const FIGURES = /(\d\d)-(\d\d)(?!\d)/y;
const MONTH = /((?:19|20)\d\d)年(\d{1,2})月(?:(\d{1,2})日)?/y;
const FULL = /((?:19|20)\d\d)([-./])(\d{1,2})\2(\d{1,2})(?!\d)/y;

function withYear(text: string, at: number): string[] {
  MONTH.lastIndex = at;
  const [, year = '', month = '', day = ''] = MONTH.exec(text) ?? [];
  if (year) {
    const ofMonth = isMonth(Number(month)) ? [monthGram(year, Number(month))] : [];
    if (!isEven(month, day)) return ofMonth;
    return [...ofMonth, fullDateGram(year, Number(month), Number(day))];
  }
  FULL.lastIndex = at;
  const [, ofYear = '', , m = '', d = ''] = FULL.exec(text) ?? [];
  if (!isEven(m, d)) return [];
  const full = fullDateGram(ofYear, Number(m), Number(d));
  const isReal = isMonth(Number(m)) && isDay(Number(d));
  return isReal ? [full, monthGram(ofYear, Number(m))] : [full];
}

/** Month and day both as short as can be, or both of two figures: 03月5日 is no form. */
function isEven(month: string, day: string): boolean {
  if (!month || !day) return false;
  const plain = !month.startsWith('0') && !day.startsWith('0');
  return plain || (month.length === 2 && day.length === 2);
}
