/** The ways in which the number of a document (文号) is written. */
import { HAN_NUMERAL, numberOf, numeralsOf } from './han-numerals.ts';

/**
 * 示机管发2026年12号 is 示机管发〔2026〕12号, and 2026年12号 may be 2026年第12号; who writes the brackets means them.
 *
 * @param term as the reader wrote it
 * @returns the other forms that are to be looked for
 */
export function numberForms(term: string): string[] {
  const parts = /^(\D*)((?:19|20)\d\d)年(第?)(\d{1,4}号)$/u.exec(term.normalize('NFKC'));
  if (!parts) return [];
  const [, issuer = '', year = '', ordinal, number = ''] = parts;
  const other = ordinal ? number : `第${number}`;
  return [`${issuer}〔${year}〕${number}`, `${issuer}${year}年${other}`];
}

/**
 * 国令第711号 is 国令第七一一号 and 国令第七百一十一号, and each of them the others; 〔二〇二四〕四十五号 is 〔2024〕45号, but
 * not the other way round: no year is in Han numerals where the number is in figures.
 *
 * @param term as the reader wrote it
 * @returns the other forms that are to be looked for
 */
export function numeralForms(term: string): string[] {
  const written = term.normalize('NFKC');
  const [, before = '', numeral = '', after = ''] = ORDINAL.exec(written) ?? [];
  const value = valueOf(numeral);
  const all = value === undefined ? [] : [String(value), ...numeralsOf(value)];
  const others = all.filter((form) => form !== numeral);
  const inFigures = yearInFigures(written);
  return [
    ...others.map((form) => `${before}第${form}号${after}`),
    ...(inFigures === written ? [] : [inFigures, ...numberForms(inFigures)]),
  ];
}

/**
 * 第12号 may stand as 〔2026〕12号. Normalised as texts are: the space is where the year before it ends, so that neither 12号楼
 * nor 3月12号 is meant.
 */
export function numberBehindYear(term: string): string[] {
  const [, numeral = ''] = ALONE.exec(term.normalize('NFKC')) ?? [];
  const value = valueOf(numeral);
  return value === undefined ? [] : [` ${value}号`];
}

const NUMBER = `\\d{1,4}|${HAN_NUMERAL}`;
const ORDINAL = new RegExp(`^(.*?)第(${NUMBER})号(.*)$`, 'u');
const ALONE = new RegExp(`^第(${NUMBER})号$`, 'u');
const HAN_YEAR = new RegExp(
  `^(\\D*?[〔[(]?)([〇零一二三四五六七八九]{4})([〕\\])]|年)(第?)(${HAN_NUMERAL})号$`,
  'u',
);

function yearInFigures(term: string): string {
  const [, before = '', year = '', mark = '', ordinal = '', numeral = ''] =
    HAN_YEAR.exec(term) ?? [];
  const [ofYear, value] = [numberOf(year), numberOf(numeral)];
  return ofYear === undefined || value === undefined
    ? term
    : `${before}${ofYear}${mark}${ordinal}${value}号`;
}

function valueOf(numeral: string): number | undefined {
  return /^\d+$/.test(numeral) ? Number(numeral) : numeral === '' ? undefined : numberOf(numeral);
}

/** 26号 of 26号文件, 第3号 of 第3号公告; undefined when it names no document by its number. */
export function numberAlone(term: string): string | undefined {
  return /^(.*\d号)(?:文件?|通知|通告|公告|令|函)$/u.exec(term.normalize('NFKC'))?.[1];
}

/** 示机管发 第59号 of 示机管发59号, whose year was left out; undefined when it is no such number. */
export function numberOfNoYear(term: string): string | undefined {
  const [, issuer, number] =
    /^(\p{Script=Han}{2,12}?)第?(\d{1,4}号)$/u.exec(term.normalize('NFKC')) ?? [];
  return issuer && `${issuer} 第${number}`;
}
