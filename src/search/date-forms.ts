/** The ways in which a date may stand in a text. */

export interface DateForm {
  written: string;
  /** Counts only in pages published in this year. */
  year?: string;
}

/** A day as a reader may ask for it. */
export interface AskedDate {
  /** '' when it was not said. */
  year: string;
  month: number;
  day: number;
}

/** @returns undefined when the term (as the reader wrote it) is no date */
export function dateIn(term: string): AskedDate | undefined {
  const [, year = '', month, day] =
    PATTERNS.map((it) => it.exec(term.normalize('NFKC'))).find(Boolean) ?? [];
  if (!month || !day || !isDay(Number(month), Number(day))) return undefined;
  return { year, month: Number(month), day: Number(day) };
}

/**
 * The other ways to write a date: 2026-03-05, 2026/3/5 and 2026年3月5日 are one, and a page of 2026 need not say the
 * year; 3月5日 is also within 2026-03-05.
 *
 * @param term as the reader wrote it
 * @returns the forms that are to be looked for; empty when the term is no date
 */
export function dateForms(term: string): DateForm[] {
  const date = dateIn(term);
  if (!date) return [];
  const { year } = date;
  const [m, d] = [String(date.month), String(date.day)];
  const [mm, dd] = [m.padStart(2, '0'), d.padStart(2, '0')];
  const chinese = [`${m}月${d}日`, `${mm}月${dd}日`];
  if (!year) return forms([...chinese, `-${mm}-${dd}`]);
  const withYear = [
    ...chinese.map((form) => `${year}年${form}`),
    `${year}-${mm}-${dd}`,
    `${year}-${m}-${d}`,
    `${year}.${m}.${d}`,
    `${year}/${m}/${d}`,
  ];
  return [...forms(withYear), ...forms(chinese).map((form) => ({ ...form, year }))];
}

const PATTERNS = [
  /^((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日$/,
  /^((?:19|20)\d\d)[-./](\d{1,2})[-./](\d{1,2})$/,
  /^()(\d{1,2})月(\d{1,2})日$/,
];

const isDay = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31;
const forms = (written: readonly string[]): DateForm[] =>
  [...new Set(written)].map((form) => ({ written: form }));
