/** The way from a year that is written among the words to what was published in it: the year is a filter, and no word of a text. */
import { ofYear } from '../../labels/zh-CN/scripts/offers.ts';
import { toAddress, type Asked } from './address.ts';
import { quoted } from './messages.ts';
import type { Offer } from './view.ts';

const BEIJING = 8 * 3_600_000;
const YEAR = '(?:(?:19|20)\\d\\d年?|[今去前]年)(?![\\d年月./度初中底末终前后以来内级份-])';
/** 2025年的公务用车, and 公务用车 2025; 2025年度 and 今年以来 are words of texts. */
const FIRST = new RegExp(`^(?<year>${YEAR})的?\\s*(?<rest>[\\p{Script=Han}“"].*)$`, 'u');
const LAST = new RegExp(`^(?<rest>.*[\\p{Script=Han}”"])\\s*(?<year>${YEAR})$`, 'u');

/** What is asked of a year alone: its number, and the other words; undefined where none is written, or one is chosen. */
export function yearAsked(asked: Asked, now: Date): Asked | undefined {
  const query = asked.query.normalize('NFKC');
  const { year = '', rest = '' } = (FIRST.exec(query) ?? LAST.exec(query))?.groups ?? {};
  if (year === '' || asked.year !== undefined) return undefined;
  const ahead = ['今年', '去年', '前年'].indexOf(year);
  const thisYear = new Date(now.getTime() + BEIJING).getUTCFullYear();
  const number = ahead === -1 ? Number.parseInt(year, 10) : thisYear - ahead;
  return { ...asked, query: rest.trim(), year: String(number) };
}

/** @param finds whether something is found: what finds nothing is not offered */
export async function yearOffer(
  asked: Asked,
  now: Date,
  finds: (query: string, request: Asked) => Promise<boolean>,
): Promise<Offer | undefined> {
  const other = yearAsked(asked, now);
  if (!other || !(await finds(other.query, other))) return undefined;
  const text = ofYear(other.year ?? '', quoted(other.query));
  return { text, address: toAddress(other) };
}

/** 2025年 年度报告 of 2025年度报告: the report of a year has its office between. */
export function yearApart(term: string): string[] {
  const [, year, rest] = /^((?:19|20)\d\d)年?度?(\p{Script=Han}{2,12})$/u.exec(term) ?? [];
  return year ? [`${year}年 年度${rest}`, `${year}年 ${rest}`] : [];
}
