/** Characters that nobody sees and nobody meant: they come along when text is copied, and break words, feeds and checks. */

/**
 * Control characters but tab and line feed; NEL, vertical tab, form feed and the separators U+2028 and U+2029 are line
 * breaks, which a body shows.
 */
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/u;

/** Soft hyphen, zero-width space, word joiner, byte order mark, non-characters. */
const INVISIBLE = /[\u00ad\u200b\u2060-\u2064\ufeff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff]/u;

/** Marks of direction, and what joins or parts letters: invisible among Chinese, needed by scripts that run to the left. */
const DIRECTION = /[\u200c-\u200f\u061c\u202a-\u202c\u2066-\u2069]/u;
const LEFTWARD = /[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc]/u;
const JOINED_PICTURE = /[\p{Extended_Pictographic}\ufe0f]/u;

const EVERY_INVISIBLE = new RegExp(INVISIBLE, 'gu');
const EVERY_INVISIBLE_OR_DIRECTION = new RegExp(`${INVISIBLE.source}|${DIRECTION.source}`, 'gu');
const EVERY_CONTROL = new RegExp(CONTROL, 'gu');
const ANY = new RegExp(`${INVISIBLE.source}|${DIRECTION.source}`, 'u');
const ANY_OR_CONTROL = new RegExp(`${ANY.source}|${CONTROL.source}`, 'u');

/** A body without its control characters. In a field or a setting they show that something went wrong, and are reported. */
export function withoutControls(body: string): string {
  return CONTROL.test(body) ? body.replaceAll(EVERY_CONTROL, '') : body;
}

/** The text without what is invisible and no control character; all else, line breaks too, stays where it is. */
export function cleanText(text: string): string {
  return ANY.test(text) ? text.replaceAll(unwantedIn(text), '') : text;
}

/** Which characters `cleanText` would take out of a text; asked for one that is written as a reference (`&rlm;`). */
export function unwantedCharacters(text: string): (character: string) => boolean {
  const unwanted = unwantedIn(text);
  return (character) => character.replaceAll(unwanted, '') === '';
}

/**
 * What stands in `line` from `start` for `length` characters of what `cleanText` left of it, and `withoutControls` of a
 * line of the body.
 * @param text the whole text of which it is a line, as it lies on disk
 * @returns UTF-16 offsets in `line`
 */
export function rangeBeforeCleaning(
  text: string,
  line: string,
  start: number,
  length: number,
  part: 'body' | 'field',
): { start: number; end: number } {
  const dropped = part === 'body' ? ANY_OR_CONTROL : ANY;
  if (!dropped.test(line)) return { start, end: start + length };
  const sources = [unwantedIn(text).source, ...(part === 'body' ? [CONTROL.source] : [])];
  const unwanted = new RegExp(sources.join('|'), 'u');
  const kept: number[] = [];
  let offset = 0;
  for (const character of line) {
    if (!unwanted.test(character))
      for (let unit = 0; unit < character.length; unit += 1) kept.push(offset + unit);
    offset += character.length;
  }
  const from = kept[start] ?? offset;
  return { start: from, end: length === 0 ? from : (kept[start + length - 1] ?? offset - 1) + 1 };
}

function unwantedIn(text: string): RegExp {
  const keepsDirection = LEFTWARD.test(text) || JOINED_PICTURE.test(text);
  return keepsDirection ? EVERY_INVISIBLE : EVERY_INVISIBLE_OR_DIRECTION;
}
