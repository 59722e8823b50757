/** Passages of a page around what was asked, in the text's own form. */
import { normaliseWithOrigins } from './normalise.ts';
import { occurrences } from './verify.ts';

/** A stretch of text that is shown, marked where it is what was asked. */
export interface Segment {
  text: string;
  marked: boolean;
}

type Range = [start: number, end: number];

/** The whole text with the terms (normalised) marked; for titles. */
export function highlight(text: string, terms: readonly string[]): Segment[] {
  return segmentsOf(text, [0, text.length], merge(rangesOf(text, terms).flat()));
}

/**
 * At most two passages, `length` characters together: around the first hit, and around the first hit of a term
 * (normalised) that this passage does not show. Without a hit, the beginning of the text.
 */
export function excerpt(text: string, terms: readonly string[], length = 90): Segment[] {
  const perTerm = rangesOf(text, terms);
  const marks = merge(perTerm.flat());
  const first = passageAt(text, marks[0], length);
  const unseen = perTerm.find(
    (ranges) => ranges.length > 0 && !ranges.some((at) => within(at, first)),
  );
  const segments: Segment[] = [];
  let shownTo = 0;
  for (const passage of unseen ? twoPassages(text, marks[0], unseen[0], length) : [first]) {
    if (passage[0] > shownTo) segments.push({ text: '…', marked: false });
    segments.push(...segmentsOf(text, passage, marks));
    shownTo = passage[1];
  }
  if (shownTo < text.length) segments.push({ text: '…', marked: false });
  return segments;
}

/** For each term, where it stands in the written text. */
function rangesOf(text: string, terms: readonly string[]): Range[][] {
  const { text: normalised, starts, ends } = normaliseWithOrigins(text);
  return terms.map((term) =>
    occurrences(normalised, term).map((at) => [starts[at] ?? 0, ends[at + term.length - 1] ?? 0]),
  );
}

/** In order of the text; those that overlap or touch made one. */
function merge(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const [start, end] of ranges.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** In order of the text; one when they overlap. */
function twoPassages(
  text: string,
  first: Range | undefined,
  second: Range | undefined,
  length: number,
): Range[] {
  const passages = [first, second].map((range) => passageAt(text, range, Math.ceil(length / 2)));
  const [a, b] = passages.toSorted((x, y) => x[0] - y[0]);
  if (!a || !b) return passages;
  return b[0] <= a[1] ? [[a[0], Math.max(a[1], b[1])]] : [a, b];
}

/** Begins at the sentence when that is near, else at a clause, else a little before the hit. */
function passageAt(text: string, [start, end]: Range = [0, 0], length: number): Range {
  const lead = Math.min(30, Math.floor(length / 3));
  const earliest = Math.max(0, start - lead);
  const before = text.slice(earliest, start);
  const begun = SENTENCE.exec(before) ?? (earliest > 0 ? CLAUSE.exec(before) : null);
  const from = wholeFrom(text, outside(text, earliest + (begun?.[0].length ?? 0)), start);
  const to = outside(text, Math.min(text.length, Math.max(end, from + length)));
  return [from, wholeTo(text, to, end)];
}

const SENTENCE = /^.*[。！？；؟؛\n][”’）》\s]*/su;
const CLAUSE = /^[^，、：،]*[，、：،]\s*/u;

/** A longer number or word (an address of the web) may be cut. */
const LONGEST = 16;

/** Behind the number or word that would begin in its middle, but not behind the hit: 91.1 is not shown as 1.1. */
function wholeFrom(text: string, from: number, hit: number): number {
  let at = from;
  while (at < hit && goesOn(text, at)) at += 1;
  return at - from <= LONGEST ? at : from;
}

/** Before the number or word that would end in its middle, or before its unit, but not within the hit. */
function wholeTo(text: string, to: number, hit: number): number {
  let at = to;
  while (at > hit && at < text.length && (goesOn(text, at) || /[0-9]/.test(text.charAt(at - 1)))) {
    at -= 1;
  }
  return to - at <= LONGEST ? at : to;
}

/** Whether a number, or a word of letters that have spaces between words, goes on across a place. */
function goesOn(text: string, at: number): boolean {
  const before = /(?:[0-9A-Za-z\u0620-\u06ff][.,:/-]?)$/.test(text.slice(Math.max(0, at - 2), at));
  return before && /^[.,:/-]?[0-9A-Za-z\u0620-\u06ff]|^[%‰℃]/u.test(text.slice(at, at + 2));
}

/** Not between the halves of a surrogate pair (rare characters of names). */
function outside(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(at)) ? at + 1 : at;
}

const within = (range: Range, passage: Range) => range[0] >= passage[0] && range[1] <= passage[1];

function segmentsOf(text: string, [from, to]: Range, marks: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  const push = (start: number, end: number, marked: boolean) => {
    if (end > start) segments.push({ text: text.slice(start, end), marked });
  };
  let at = from;
  for (const [start, end] of marks) {
    if (end <= from || start >= to) continue;
    push(at, Math.max(from, start), false);
    push(Math.max(from, start), Math.min(to, end), true);
    at = Math.min(to, end);
  }
  push(at, to, false);
  return segments;
}
