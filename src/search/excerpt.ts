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

/** Begins at the sentence when that is near, else a little before the hit. */
function passageAt(text: string, [start, end]: Range = [0, 0], length: number): Range {
  const lead = Math.min(30, Math.floor(length / 3));
  const earliest = Math.max(0, start - lead);
  const sentence = /^.*[。！？；\n]\s*/su.exec(text.slice(earliest, start));
  const from = outside(text, sentence ? earliest + sentence[0].length : earliest);
  return [from, outside(text, Math.min(text.length, Math.max(end, from + length)))];
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
