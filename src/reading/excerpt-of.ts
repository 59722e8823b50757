/** The beginning of a text, for who has written no summary: it stands on the home page, in feeds and where a link is shared. */
import { factsAtHead } from '../markdown/facts-at-head.ts';

const LONGEST = 120;
/** With its line ends; a body may have a megabyte. */
const LOOKED_AT = 8 * LONGEST;
/** A longer word (an address of the web) may be cut. */
const LONGEST_WORD = 24;

/** Letters that have spaces between words, and figures. */
const LETTER = '\\p{N}\\p{M}\\p{Script=Latin}\\p{Script=Arabic}\\p{Script=Cyrillic}';
const BETWEEN_WORDS = new RegExp(`(?<=[${LETTER}.,!?؟،؛:)])\\s*\\n\\s*(?=[${LETTER}(])`, 'gu');
const LAST_NUMBER = /[\d.,:-]*\d[.,:-]?$/;
const LAST_WORD = new RegExp(`[${LETTER}.,:/-]+$`, 'u');
const GOES_ON = new RegExp(`^[${LETTER}]`, 'u');

/**
 * On one line, at most 120 characters. Nothing is cut within a word of letters, and a number at its end is left out: 下降16 is
 * not said of 下降16.4%.
 * @param text what readers see of a body
 */
export function excerptOf(text: string): string {
  const line = factsAtHead(text)
    .text.trim()
    .slice(0, LOOKED_AT)
    .replaceAll(BETWEEN_WORDS, ' ')
    .replaceAll(/\s*\n\s*/g, '');
  if (line.length <= LONGEST) return line;
  let head = line.slice(0, LONGEST - 1);
  if (/[\ud800-\udbff]$/.test(head)) head = head.slice(0, -1);
  const last = GOES_ON.test(line.slice(head.length)) ? LAST_WORD : LAST_NUMBER;
  const [cut = ''] = last.exec(head) ?? LAST_NUMBER.exec(head) ?? [];
  const whole = cut.length <= LONGEST_WORD ? head.slice(0, head.length - cut.length) : head;
  return `${whole.trimEnd()}…`;
}
