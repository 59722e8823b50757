/** The lines of a file that begins with front matter, one at a time: a body may be long. */
import { withoutInvisible } from '../model/invisible.ts';

export interface Line {
  number: number;
  /** Offsets in the text; the end is that of the line end. */
  start: number;
  end: number;
  raw: string;
  /** Without invisible characters and the spaces around. */
  words: string;
}

/** Without a list of them all. */
export function* linesOf(text: string): Generator<Line> {
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const raw = text.slice(start, end);
    yield { number, start, end, raw, words: withoutInvisible(raw).trim() };
    start = end + 1;
  }
}
