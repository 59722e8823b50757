/**
 * Numbers by which a person is found: identity cards (GB 11643-1999), mobile telephones, bank cards (ISO/IEC 7812-1). Known by
 * their own check digits as far as they have any, and never repeated whole.
 */

import { plainDigits, withWrittenDigits } from './disguised-digits.ts';
import { papersIn } from './personal-papers.ts';

export type PersonalKind =
  'id' | 'id-unsure' | 'bank' | 'mobile' | 'weak-mask' | 'passport' | 'plate';

export interface PersonalNumber {
  kind: PersonalKind;
  at: number;
  length: number;
  /** What may be shown of it. */
  masked: string;
}

const PROVINCES = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
    ' ',
  ),
);
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECKS = '10X98765432';

/** An identity number is certain by its day and check digit, so that it is known across lines and cells, too. */
const ID = /(?<![\dA-Za-z*])\d(?:[ .·_/\n-]{0,2}\d){16}[ .·_/\n-]{0,2}[\dXx](?![\dA-Za-z*])/g;
const ID_GROUPS = /^\d{6}[ -]?\d{8}[ -]?\d{3}[\dXx]$/;
const OLD_ID = /(?<![\dA-Za-z*.])\d{15}(?![\dA-Za-z*.])/g;
const CARD = /(?<![\dA-Za-z*])\d{4}(?:[ -]?\d{4}){3}(?:[ -]?\d{1,3})?(?![\dA-Za-z*])/g;
const CARD_WORDS = /卡号|账号|帐号|银行|账户|帐户|一卡通|社保卡|开户/u;
/** 138.12345678 is a number with its decimals, 138.1234.5678 is none. */
const MOBILE =
  /(?<![\dA-Za-z*.])(?:\+?(?:00)?86[ -]?)?(?:[(（]1[3-9]\d[)）][ -]?\d{4}[ -]?\d{4}|0?1[3-9]\d(?:[ -]?\d{4}[ -]?\d{4}|([.·_])\d{4}\1\d{4}))(?![\dA-Za-z*]|\.\d)/g;
