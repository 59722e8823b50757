/** Where the second `---` belongs in a text that has none: below its last field, above the first line of its body. */
import type { FieldNames } from '../model/field-names.ts';
import { linesOf } from './marker-lines.ts';
import type { Line } from './marker-lines.ts';
import { nearest } from '../model/nearest.ts';

const FIELD = /^["']?([\p{L}_]+)["']?[ \u3000]*([:：])(.*)$/u;
const HAN = /\p{Script=Han}/u;

/** What a line is, seen from the fields above it. */
type Kind =
  /** A field, or what belongs to the one above. */
  | 'ours'
  /** The same, but it may be the body's just as well. */
  | 'perhaps ours'
  /** Perhaps a field of another name, or a remark: not to be made part of the body unasked. */
  | 'perhaps body'
  | 'body';

/**
 * @param opening the line of the first marker
 * @param longest characters to read at most
 * @returns the last line of the fields, and whether nobody has to be asked; undefined where there are no fields
 */
export function whereToEnd(
  text: string,
  opening: Line,
  longest: number,
  names: FieldNames,
): { last: Line; isCertain: boolean } | undefined {
  const seen = new Set<string>();
  const known = [...names.meant.keys()].filter((name) => !HAN.test(name));
  let last: Line | undefined;
  let isOpen = false;
  let isAfterGap = false;
  let isBeyond = false;
  let isCertain = true;
  for (const line of linesOf(text)) {
    if (line.number <= opening.number) continue;
    if (line.start - opening.start > longest) break;
    if (line.words === '') {
      isAfterGap ||= last !== undefined;
      continue;
    }
    const kind = kindOf(line);
    if (kind === 'ours' || kind === 'perhaps ours') {
      last = line;
      isCertain = kind === 'ours';
      continue;
    }
    if (kind === 'perhaps body' && !isBeyond) isCertain = false;
    if (isAfterGap) break;
    isBeyond = true;
  }
  return last && { last, isCertain };

  function kindOf(line: Line): Kind {
    const [, key, , value = ''] = FIELD.exec(line.words) ?? [];
    if (key !== undefined) {
      const kind = kindOfField(key, line.words);
      if (kind === 'ours' || kind === 'perhaps ours') {
        seen.add(names.meant.get(key) ?? key);
        isOpen = value.trim() === '';
        return kind;
      }
      if (!isOpen || !/^[ \t]/.test(line.raw) || isAfterGap || isBeyond) return kind;
    }
    const isItem = /^(?:-\s|[ \t])/.test(line.raw);
    if (isAfterGap || isBeyond) return isOpen && isItem ? 'perhaps ours' : 'body';
    if (line.raw.startsWith('#')) return 'perhaps body';
    if (isOpen) return /^(?:-\s|[\s\]}])/.test(line.raw) ? 'ours' : 'body';
    return /^[ \t\]}]/.test(line.raw) && last ? 'perhaps ours' : 'body';
  }

  function kindOfField(key: string, words: string): Kind {
    const field = names.meant.get(key.toLowerCase()) ?? names.meant.get(key);
    if (isAfterGap || isBeyond) {
      if (field === undefined || seen.has(field)) return 'body';
      if (!HAN.test(key)) return 'ours';
      return names.required.has(field) ? 'perhaps ours' : 'body';
    }
    if (field !== undefined) return seen.has(field) && HAN.test(key) ? 'body' : 'ours';
    const isWritten = /:(?:\s|$)/.test(words);
    if (!HAN.test(key)) {
      return isWritten || nearest(key.toLowerCase(), known) !== undefined ? 'ours' : 'body';
    }
    // 各单位： is how a body begins; 文号：1号 may be a field of the bureau's own.
    return /[:：]$/.test(words) ? 'body' : 'perhaps body';
  }
}
