/** The grams by which a term (normalised) is looked for: every text that holds it has them all. */
import { hanDigit, otherKey } from './gram-key.ts';
import { BEGINNING, KINDS, numberEnds, rowKey } from './grams.ts';
import { DIGIT, LATIN, MARK, unitKinds, WORD } from './unit-kinds.ts';

export interface TermGrams {
  /** The keys of those that are asked for, at most three; none when the term has nothing but marks. */
  keys: number[];
  /** A text that has the gram (it is one) holds the term. */
  proves: boolean;
  /**
   * Of a row of more than three Han characters: grams that have all its characters, and where each begins. A text that has
   * them at these distances holds the term.
   */
  row?: RowGram[];
}

export interface RowGram {
  key: number;
  at: number;
}

/** Each is a small file to load in every layer, and three rule out nearly all that all would. */
const MOST = 3;

/** A piece of the term that is a gram, and its key. */
interface Piece {
  key: number;
  text: string;
}

/** @param term a number is whole in it, and a Latin word begins with its first letter (`verify.ts`) */
export function termGrams(term: string): TermGrams {
  if (term.length > 3 && isHanRow(term)) {
    const row = rowGrams(term);
    return { keys: spread(row.map(({ key }) => key)), proves: false, row };
  }
  const pieces = piecesOf(term);
  const whole = pieces.find(({ text }) => text === term);
  if (whole) return { keys: [whole.key], proves: true };
  return { keys: rarest(pieces).map(({ key }) => key), proves: false };
}

/** Those that say most: the longest, without what stands in another. */
function rarest(pieces: readonly Piece[]): Piece[] {
  const keys = new Map(pieces.map((piece) => [piece.key, piece]));
  const longestFirst = [...keys.values()].toSorted((a, b) => b.text.length - a.text.length);
  return longestFirst
    .filter(({ text }, at) => !longestFirst.slice(0, at).some((other) => other.text.includes(text)))
    .slice(0, MOST);
}

function rowGrams(term: string): RowGram[] {
  const grams: RowGram[] = [];
  const last = term.length - 3;
  for (let at = 0; at < last + 3; at += 3) {
    const from = Math.min(at, last);
    grams.push({ key: rowKey(term.slice(from, from + 3)), at: from });
  }
  return grams;
}

/** The first, the last and the one in the middle. */
function spread(keys: readonly number[]): number[] {
  if (keys.length <= MOST) return [...keys];
  const middle = (keys.length - 1) >>> 1;
  return [0, middle, keys.length - 1].flatMap((at) => keys[at] ?? []);
}

/** The keys of the grams that stand where one term goes on into the next, when they stand together. */
export function borderKeys(terms: readonly string[]): number[] {
  return terms.slice(1).flatMap((term, at) => {
    const before = terms[at] ?? '';
    // 2026 12号 is most likely 〔2026〕12号.
    const number =
      /^[0-9]+$/.test(before) && /^[0-9]/.test(term) ? termGrams(`${before} ${term}`) : undefined;
    if (number?.proves) return number.keys;
    const pair = before.slice(-1) + term.slice(0, 1);
    return isHanRow(pair) ? [rowKey(pair)] : [];
  });
}

/** Whether it is one row of common Han characters: positions can prove it. */
function isHanRow(term: string): boolean {
  return (
    term !== '' && [...term].every((char) => char.length === 1 && hanDigit(char.charCodeAt(0)) > 0)
  );
}

function piecesOf(term: string): Piece[] {
  const kinds = unitKinds();
  const kindAt = (at: number) => (at < term.length ? (kinds[term.charCodeAt(at)] ?? MARK) : MARK);
  const endOfRun = (from: number, kind: number): number => {
    let at = from;
    while (at < term.length && kindAt(at) === kind) at += 1;
    return at;
  };
  const pieces: Piece[] = [];
  const row = (from: number, to: number) =>
    pieces.push({ key: rowKey(term.slice(from, to)), text: term.slice(from, to) });
  const other = (kind: string, from: number, to: number) =>
    pieces.push({ key: otherKey(kind + term.slice(from, to)), text: term.slice(from, to) });
  const crosses = (at: number) =>
    at > 0 &&
    at + 1 < term.length &&
    kindAt(at) === MARK &&
    kindAt(at - 1) === WORD &&
    kindAt(at + 1) === WORD;

  for (let at = 0; at < term.length;) {
    const kind = kindAt(at);
    const end = kind === MARK ? at + 1 : endOfRun(at, kind);
    const isBeforeNumber = end < term.length && kindAt(end) === DIGIT;
    if (kind === WORD) {
      const isKnownOtherwise =
        isBeforeNumber || crosses(end) || crosses(at - 1) || (at > 0 && kindAt(at - 1) === DIGIT);
      if (end - at > 2) for (let from = at; from + 3 <= end; from += 1) row(from, from + 3);
      else if (end - at === 2 || !isKnownOtherwise) row(at, end);
      if (crosses(end)) other(KINDS.acrossMark, end - 1, end + 2);
      if (isBeforeNumber) other(KINDS.beforeNumber, end - 1, endOfRun(end, DIGIT));
    } else if (kind === DIGIT) {
      const longest = numberEnds(term, at, kindAt, endOfRun).at(-1) ?? end;
      const before = at > 0 ? kindAt(at - 1) : MARK;
      if (longest > end || before === MARK) other(KINDS.number, at, longest);
    } else if (kind === LATIN) {
      if (isBeforeNumber) other(KINDS.beforeNumber, at, endOfRun(end, DIGIT));
      else if (end < term.length) other(KINDS.word, at, end);
      else other(KINDS.beginning, at, Math.min(end, at + BEGINNING));
    }
    at = end;
  }
  return pieces;
}