/** Its digits in groups of any length, in two cells of a table, too. */
const LOOSE_MOBILE = /(?<!\d)1[ .·_/*\n-]{0,2}[3-9](?:[ .·_/*\n-]{0,2}\d){9}(?!\d)/g;
/** Each digit by itself, parted in one way. */
const EVEN_MOBILE = /(?<![\dA-Za-z][ .·_/-]?)1([ .·_/-])[3-9](?:\1\d){9}(?![ .·_/-]?[\dA-Za-z])/g;
const TELEPHONE = /(?:电话|手机|联系|微信|tel|phone|mobile|wx|vx)[^\d\n]{0,12}\n?$/iu;
/** JGSW-2026-11-13800001234 is the number of a project; a name is no such thing: zhangsan-13800001234. */
const CODE = /(?:[A-Z]|[A-Za-z]-?\d[\d-]*)-$/;
/** What is counted is no telephone. */
const COUNTED = /^ *(?:元|万|亿|吨|千瓦|度|立方|平方|公里|千米|米|次|美元)/u;
const WEAK_MOBILE = /(?<![\d*＊xX×])1[3-9]\d{1,9}[*＊xX×]{1,4}\d{0,6}(?![\d*＊])/gu;
const WEAK_ID = /(?<![\d*＊])\d{6}[\d*＊×xX]{12}(?![\d*＊])/gu;
/** Nothing here has fewer digits, however they are spaced and masked. */
const SEVEN = /(?:\d[^\d\p{L}\p{M}，。、；：]{0,4}[xX×]{0,4}){7}/u;

/** The numbers of persons in a text, in their order; they do not overlap. */
export function personalNumbers(text: string): PersonalNumber[] {
  const { text: plain, from } = plainDigits(text);
  const written = withWrittenDigits(plain);
  /** By place: what stands there belongs to one that was found. */
  const taken = new Uint8Array(plain.length);
  const found: PersonalNumber[] = [];
  // A mark in a circle may be no digit, but the number of a note beside one: they are read in both ways.
  for (const reading of written === undefined ? [plain] : [plain, written]) {
    for (const { kind, at, words, masked = mask(words) } of readIn(reading)) {
      const end = at + words.length;
      if (taken[at] === 1 || taken[end - 1] === 1) continue;
      taken.fill(1, at, end);
      found.push({ kind, at: from(at), length: from(end) - from(at), masked });
    }
  }
  return found.toSorted((a, b) => a.at - b.at);
}

/** What was found, in the text as it is read. */
export interface Reading {
  kind: PersonalKind;
  at: number;
  words: string;
  /** Where it is another way than `mask` has. */
  masked?: string;
}

function* readIn(plain: string): Generator<Reading> {
  if (SEVEN.test(plain)) yield* numbersIn(plain);
  yield* papersIn(plain);
}

function* numbersIn(plain: string): Generator<Reading> {
  const near = (index: number, reach: number): string =>
    plain.slice(Math.max(0, index - reach), index);
  const as = (kind: PersonalKind, { 0: words, index }: RegExpExecArray): Reading => ({
    kind,
    at: index,
    words,
  });
  for (const match of plain.matchAll(ID)) {
    const digits = match[0].replaceAll(/[^\dXx]/g, '');
    if (!saysBirth(digits.slice(0, 2), digits.slice(6, 14))) continue;
    if (isIdentity(digits)) yield as('id', match);
    else if (ID_GROUPS.test(match[0])) yield as('id-unsure', match);
  }
  for (const match of plain.matchAll(OLD_ID)) {
    const born = `19${match[0].slice(6, 12)}`;
    if (/身份证|证件/u.test(near(match.index, 20)) && saysBirth(match[0].slice(0, 2), born))
      yield as('id', match);
  }
  for (const match of plain.matchAll(CARD)) {
    const digits = match[0].replaceAll(/\D/g, '');
    const beside = near(match.index, 30) + plain.slice(match.index, match.index + 40);
    if (!/^(?:62|4|5[1-5]|35|6|9)/.test(digits) || !hasLuhn(digits)) continue;
    if (digits.startsWith('62') || CARD_WORDS.test(beside)) yield as('bank', match);
  }
  for (const match of plain.matchAll(MOBILE)) {
    const behind = plain.slice(match.index + match[0].length, match.index + match[0].length + 15);
    const isCalled = TELEPHONE.test(near(match.index, 20));
    // Another number may stand behind it; a group of digits belongs to a longer one.
    const isWhole = /^\d+$/.test(match[0]) && !/^-\d(?!\d{10}(?!\d))/.test(behind);
    const isPart = CODE.test(near(match.index, 20)) || (/^[ -]\d/.test(behind) && !isWhole);
    if (!isCalled && (isPart || COUNTED.test(behind))) continue;
    yield as('mobile', match);
  }
  for (const match of plain.matchAll(LOOSE_MOBILE))
    if (TELEPHONE.test(near(match.index, 20))) yield as('mobile', match);
  for (const match of plain.matchAll(EVEN_MOBILE)) yield as('mobile', match);
  for (const match of plain.matchAll(WEAK_MOBILE)) {
    if (match[0].length === 11 && digitsIn(match[0]) >= 9) yield as('weak-mask', match);
  }
  for (const match of plain.matchAll(WEAK_ID)) {
    if (/[*＊×]/u.test(match[0]) && digitsIn(match[0]) >= 15) yield as('weak-mask', match);
  }
}

const DOOR = '(?:\\d+|[一二三四五六七八九十]+)(?:号楼|号院|号|组|室|户|栋|幢|单元)';
const LIVES = new RegExp(
  `(?:家住|现住|租住在|家庭住址|住址|户籍地址?|居住地址?)[:：为在是]?\\s*([\\p{Script=Han}\\d]{2,40}?${DOOR}(?:[\\p{Script=Han}\\d-]{0,12}?${DOOR})*)`,
  'gu',
);

/** Where persons live, to the door, as far as the words before say that they live there. */
export function homeAddresses(text: string): Omit<PersonalNumber, 'kind'>[] {
  if (!/家住|现住|租住|住址|户籍|居住/u.test(text)) return [];
  return [...text.matchAll(LIVES)]
    .filter(([, address = '']) => !/办公|大厦|大厅|中心|窗口/u.test(address))
    .map(({ 0: whole, 1: address = '', index }) => ({
      at: index + whole.length - address.length,
      length: address.length,
      masked: `${address.slice(0, 4)}…`,
    }));
}

/** A text with the numbers of persons in it masked. */
export function maskPersonal(text: string): string {
  let result = text;
  for (const { at, length, masked } of personalNumbers(text).toReversed())
    result = result.slice(0, at) + masked + result.slice(at + length);
  return result;
}

/** 138****1234, 35*************123: as notices of checks ask for it. */
export function mask(words: string): string {
  const digits = words.replaceAll(/[^\d*＊xX×]/gu, '');
  const [first, last] = digits.length <= 12 ? [3, 4] : [2, 3];
  return digits.slice(0, first) + '*'.repeat(digits.length - first - last) + digits.slice(-last);
}

/** Whether 18 digits are an identity number by province, day of birth and check digit. */
export function isIdentity(digits: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return (
    CHECKS[sum % 11] === digits[17]?.toUpperCase() &&
    saysBirth(digits.slice(0, 2), digits.slice(6, 14))
  );
}

/** @param day `YYYYMMDD` */
function saysBirth(province: string, day: string): boolean {
  if (!PROVINCES.has(province) || !/^(?:18|19|20)/.test(day)) return false;
  const [year, month, date] = [day.slice(0, 4), day.slice(4, 6), day.slice(6)].map(Number);
  return isDay(year ?? 0, month ?? 0, date ?? 0);
}

/** Whether the calendar has a day. */
export function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** The last digit of a card's number follows from the others. */
export function hasLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

function digitsIn(words: string): number {
  return words.replaceAll(/\D/g, '').length;
}
