/** The ways in which a date may stand in a text. */

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

/** @returns undefined when the term (as the reader wrote it) is no date */
export function dateIn(term: string): AskedDate | undefined {
  const written = term.normalize('NFKC');
  const [, year = '', month, day] = PATTERNS.map((it) => it.exec(written)).find(Boolean) ?? [];
  if (!month || !isMonth(Number(month))) return undefined;
  if (day === undefined) return { year, month: Number(month) };
  return isDay(Number(day)) ? { year, month: Number(month), day: Number(day) } : undefined;
}

/**
 * The other ways to write a date: 2026-03-05, 2026/03/05 and 2026年3月5日 are one, and a page of 2026 need not say the
 * year; 3月5日 is also within 2026-03-05. A month is in every one of its days that are written with the year; 2026-03
 * alone may be a number, and is no other way to write 2026年3月.
 *
 * @param term as the reader wrote it
 * @returns the forms that are to be looked for; empty when the term is no date
 */
export function dateForms(term: string): DateForm[] {
  const date = dateIn(term);
  if (!date) return [];
  const { year, month, day } = date;
  const [m, mm] = bothOf(month);
  if (day === undefined) {
    const days = DAYS.flatMap((each) => figures(year, month, each));
    return forms([`${year}年${m}月`, `${year}年${mm}月`, ...days]);
  }
  const [d, dd] = bothOf(day);
  const chinese = [`${m}月${d}日`, `${mm}月${dd}日`];
  if (!year) return forms([...chinese, `-${mm}-${dd}`]);
  const withYear = [...chinese.map((form) => `${year}年${form}`), ...figures(year, month, day)];
  return [...forms(withYear), ...forms(chinese).map((form) => ({ ...form, year }))];
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
