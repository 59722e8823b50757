/** Lines of a text, as problems name them: 1-based, parted by `\n`. */

export interface TextRange {
  from: number;
  to: number;
}

/** The range of a line without its end; undefined where the text has no such line. */
export function rangeOfLine(text: string, line: number): TextRange | undefined {
  if (line < 1) return undefined;
  let from = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', from);
    if (end === -1) return undefined;
    from = end + 1;
  }
  const end = text.indexOf('\n', from);
  return { from, to: end === -1 ? text.length : end };
}

/** The field in whose lines of front matter a line is: its key as it is written, or empty. */
export function keyOfLine(source: string, line: number): string {
  const lines = source.split('\n');
  for (let at = Math.min(line, lines.length); at >= 1; at -= 1) {
    const found = /^([^\s:：#-][^\s:：]*)\s*[:：]/u.exec(lines[at - 1] ?? '');
    if (found) return found[1] ?? '';
    if (lines[at - 1]?.startsWith('---')) return '';
  }
  return '';
}

/**
 * Where a place of a text is after it was changed elsewhere: what comes late, such as a picture that was being sent, is put
 * where it was meant to be.
 */
export function movedPlace(before: string, after: string, place: number): number {
  let same = 0;
  while (same < before.length && before[same] === after[same]) same += 1;
  if (place <= same) return place;
  const longest = Math.min(before.length, after.length) - same;
  let end = 0;
  while (end < longest && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return Math.max(same, after.length - Math.min(end, before.length - place));
}

/** The number of the heading under which a place is, 0 before the first; what is within ``` is no heading. */
export function headingBefore(body: string, place: number): number {
  let count = 0;
  let isCode = false;
  for (const line of body.slice(0, place).split('\n')) {
    if (/^\s{0,3}(?:```|~~~)/u.test(line)) isCode = !isCode;
    else if (!isCode && /^\s{0,3}#{1,6}\s/u.test(line)) count += 1;
  }
  return count;
}
