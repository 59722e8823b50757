/** The certain remedies (`Issue.edit`) written into the files, nothing else of them touched. */
import { cleanText, rangeBeforeCleaning, withoutControls } from '../model/clean-text.ts';
import type { Edit } from '../model/issue.ts';

interface Line {
  /** Offset in the text. */
  start: number;
  text: string;
}

/**
 * Makes edits of one text; one that overlaps an earlier one, or whose place holds something else by now, is left for the
 * next run.
 * @param text as it lies on disk: any line ends, with or without a byte order mark
 * @returns the new text, and the edits that were made
 */
export function applyEdits(text: string, edits: readonly Edit[]): { text: string; made: Edit[] } {
  const lines = linesOf(text);
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n';
  const made: Edit[] = [];
  let result = text;
  let free = text.length;
  const lastFirst = edits.toSorted((a, b) => b.line - a.line || b.column - a.column);
  for (const edit of lastFirst) {
    const place = placeOf(edit, lines, text, 'body') ?? placeOf(edit, lines, text, 'field');
    if (!place || place.end > free) continue;
    const becomes = edit.becomes.replaceAll('\n', lineEnd);
    result = result.slice(0, place.start) + becomes + result.slice(place.end);
    free = place.start;
    made.push(edit);
  }
  return { text: result, made: made.toReversed() };
}

function linesOf(text: string): Line[] {
  // The mark is no character of the first line.
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  const lines: Line[] = [];
  for (const { 0: lineEnd, index } of text.matchAll(/\r\n?|\n|$/g)) {
    if (index < start) continue;
    lines.push({ start, text: text.slice(start, index) });
    start = index + lineEnd.length;
    if (lineEnd === '') break;
  }
  return lines;
}

/**
 * Columns are counted without the characters that are dropped on reading; undefined where something else stands.
 * @param part a body is read without its control characters, a field with them
 */
function placeOf(
  { line, column, was }: Edit,
  lines: readonly Line[],
  text: string,
  part: 'body' | 'field',
): { start: number; end: number } | undefined {
  const rows = was.split('\n');
  const first = lines[line - 1];
  const last = lines[line + rows.length - 2];
  if (!first || !last) return undefined;
  const length = rows.at(-1)?.length ?? 0;
  const isOne = rows.length === 1;
  const range = rangeBeforeCleaning(text, first.text, column, isOne ? length : 0, part);
  const start = first.start + range.start;
  const end = isOne
    ? first.start + range.end
    : last.start + rangeBeforeCleaning(text, last.text, 0, length, part).end;
  const found = cleanText(regular(text.slice(start, end)));
  return (part === 'body' ? withoutControls(found) : found) === was ? { start, end } : undefined;
}

function regular(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}
