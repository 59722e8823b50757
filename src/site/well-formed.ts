/** Text that XML may hold: it has no place for most control characters, not even as an entity. */

// oxlint-disable-next-line no-control-regex -- these are what is looked for
const NOT_IN_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** The text with a space for each such character, so that a feed always opens. */
export function wellFormed(text: string): string {
  return text.replaceAll(NOT_IN_XML, ' ');
}
