/** The certain remedies (`Issue.edit`) written into the files, nothing else of them touched. */
import type { Edit } from './issue.ts';

/**
 * Makes edits of one text; one that overlaps an earlier one, or whose place holds something else by now, is left for the
 * next run.
 * @param text as it lies on disk: any line ends, with or without a byte order mark
 * @returns the new text, and the edits that were made
 */
export function applyEdits(text: string, edits: readonly Edit[]): { text: string; made: Edit[] } {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  // Odd places hold the line ends.
  const parts = text.slice(mark.length).split(/(\r\n?|\n)/);
  const lineEnd = parts[1] ?? '\n';
  const made: Edit[] = [];
  const free = new Map<number, number>();
  const lastFirst = edits.toSorted((a, b) => b.line - a.line || b.column - a.column);
  for (const edit of lastFirst) {
    const place = (edit.line - 1) * 2;
    const line = parts[place];
    const end = edit.column + edit.was.length;
    if (line?.slice(edit.column, end) !== edit.was || end > (free.get(edit.line) ?? Infinity))
      continue;
    const becomes = edit.becomes.replaceAll('\n', lineEnd);
    parts[place] = line.slice(0, edit.column) + becomes + line.slice(end);
    free.set(edit.line, edit.column);
    made.push(edit);
  }
  return { text: mark + parts.join(''), made: made.toReversed() };
}
