/** Numbers as Word writes them before paragraphs (ECMA-376, 17.18.59 ST_NumberFormat, what Chinese offices use of it). */

interface Digits {
  digits: string;
  units: readonly string[];
  /** Whether ten is 十 and not 一十. */
  isShortTen: boolean;
}

const PLAIN: Digits = {
  digits: '零一二三四五六七八九',
  units: ['', '十', '百', '千'],
  isShortTen: true,
};
const LEGAL: Digits = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['', '拾', '佰', '仟'],
  isShortTen: false,
};
const ROMAN: readonly [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];
const LARGEST_COUNTED = 99_999_999;

/** @param format `w:numFmt`; an unknown one is written in digits, as Word does */
export function formatNumber(number: number, format: string): string {
  // A file may claim any number to begin with.
  if (!Number.isSafeInteger(number) || number < 0 || number > LARGEST_COUNTED)
    return String(number);
  switch (format) {
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    // What WPS writes for 一、二、三.
    case 'japaneseCounting':
    case 'koreanCounting':
      return counted(number, PLAIN);
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return counted(number, LEGAL);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return String(number).replaceAll(/\d/g, (digit) => signOf('〇一二三四五六七八九', +digit));
    case 'ideographTraditional':
      return signOf('甲乙丙丁戊己庚辛壬癸', (number - 1) % 10);
    case 'ideographZodiac':
      return signOf('子丑寅卯辰巳午未申酉戌亥', (number - 1) % 12);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(number);
    case 'ideographEnclosedCircle':
      return within(number, 1, 10) ? String.fromCodePoint(0x3280 + number - 1) : String(number);
    case 'decimalEnclosedParen':
      return within(number, 1, 20) ? String.fromCodePoint(0x2474 + number - 1) : `(${number})`;
    case 'decimalEnclosedFullstop':
      return within(number, 1, 20) ? String.fromCodePoint(0x2488 + number - 1) : `${number}.`;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(number).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + +digit));
    case 'decimalZero':
      return number < 10 ? `0${number}` : String(number);
    case 'upperRoman':
      return roman(number);
    case 'lowerRoman':
      return roman(number).toLowerCase();
    case 'upperLetter':
      return letters(number);
    case 'lowerLetter':
      return letters(number).toLowerCase();
    default:
      return String(number);
  }
}

function counted(number: number, style: Digits): string {
  const zero = signOf(style.digits, 0);
  if (number === 0) return zero;
  const high = Math.floor(number / 10_000);
  const low = number % 10_000;
  const rest = low === 0 ? '' : (low < 1000 ? zero : '') + fourDigits(low, style);
  const whole = high > 0 ? `${fourDigits(high, style)}万${rest}` : fourDigits(low, style);
  return style.isShortTen && whole.startsWith('一十') ? whole.slice(1) : whole;
}

function fourDigits(number: number, { digits, units }: Digits): string {
  let written = '';
  let isAfterZero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(number / 10 ** place) % 10;
    if (digit > 0) {
      if (isAfterZero && written !== '') written += signOf(digits, 0);
      written += signOf(digits, digit) + (units[place] ?? '');
    }
    isAfterZero = digit === 0;
  }
  return written;
}

function circled(number: number): string {
  if (within(number, 1, 20)) return String.fromCodePoint(0x2460 + number - 1);
  if (within(number, 21, 35)) return String.fromCodePoint(0x3251 + number - 21);
  return within(number, 36, 50) ? String.fromCodePoint(0x32b1 + number - 36) : String(number);
}

function roman(number: number): string {
  if (number > 3999) return String(number);
  let written = '';
  let left = number;
  for (const [value, sign] of ROMAN) {
    written += sign.repeat(Math.floor(left / value));
    left %= value;
  }
  return written;
}

/** A … Z, AA, BB …: Word repeats the letter. */
function letters(number: number): string {
  if (number < 1) return '';
  const letter = String.fromCodePoint(65 + ((number - 1) % 26));
  return letter.repeat(Math.min(10, Math.ceil(number / 26)));
}

function within(number: number, least: number, most: number): boolean {
  return number >= least && number <= most;
}

function signOf(signs: string, index: number): string {
  return signs[index] ?? '';
}
