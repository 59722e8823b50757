/** What the table at the head of an official document says, and the words above it where it has lost its force. */
import type { Validity } from '../model/official-document.ts';
import { isPast, validityWord } from '../model/official-document.ts';
import type { OfficialDocument } from '../model/official-document.ts';
import { inWords, isoTime } from './dates.ts';
import type { DocumentArticle } from './documents.ts';

export interface DocumentFact {
  label: string;
  value: string;
  /** Of a day. */
  time?: string;
}

/** In the order of 政府信息公开目录; what is not known is left out. */
export function documentFacts({ document, date }: DocumentArticle): DocumentFact[] {
  const { index, number, issuer, signed, theme, status, until } = document;
  const facts: (Omit<DocumentFact, 'value'> & { value: string | undefined })[] = [
    { label: '索引号', value: index },
    { label: '文号', value: number },
    { label: '发文机关', value: issuer.join('、') },
    { label: '成文日期', value: inWords(signed), time: signed },
    { label: '发布日期', value: inWords(date), time: isoTime(date) },
    { label: '主题分类', value: theme },
    { label: '有效性', value: status && validityWord(status) },
    { label: '有效期至', value: until && inWords(until), ...(until && { time: until }) },
  ];
  return facts.flatMap(({ value, ...fact }) => (value ? [{ ...fact, value }] : []));
}

const VERBS: Readonly<Record<Validity, string>> = {
  有效: '',
  失效: '失效',
  废止: '废止',
  已修改: '修改',
};

/** 本文件已于2026年5月1日废止。 Undefined while it is in force. */
export function pastNotice(document: OfficialDocument): string | undefined {
  const { status, ended, until } = document;
  if (status === undefined || !isPast(document)) return undefined;
  const verb = VERBS[status];
  if (ended !== undefined) return `本文件已于${inWords(ended)}${verb}。`;
  // What is written 失效 by hand before its last day is over did not end with it.
  if (status === '失效' && until !== undefined)
    return `本文件有效期至${inWords(until)}，已经失效。`;
  return `本文件已${verb}。`;
}
