/**
 * The pieces of a title that are never broken within: words of the dictionary, and over them terms, numbers with their
 * units, short quotations (“控制线”), short titles (《办法》) and the numbers of documents (〔2026〕12号).
 */
import { termsIn } from './title-terms.ts';
import type { TermIndex } from './title-terms.ts';

export interface Piece {
  text: string;
  kind: 'words' | 'term' | 'number' | 'quoted';
}

/** A word of one character goes with the quotation after it (从“拉人”). */
const QUOTED = /[从与和在把]?“[^“”]{1,6}”|《[^《》]{1,6}》|〔\d{4}〕\d*号?/gu;
const QUOTES = /[“《〔]/;

const UNITS =
  '个百分点|百分点|季度|平方公里|平方米|立方米|公里|千米|千瓦时|千瓦|小时|分钟|周年|年度|年级|月份|个月|' +
  '[年月日号栋件个辆座台套次批期届名人家户亩吨米元条项份只处所册间层位场起例路类度天周点分秒集时级县市区国种轮架艘篇页倍岁克]';
const DIGITS = '\\d+(?:[.,:：—–~～-]\\d+)*';
const NUMERALS = '[一二三四五六七八九十百千零〇两]+';
/** 394栋, 3月5日, 第2批, 11.7万吨, 第十一次, 三百亩, 100% */
const PLAIN = `(?:${DIGITS}|${NUMERALS}(?=[万亿]|多?(?:${UNITS})))`;
const BEHIND = `[多余]?[万亿]{0,2}[多余]?(?:${UNITS}|[%％‰℃])?`;
const NUMBER = new RegExp(
  `第(?:${DIGITS}|${NUMERALS})${BEHIND}(?:${PLAIN}${BEHIND})*|[前近头]?(?:${PLAIN}${BEHIND})+`,
  'gu',
);
/** 前三季度, 近五年, but not 目前三项. Without looking behind, which Safari before 16.4 cannot. */
const ENDS_A_WORD = /^[目以之此附最接将][前近头]/u;
const NUMERAL = /[\d一二三四五六七八九十百千零〇两]/;
const WITH_UNIT = new RegExp(`(?:${UNITS}|[万亿%％‰℃])$`, 'u');

/** Some browsers have none: there a title breaks where its line ends. */
const words = 'Segmenter' in Intl ? new Intl.Segmenter('zh', { granularity: 'word' }) : undefined;

const INSIDE = 1;
const EDGE = 2;
/** One for all: to make it takes longer than to fill it. */
let marks = new Uint8Array(256);

/** Put together they are the text. */
export function piecesOf(text: string, indexes: readonly TermIndex[]): Piece[] {
  if (text.length >= marks.length) marks = new Uint8Array(2 * text.length);
  marks.fill(0, 0, text.length + 1);
  let kinds: Map<number, Piece['kind']> | undefined;
  const keep = (kind: Piece['kind'], from: number, to: number): void => {
    kinds ??= new Map();
    kinds.set(from * 1024 + to, kind);
    for (let at = from + 1; at < to; at += 1) marks[at] = (marks[at] ?? 0) | INSIDE;
  };
  for (const { index } of words?.segment(text) ?? []) marks[index] = EDGE;
  const terms = termsIn(text, indexes);
  // 残疾人工作者: behind a term that the dictionary does not see it reads on in the wrong step.
  for (const [from, to] of terms)
    if (to - from > 2 && marks[from] && to < text.length && !marks[to]) readAgain(text, to);
  for (const [from, to] of terms) {
    keep('term', from, to);
    // Where one term follows another, whatever the dictionary says.
    if (terms.some(([, end]) => end === from)) marks[from] = (marks[from] ?? 0) | EDGE;
  }
  if (NUMERAL.test(text))
    for (const { 0: number, index } of text.matchAll(NUMBER)) {
      const isOther = index > 0 && ENDS_A_WORD.test(text.slice(index - 1, index + 1));
      keep('number', isOther ? index + 1 : index, index + number.length);
    }
  if (QUOTES.test(text))
    for (const { 0: quoted, index } of text.matchAll(QUOTED)) {
      keep('quoted', index, index + quoted.length);
      marks[index] = EDGE;
      marks[index + quoted.length] = EDGE;
    }
  const pieces: Piece[] = [];
  let from = 0;
  for (let to = 1; to <= text.length; to += 1) {
    if (to < text.length && marks[to] !== EDGE) continue;
    pieces.push({ text: text.slice(from, to), kind: kinds?.get(from * 1024 + to) ?? 'words' });
    from = to;
  }
  return pieces;
}

function readAgain(text: string, from: number): void {
  marks.fill(0, from, text.length + 1);
  for (const { index } of words?.segment(text.slice(from)) ?? []) marks[from + index] = EDGE;
}

/** 394栋 and 100%, not 2026. */
export function hasUnit(number: string): boolean {
  return WITH_UNIT.test(number);
}
