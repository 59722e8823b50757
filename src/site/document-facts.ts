/** What the table at the head of an official document says, and the words above it where it has lost its force. */
import type { Around, Labels } from '../labels/labels.ts';
import { isPast } from '../model/official-document.ts';
import type { OfficialDocument } from '../model/official-document.ts';
import { inWords, isoTime } from './dates.ts';
import type { DocumentArticle } from './documents.ts';

export interface DocumentFact {
  label: string;
  value: string;
  /** Of a day. */
  time?: string;
  /** It is a number of a document, which no line ends within. */
  isNumber?: true;
}

/** In the order of 政府信息公开目录; what is not known is left out. */
export function documentFacts(labels: Labels, { document, date }: DocumentArticle): DocumentFact[] {
  const words = labels.document;
  const { index, number, issuer, signed, theme, status, until } = document;
  const facts: (Omit<DocumentFact, 'value'> & { value: string | undefined })[] = [
    { label: words.index, value: index, isNumber: true },
    { label: words.number, value: number, isNumber: true },
    { label: words.issuer, value: labels.words.list(issuer) },
    { label: words.signed, value: inWords(labels, signed), time: signed },
    { label: words.published, value: inWords(labels, date), time: isoTime(date) },
    { label: words.theme, value: theme },
    { label: words.validity, value: status && words.validities[status] },
    { label: words.until, value: until && inWords(labels, until), ...(until && { time: until }) },
  ];
  return facts.flatMap(({ value, ...fact }) => (value ? [{ ...fact, value }] : []));
}

/**
 * 本文件已于2026年5月1日废止。 In parts, every other of which is a day; undefined while it is in force.
 * @param which the document at hand, or the one that an interpretation explains
 */
export function pastNotice(
  labels: Labels,
  document: OfficialDocument,
  which: 'this' | 'original' = 'this',
): string[] | undefined {
  const { status, ended, until } = document;
  const words = labels.document;
  if (status === undefined || !isPast(document)) return undefined;
  // A line made as short as can be would end before the mark after a day.
  const around = ([before, after]: Around, day: string) => {
    const [mark = ''] = /^\p{P}/u.exec(after) ?? [];
    return [before, inWords(labels, day) + mark, after.slice(mark.length)];
  };
  if (ended !== undefined) return around(words.ended(which, status), ended);
  // What is written 失效 by hand before its last day is over did not end with it.
  if (status === '失效' && until !== undefined) return around(words.endedByTime(which), until);
  return [words.endedSome(which, status)];
}
