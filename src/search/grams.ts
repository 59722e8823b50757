/**
 * The grams of a text (normalised): the short pieces by which the index knows it. Whatever a query may ask for, some of
 * its own grams (`term-grams.ts`) are among those of every text that holds it.
 *
 * Of a row of Han characters every one, two and three; two with one mark between; a number with up to two characters after
 * it, or with a second number (3月5日, 3.5亿元); a character or a Latin word with the number after it; a Latin word and its
 * first letters; dates, however they are written.
 */
import { dateGrams } from './date-grams.ts';
import { hanDigit, hanKey, otherKey } from './gram-key.ts';
import { DIGIT, LATIN, MARK, unitKinds, WORD } from './unit-kinds.ts';

/** What a gram that is no row of Han characters begins with: its kind. */
export const KINDS = {
  row: 'u',
  acrossMark: 'x',
  number: 'n',
  beforeNumber: 'h',
  word: 'w',
  beginning: 'b',
} as const;

/** So many letters of a Latin word are known as its beginning. */
export const BEGINNING = 6;

/** @param at where the gram begins */
export type EmitGram = (key: number, at: number) => void;

/** The key of a row of one to three characters. */
export function rowKey(row: string): number {
  const [first = 0, second = 0, third = 0] = [0, 1, 2].map((at) => hanDigit(row.charCodeAt(at)));
  const digits = [first, second, third].filter((digit) => digit > 0).length;
  return digits === row.length ? hanKey(first, second, third) : otherKey(KINDS.row + row);
}

/** Calls `emit` for every gram of the text, in the order of their beginnings; for one that stands in it twice, twice. */
export function textGrams(text: string, emit: EmitGram): void {
  const kinds = unitKinds();
  const kindAt = (at: number) => (at < text.length ? (kinds[text.charCodeAt(at)] ?? MARK) : MARK);
  const endOfRun = (from: number, kind: number): number => {
    let at = from;
    while (at < text.length && kindAt(at) === kind) at += 1;
    return at;
  };
  for (let at = 0; at < text.length;) {
    const kind = kindAt(at);
    if (kind === WORD) {
      emitRows(text, at, kindAt, emit);
      if (kindAt(at + 1) === DIGIT) {
        emit(otherKey(KINDS.beforeNumber + text.slice(at, endOfRun(at + 1, DIGIT))), at);
      }
      at += 1;
    } else if (kind === DIGIT) {
      for (const end of numberEnds(text, at, kindAt, endOfRun)) {
        emit(otherKey(KINDS.number + text.slice(at, end)), at);
      }
      for (const date of dateGrams(text, at)) emit(otherKey(date), at);
      at = endOfRun(at, DIGIT);
    } else if (kind === LATIN) {
      const end = endOfRun(at, LATIN);
      emit(otherKey(KINDS.word + text.slice(at, end)), at);
      for (let to = at + 1; to <= Math.min(end, at + BEGINNING); to += 1) {
        emit(otherKey(KINDS.beginning + text.slice(at, to)), at);
      }
      if (kindAt(end) === DIGIT) {
        emit(otherKey(KINDS.beforeNumber + text.slice(at, endOfRun(end, DIGIT))), at);
      }
      at = end;
    } else at += 1;
  }
}

type KindAt = (at: number) => number;
type EndOfRun = (from: number, kind: number) => number;

/** The rows that begin at a character, and the two characters that have one mark between them. */
function emitRows(text: string, at: number, kindAt: KindAt, emit: EmitGram): void {
  const first = hanDigit(text.charCodeAt(at));
  emit(first > 0 ? hanKey(first, 0, 0) : rowKey(text.slice(at, at + 1)), at);
  const next = kindAt(at + 1);
  const isThird = kindAt(at + 2) === WORD;
  if (next === MARK && isThird) {
    if (at + 1 < text.length) emit(otherKey(KINDS.acrossMark + text.slice(at, at + 3)), at);
  } else if (next === WORD) {
    const second = hanDigit(text.charCodeAt(at + 1));
    const both = first > 0 && second > 0;
    emit(both ? hanKey(first, second, 0) : rowKey(text.slice(at, at + 2)), at);
    if (!isThird) return;
    const third = hanDigit(text.charCodeAt(at + 2));
    emit(both && third > 0 ? hanKey(first, second, third) : rowKey(text.slice(at, at + 3)), at);
  }
}

/**
 * Where the grams that begin with the number at `at` end, the shortest first: behind it, behind one character or mark more,
 * behind two, or behind a second number and one or two characters more.
 */
export function numberEnds(text: string, at: number, kindAt: KindAt, endOfRun: EndOfRun): number[] {
  const end = endOfRun(at, DIGIT);
  const ends = [end];
  if (end >= text.length || kindAt(end) === LATIN) return ends;
  ends.push(end + 1);
  if (kindAt(end + 1) === WORD) ends.push(end + 2);
  if (kindAt(end + 1) !== DIGIT) return ends;
  const second = endOfRun(end + 1, DIGIT);
  ends.push(second);
  if (second >= text.length || kindAt(second) === LATIN) return ends;
  ends.push(second + 1);
  if (kindAt(second) === WORD && kindAt(second + 1) === WORD) ends.push(second + 2);
  return ends;
}
