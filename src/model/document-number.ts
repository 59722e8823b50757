/** 文号: 机关代字〔2026〕12号, as GB/T 9704-2012 (7.2.5) has it. 令 and 公告 are numbered in ways of their own. */

/** The parts of a number in the regular form. */
export interface DocumentNumber {
  /** 示机管发 */
  code: string;
  year: number;
  serial: number;
}

/** What is wrong with a number, and its right form. */
export interface NumberFault {
  /** 「〔26〕」的年份要写全, without a full stop. */
  what: string;
  becomes: string;
  /** The paper itself may have it so, for older ones did: it is told and stops nothing. */
  mayBePrinted: boolean;
}

const REGULAR = /^(?<code>[^\s\d〔〕]+)〔(?<year>\d{4})〕(?<serial>[1-9]\d{0,4})号$/u;
/** 公告 and 令: 第12号公告, 2026年第5号, 示例自治区人民政府令第12号, 国令第七一一号. */
const OWN_FORM = /第\s*[\d〇零一二三四五六七八九十百千]+\s*号|(?:令|公告|通告)/u;
const OPEN = '〔[【(（［〖﹝〈<《｛{';
const CLOSE = '〕]】)）］〗﹞〉>》｝}';
const LOOSE = new RegExp(
  String.raw`^(?<code>[^\s\d${escaped(OPEN + CLOSE)}]+?)\s*(?:(?<open>[${escaped(OPEN)}])\s*(?<year>\d{4}|\d{2})\s*(?<yearSign>年?)\s*(?<close>[${escaped(CLOSE)}])|(?<bareYear>(?:19|20)\d{2})(?:年|\s*[-—－]\s*|\s+))\s*(?<ordinal>第?)\s*(?<serial>\d{1,5})\s*(?<end>号?)$`,
  'u',
);

/** A number in the regular form; undefined for 令, 公告 and what is wrong. */
export function readNumber(written: string): DocumentNumber | undefined {
  const groups = REGULAR.exec(written)?.groups;
  if (!groups) return undefined;
  const { code = '', year, serial } = groups;
  return { code, year: Number(year), serial: Number(serial) };
}

/**
 * What is wrong with a number; undefined where nothing is. Of what has no form that is known nothing is said to be wrong
 * but that: `becomes` is empty.
 */
export function numberFault(written: string): NumberFault | undefined {
  if (readNumber(written)) return undefined;
  const plain = withPlainDigits(written);
  const groups = LOOSE.exec(plain)?.groups;
  const isOwnForm = OWN_FORM.test(plain);
  if (!groups) {
    return isOwnForm ? undefined : { what: '读不懂', becomes: '', mayBePrinted: true };
  }
  const { code = '', open, year, yearSign, close, bareYear, ordinal, serial = '', end } = groups;
  if (/(?:令|公告|通告)$/u.test(code)) return undefined;
  const number = Number(serial);
  if (number === 0) return { what: '没有第 0 号', becomes: '', mayBePrinted: false };
  const becomes = `${code}〔${fullYear(year ?? bareYear ?? '')}〕${number}号`;
  const fault = (what: string, mayBePrinted = false): NumberFault => ({
    what,
    becomes,
    mayBePrinted,
  });
  if (plain !== written && readNumber(plain)) return fault('数字要用半角的');
  if (bareYear !== undefined) {
    // 示例局2026年第5号 is how a 公告 may be numbered.
    return ordinal === '' ? fault('年份要用六角括号「〔〕」括起来') : undefined;
  }
  if (open !== '〔' || close !== '〕') {
    return fault(`年份用了「${open}${close}」，要用六角括号「〔〕」`);
  }
  if (end === '') return fault('后面少了「号」字');
  if (yearSign !== '') return fault('括号里只写年份的数字，不写「年」');
  if (year?.length === 2) return fault(`年份「${year}」要写全`, true);
  if (ordinal !== '') return fault('序号前面不加「第」字', true);
  if (serial.startsWith('0')) return fault(`序号「${serial}」前面不加 0`, true);
  return fault('中间有多余的空格');
}

/** Numbers that are the same to a reader have the same key. */
export function numberKey(written: string): string {
  const { becomes = '' } = numberFault(written) ?? {};
  return (becomes || withPlainDigits(written)).replaceAll(/\s/g, '');
}

/** By code, year and serial; what has no regular number comes last. */
export function byNumber(a: string | undefined, b: string | undefined): number {
  const [first, second] = [a, b].map((written) => written && readNumber(written));
  if (first && second) {
    if (first.code !== second.code) return first.code < second.code ? -1 : 1;
    return first.year - second.year || first.serial - second.serial;
  }
  if (first) return -1;
  if (second) return 1;
  return (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0;
}

/** No bureau has documents of before 1949. */
function fullYear(year: string): string {
  if (year.length === 4) return year;
  return Number(year) < 49 ? `20${year}` : `19${year}`;
}

/** ０１２ → 012, and spaces of any width as one. */
function withPlainDigits(written: string): string {
  return written
    .replaceAll(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .trim();
}

function escaped(signs: string): string {
  return signs.replaceAll(/[[\]{}()\\^]/gu, String.raw`\$&`);
}
