/** What the search page tells its readers. */
import * as labels from '../../labels/zh-CN/scripts/results.ts';
import type { Asked } from './address.ts';
import type { Synonyms } from '../../search/synonyms.ts';
import { LONGEST_QUERY, LONGEST_QUOTED } from './limits.ts';
import type { SaidDate } from './said-dates.ts';

/** How many hits there are; single pages are no 篇, and told apart where there are others. */
export interface Total {
  all: number;
  singlePages: number;
}

/** @param total undefined where more than `known` were found but not all counted. */
export function foundMessage(total: Total | undefined, known: number): string {
  if (total === undefined) return labels.foundAtLeast(known);
  const { all, singlePages } = total;
  if (singlePages === 0 || singlePages === all) return labels.found(all);
  return labels.foundWithPages(all - singlePages, singlePages);
}

/** Some were found, but the file did not come that tells how many there are. */
export function uncountedMessage(known: number): string {
  return labels.uncounted(foundMessage(undefined, known));
}

/** Behind what was found, or not: how the query was read. @param synonyms were looked for, too */
export function notesOf(
  { isCut }: Asked,
  dates: readonly SaidDate[],
  synonyms: readonly Synonyms[],
): string {
  const read = dates.map(({ said, read: date }) => labels.readAs(quoted(said), date));
  const words = [...new Set(synonyms.flatMap(({ others }) => others.map(quoted)))];
  const others = words.length > 0 ? [labels.alsoFound(labels.list(words))] : [];
  const notes = [...read, ...others];
  return (notes.length > 0 ? labels.notes(notes) : '') + (isCut ? labels.cut(LONGEST_QUERY) : '');
}

/**
 * @param absent the terms that are in no page of the site
 * @param dates what was asked, where that is days and months alone: they are no words that are missing from a text
 */
export function noneMessage(
  asked: Asked,
  absent: readonly string[],
  dates: readonly SaidDate[] = [],
): string {
  if (dates.length > 0) return labels.nothingOf(labels.list(dates.map(({ read }) => read)));
  // The index has no grams without a letter or a number: pages may hold the mark.
  if (isMarksAlone(asked.query)) return labels.marksAlone;
  // What is in no page is not missing for the filters.
  if (isFiltered(asked) && absent.length === 0) {
    return labels.noneInRange(quoted(asked.query));
  }
  return labels.none(quoted(asked.query)) + hintFor(asked, absent);
}

/** Where nothing has the year among its words, and something was published in it: that is offered before this is said. */
export function notWordedMessage({ query }: Asked): string {
  return labels.notWorded(quoted(query));
}

function isMarksAlone(query: string): boolean {
  return !/[\p{L}\p{M}\p{N}]/u.test(query.normalize('NFKC'));
}

function hintFor(asked: Asked, absent: readonly string[]): string {
  if (isPartOf(absent, asked.query)) return labels.inNoPage(labels.list(absent.map(quoted)));
  if (absent.length === 0) return labels.notTogether;
  return labels.advice;
}

/** In quotation marks; what would fill the screen is cut. */
export const quoted = (term: string) => labels.quote(shortened(term));

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
