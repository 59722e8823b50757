/** Dates as grams: one for all ways of writing a day (`date-forms.ts`), so that a query of a date asks for few. */

/** Of a day without its year in Chinese, the same in figures (-03-05), and with its year. */
export const DATE_KINDS = { chinese: 'd', figures: 'e', full: 'f' } as const;

export const dayGram = (kind: string, month: number, day: number) => `${kind}${month}-${day}`;
export const fullDateGram = (year: string, month: number, day: number) =>
  `${DATE_KINDS.full}${year}-${month}-${day}`;

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
  FULL.lastIndex = at;
  const { year, cm, cd, dm, dd, sm, sd, pm, pd } = FULL.exec(text)?.groups ?? {};
  const [fullMonth = '', fullDay = ''] = [cm ?? dm ?? sm ?? pm, cd ?? dd ?? sd ?? pd];
  if (year && isEven(fullMonth, fullDay) && !((sm ?? pm) && isPadded(fullMonth, fullDay))) {
    grams.push(fullDateGram(year, Number(fullMonth), Number(fullDay)));
  }
  return grams;
}

const CHINESE = /(\d{1,2})月(\d{1,2})日/y;
const FIGURES = /(\d\d)-(\d\d)(?!\d)/y;
const FULL =
  /(?<year>(?:19|20)\d\d)(?:年(?<cm>\d{1,2})月(?<cd>\d{1,2})日|-(?<dm>\d{1,2})-(?<dd>\d{1,2})(?!\d)|\.(?<sm>\d{1,2})\.(?<sd>\d{1,2})(?!\d)|\/(?<pm>\d{1,2})\/(?<pd>\d{1,2})(?!\d))/y;

/** Month and day both as short as can be, or both of two figures: 03月5日 is no form. */
function isEven(month: string, day: string): boolean {
  if (!month || !day) return false;
  const plain = !month.startsWith('0') && !day.startsWith('0');
  return plain || (month.length === 2 && day.length === 2);
}

const isPadded = (month: string, day: string) => month.startsWith('0') || day.startsWith('0');
