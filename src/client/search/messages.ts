/** What the search page tells its readers. */
import type { Asked } from './address.ts';
import type { Synonyms } from '../../search/synonyms.ts';
import { LONGEST_QUERY, LONGEST_QUOTED } from './limits.ts';
import type { SaidDate } from './said-dates.ts';

export const LOADING = '正在搜索……';
export const COUNTING = '先列出这些，正在数一共有多少……';
export const BROKEN = '搜索暂时打不开，请稍后再试。';
export const OFFLINE = '网络断开了，连上以后会自动再搜。';
export const RETRY = '重试';

/** The index has no grams without a letter or a number: pages may hold the mark. */
const MARKS_ALONE = '标点和符号不能单独搜索，请加上要找的字。';

/** How many hits there are; single pages are no 篇, and told apart where there are others. */
export interface Total {
  all: number;
  singlePages: number;
}

/** @param total undefined where more than `known` were found but not all counted. */
export function foundMessage(total: Total | undefined, known: number): string {
  if (total === undefined) return `找到 ${known} 篇以上`;
  const { all, singlePages } = total;
  if (singlePages === 0 || singlePages === all) return `找到 ${all} 篇`;
  return `找到 ${all - singlePages} 篇，另有 ${singlePages} 个页面`;
}

/** Some were found, but the file did not come that tells how many there are. */
export function uncountedMessage(known: number): string {
  return `${foundMessage(undefined, known)}，一共多少没能数出来`;
}

/** Behind what is said of a query that was too long. */
const CUT = `（要找的字太多，只搜了前${LONGEST_QUERY}个字）`;

/** Behind what was found, or not: how the query was read. @param synonyms were looked for, too */
export function notesOf(
  { isCut }: Asked,
  dates: readonly SaidDate[],
  synonyms: readonly Synonyms[],
): string {
  const read = dates.map(({ said, read: date }) => `${quoted(said)}按${date}查找`);
  const words = [...new Set(synonyms.flatMap(({ others }) => others.map(quoted)))];
  const others = words.length > 0 ? [`也查找了${words.join('、')}`] : [];
  const notes = [...read, ...others];
  return (notes.length > 0 ? `（${notes.join('；')}）` : '') + (isCut ? CUT : '');
}

/** @param absent the terms that are in no page of the site. */
export function noneMessage(asked: Asked, absent: readonly string[]): string {
  if (isMarksAlone(asked.query)) return MARKS_ALONE;
  // What is in no page is not missing for the filters.
  if (isFiltered(asked) && absent.length === 0) {
    return `没有找到：所选范围里没有含有${quoted(asked.query)}的内容。`;
  }
  return `没有找到含有${quoted(asked.query)}的内容。${hintFor(asked, absent)}`;
}

/** Where nothing has the year among its words, and something was published in it: that is offered before this is said. */
export function notWordedMessage({ query }: Asked): string {
  return `没有哪个页面的文字里写有${quoted(query)}。`;
}

function isMarksAlone(query: string): boolean {
  return !/[\p{L}\p{M}\p{N}]/u.test(query.normalize('NFKC'));
}

function hintFor(asked: Asked, absent: readonly string[]): string {
  if (isPartOf(absent, asked.query)) return `本站没有含有${absent.map(quoted).join('、')}的页面。`;
  if (absent.length === 0) return '这些词没有同时出现在一个页面里。';
  return '请检查有没有错字，或者少写几个字再搜。几个词之间要加空格。';
}

/** Quotation marks within are single ones (GB/T 15834—2011, 4.8); what would fill the screen is cut. */
export const quoted = (term: string) =>
  `“${shortened(term).replace(/["“”＂]([^"“”＂]*)["“”＂]/gu, '‘$1’')}”`;

/** Whether a message quotes only its beginning. */
export const isQuotedShort = (term: string) => shortened(term) !== term;

function shortened(term: string): string {
  const characters = [...term];
  return characters.length <= LONGEST_QUOTED
    ? term
    : `${characters.slice(0, LONGEST_QUOTED).join('').trim()}…`;
}

/** Whether the terms are some of the query's, and what is left can be searched. */
export function isPartOf(absent: readonly string[], query: string): boolean {
  return absent.length > 0 && !isMarksAlone(absent.reduce(without, query));
}

/** The query without a term, however it is quoted there. */
export function without(query: string, term: string): string {
  const marks = '["“”＂]?';
  const literal = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = new RegExp(`(^|\\s)${marks}${literal}${marks}(?=\\s|$)`, 'u');
  return query.replace(pattern, '$1').replace(/\s+/gu, ' ').trim();
}

export function isFiltered({ column, year, source }: Asked): boolean {
  return Boolean(column ?? year ?? source);
}
