/** What a rule of texts is: data beside a check that finds places in a text's words. */
import type { Level } from '../../model/issue.ts';
import type { Rule } from '../../model/rule.ts';
import type { Words } from './words.ts';

/** A place in `Words.text`, and what is said of it. */
export interface Hit {
  at: number;
  length: number;
  message: string;
  fix: string;
  /** What is certainly meant instead of the words found. */
  becomes?: string | undefined;
  level?: Level | undefined;
}

export interface TextCheck {
  rule: Rule;
  /** How it is said and not what: of a text by others it is told, and stops nothing. */
  isStyle?: true;
  /** Of a line that is not read as it was meant nothing is said until that is mended; of style neither. */
  isOfForm?: true;
  find(words: Words): Iterable<Hit>;
}

/** Where a pattern fits; without an answer of `say` it is none. @param pattern global */
export function* matches(
  { text }: Words,
  pattern: RegExp,
  say: (match: RegExpExecArray) => Omit<Hit, 'at' | 'length'> | undefined,
): Generator<Hit> {
  for (const match of text.matchAll(pattern)) {
    const said = say(match);
    if (said) yield { at: match.index, length: match[0].length, ...said };
  }
}

/** A certain exchange of the words found. */
export function exchange(
  message: string,
  becomes: string,
): Pick<Hit, 'message' | 'fix' | 'becomes'> {
  return { message, fix: `改成「${becomes}」。`, becomes };
}

/** The words with what is beside them, for places that show nothing by themselves: a comma, a blank. */
export function withNeighbours({ text }: Words, at: number, length: number): string {
  // Not the whole line: it may be all of the text, and hold many such places.
  const before = text.slice(Math.max(0, at - 5), at);
  const behind = text.slice(at + length, at + length + 5);
  const [next = ''] = behind.split('\n');
  return before.slice(before.lastIndexOf('\n') + 1) + text.slice(at, at + length) + next;
}
