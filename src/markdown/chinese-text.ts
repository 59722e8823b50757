/** What Chinese text is made of, as far as spacing and emphasis ask. */

/** Han, full-width forms, and the quotation marks, dashes, ellipses and middle dots that Chinese sets in full width. */
const WIDE =
  /^[\p{Script=Han}\u2014\u2018\u2019\u201c\u201d\u2026\u00b7\u3000-\u303f\uff00-\uffef]$/u;
const NUMERIC = /^[\d%‰℃]$/u;

/** Whether a character is as wide as a Han character. */
export function isWide(character: string): boolean {
  return WIDE.test(character);
}

/**
 * Whether two characters stand without a space between them in Chinese: at least one of them is wide, the other wide
 * or part of a number (3月5日, 47号).
 */
export function joinsWithoutSpace(before: string, after: string): boolean {
  if (WIDE.test(before)) return WIDE.test(after) || NUMERIC.test(after);
  return NUMERIC.test(before) && WIDE.test(after);
}
