/** Whole numbers in Han numerals: 七百一十一, and figure by figure 七一一, as the numbers of orders and years are written. */

const DIGITS = '〇一二三四五六七八九';
const UNITS: readonly (readonly [string, number])[] = [
  ['千', 1000],
  ['百', 100],
  ['十', 10],
];
const GREATEST = 9999;

/** A numeral of at most four figures within a regular expression. */
export const HAN_NUMERAL = '[〇零一二三四五六七八九十百千]{1,8}';

/** @returns undefined when it is no numeral: 十百, 三十十 */
export function numberOf(numeral: string): number | undefined {
  const plain = numeral.replaceAll('零', '〇');
  const figures = [...plain].map((sign) => DIGITS.indexOf(sign));
  if (figures.every((figure) => figure >= 0)) {
    return figures.length > 0 && figures.length <= 4 ? Number(figures.join('')) : undefined;
  }
  const [, thousands, hundreds, tens, ones = ''] = BY_UNITS.exec(plain) ?? [];
  const value = [thousands, hundreds, tens].reduce(
    (sum, part, at) => sum + (part === undefined ? 0 : digitOf(part[0]) * (UNITS[at]?.[1] ?? 0)),
    digitOf(ones || '〇'),
  );
  // What it is must be written so: 三百五 is no number of a document.
  return inUnits(value).replaceAll('零', '〇') === plain.replace(/^一十/, '十') ? value : undefined;
}

/** 七百一十一; from a hundred on also 七一一. None of what is not from 1 to 9999. */
export function numeralsOf(value: number): string[] {
  if (!Number.isInteger(value) || value < 1 || value > GREATEST) return [];
  return value < 100 ? [inUnits(value)] : [inUnits(value), byFigures(String(value))];
}

/** 2024 as 二〇二四. */
export const byFigures = (figures: string): string =>
  [...figures].map((figure) => DIGITS.charAt(Number(figure))).join('');

const BY_UNITS =
  /^(?:([一二三四五六七八九]千)?〇?([一二三四五六七八九]百)?〇?([一二三四五六七八九]?十)?)?〇?([一二三四五六七八九])?$/;

/** 十 alone is 一十. */
const digitOf = (sign = ''): number => (sign === '十' ? 1 : DIGITS.indexOf(sign));

function inUnits(value: number): string {
  let rest = value;
  let numeral = '';
  for (const [unit, size] of UNITS) {
    const figure = Math.floor(rest / size);
    rest %= size;
    if (figure > 0) numeral += DIGITS.charAt(figure) + unit;
    else if (numeral !== '' && rest > 0 && !numeral.endsWith('零')) numeral += '零';
  }
  if (rest > 0) numeral += DIGITS.charAt(rest);
  return numeral.replace(/^一十/, '十');
}
