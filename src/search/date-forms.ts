/** The ways in which a date, or a few days in a row, may stand in a text. */

export interface DateForm {
  written: string;
  /** Counts only in pages published in this year. */
  year?: string;
}

/** A day or a month as a reader may ask for it. */
export interface AskedDate {
  /** '' when it was not said; of a month it always is. */
  year: string;
  month: number;
  /** Undefined when the whole month is asked for. */
  day?: number;
}

/** @returns the date, or each day of a row (2026年11月16日至22日) of at most a week; none when the term is neither */
export function datesIn(term: string): AskedDate[] {
  const date = dateIn(term);
  return date ? [date] : daysIn(term);
}

function daysIn(term: string): AskedDate[] {
  const { groups } = RANGE.exec(term.normalize('NFKC')) ?? {};
  if (!groups) return [];
  const { year = '', month = '', day = '', toYear, toMonth, toDay = '' } = groups;
  const first = dayNumber(year, month, day);
  const last = dayNumber(toYear ?? year, toMonth ?? month, toDay);
  const length = last - first + 1;
  // A day that is none (31 April) has no number.
  if (!(length > 1 && length <= LONGEST_ROW)) return [];
  return Array.from({ length }, (_, at) => {
    const date = new Date((first + at) * A_DAY);
    return {
      year: String(date.getUTCFullYear()),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    };
  });
}

const A_DAY = 86_400_000;
/** Days. Each is a small file to load in every layer of the index. */
const LONGEST_ROW = 7;
const RANGE =
  /^(?<year>(?:19|20)\d\d)年(?<month>\d{1,2})月(?<day>\d{1,2})[日号]?[至到~-](?:(?:(?<toYear>(?:19|20)\d\d)年)?(?<toMonth>\d{1,2})月)?(?<toDay>\d{1,2})[日号]$/;

/** Days since 1970; NaN of a day that is not in the calendar. */
export function dayNumber(year: string, month: string, day: string): number {
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(time);
  const isReal = date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
  return isReal ? time / A_DAY : Number.NaN;
}

function dateIn(term: string): AskedDate | undefined {
  const written = term.normalize('NFKC');
  const [, year = '', month, day] = PATTERNS.map((it) => it.exec(written)).find(Boolean) ?? [];
  if (!month || !isMonth(Number(month))) return undefined;
  if (day === undefined) return { year, month: Number(month) };
  return isDay(Number(day)) ? { year, month: Number(month), day: Number(day) } : undefined;
}

/**
 * The other ways to write a date: 2026-03-05, 2026/03/05 and 2026年3月5日 are one, and a page of 2026 need not say the
 * year; 3月5日 is also within 2026-03-05. A month is in every one of its days that are written with the year; 2026-03
 * alone may be a number, and is no other way to write 2026年3月. Of days in a row each counts that is written with its year.
 *
 * @param term as the reader wrote it
 * @returns the forms that are to be looked for; empty when the term is no date
 */
export function dateForms(term: string): DateForm[] {
  const [date, ...more] = datesIn(term);
  if (!date) return [];
  if (more.length > 0) return [date, ...more].flatMap((each) => forms(wholeDates(each)));
  const { year, month, day } = date;
  const [m, mm] = bothOf(month);
  if (day === undefined) {
    const days = DAYS.flatMap((each) => figures(year, month, each));
    return forms([`${year}年${m}月`, `${year}年${mm}月`, ...days]);
  }
  const [d, dd] = bothOf(day);
  const chinese = [`${m}月${d}日`, `${mm}月${dd}日`];
  if (!year) return forms([...chinese, `-${mm}-${dd}`]);
  return [...forms(wholeDates(date)), ...forms(chinese).map((form) => ({ ...form, year }))];
}

/** A day with its year. */
function wholeDates({ year, month, day = 1 }: AskedDate): string[] {
  const [[m, mm], [d, dd]] = [bothOf(month), bothOf(day)];
  return [`${year}年${m}月${d}日`, `${year}年${mm}月${dd}日`, ...figures(year, month, day)];
}

/** Whether a page was published then. @param published `2026-03-05`; '' when it has no date */
export function isPublishedOn(published: string, { year, month, day }: AskedDate): boolean {
  const [ofYear, ofMonth, ofDay] = published.split('-');
  return (
    (year === '' || ofYear === year) &&
    Number(ofMonth) === month &&
    (day === undefined || Number(ofDay) === day)
  );
}

const PATTERNS = [
  /^((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})[日号]$/,
  /^((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})$/,
  /^()(\d{1,2})月(\d{1,2})[日号]$/,
  /^((?:19|20)\d\d)年(\d{1,2})月份?$/,
  /^((?:19|20)\d\d)[-./](\d{1,2})$/,
];

const DAYS = Array.from({ length: 31 }, (_, at) => at + 1);

export const isMonth = (month: number) => month >= 1 && month <= 12;
export const isDay = (day: number) => day >= 1 && day <= 31;

/** As short as can be, and of two figures. */
const bothOf = (number: number) => [String(number), String(number).padStart(2, '0')] as const;

function figures(year: string, month: number, day: number): string[] {
  const [[m, mm], [d, dd]] = [bothOf(month), bothOf(day)];
  return ['-', '.', '/'].flatMap((mark) => [[year, mm, dd].join(mark), [year, m, d].join(mark)]);
}

const forms = (written: readonly string[]): DateForm[] =>
  [...new Set(written)].map((form) => ({ written: form }));
