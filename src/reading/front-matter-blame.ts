/**
 * Which lines make front matter unreadable. A parser of YAML often names an innocent line below or above, so each field
 * is tried alone, with as many of its lines as can be read.
 */
import { withoutInvisible } from '../model/invisible.ts';
import type { Issue, Words } from '../model/issue.ts';
import { shortened } from '../model/shortened.ts';
import { canBeRead, unreadable } from '../model/yaml-text.ts';

/** Lines of one field that are tried one by one: each is read with all that stand above it. */
const MOST_TRIED = 100;

interface Entry {
  /** Place of its first line among the lines. */
  start: number;
  lines: string[];
}

/**
 * @param text front matter, its known traps repaired
 * @param firstLine 1-based line of the file on which `text` begins
 * @param written its lines as they stand in the file
 * @returns the lines at fault, and the text without them
 */
export function blameLines(
  text: string,
  file: string,
  firstLine: number,
  written: readonly string[],
): { text: string; issues: Issue[] } {
  const issues: Issue[] = [];
  const lines = withoutInvisible(text).split('\n');
  for (const { start, lines: own } of entriesOf(lines)) {
    if (canBeRead(own.join('\n'))) continue;
    let good: string[] = [];
    for (const [index, line] of own.entries()) {
      if (index === MOST_TRIED) {
        const bad = firstUnread(good, own.slice(index));
        if (bad !== undefined) {
          const place = start + index + bad;
          issues.push(unreadable(file, firstLine + place, written[place] ?? ''));
          lines.fill('', place, start + own.length);
        }
      }
      if (index >= MOST_TRIED) break;
      const longer = [...good, line];
      if (canBeRead(longer.join('\n'))) {
        good = longer;
        continue;
      }
      const place = start + index;
      // The other half of `? key`.
      const isHalf = own[index + 1]?.startsWith(':') && line.startsWith('? ');
      const raw = written[place] ?? '';
      const issue = unreadable(file, firstLine + place, raw);
      issues.push(isStray(line) ? { ...issue, ...stray(line, lines[place - 1] ?? '') } : issue);
      lines[place] = '';
      good = [...good, ''];
      if (isHalf) own[index + 1] = lines[place + 1] = '';
    }
  }
  return { text: lines.join('\n'), issues };
}

/** Which of the lines is the first that cannot be read with those above it; found by halves. */
function firstUnread(good: readonly string[], rest: readonly string[]): number | undefined {
  const isRead = (count: number): boolean =>
    canBeRead([...good, ...rest.slice(0, count)].join('\n'));
  if (isRead(rest.length)) return undefined;
  let [low, high] = [0, rest.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isRead(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** A field with the lines that belong to it; a line without a key belongs to the field above. */
function entriesOf(lines: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (const [index, line] of lines.entries()) {
    const entry = entries.at(-1);
    if (!entry || /^["']?[\p{L}_]+["']?\s*:(?:\s|$)/u.test(line)) {
      entries.push({ start: index, lines: [line] });
    } else {
      entry.lines.push(line);
    }
  }
  return entries;
}

function isStray(line: string): boolean {
  return /^(?!\? )[^\s#:-][^:]*$/u.test(line);
}

/** A title that was broken in two. */
function stray(line: string, above: string): Words {
  return {
    message: `这一行的前面没有字段名：「${shortened(line)}」。`,
    fix: above.includes(':')
      ? `是上一行的内容的，接到上一行的末尾，写成一行：${shortened(above.trimEnd() + line.trim())}；不是的，删掉这一行。`
      : '删掉这一行，或写成「字段: 内容」。',
  };
}
