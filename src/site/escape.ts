/** Text as HTML and XML write it, where what is made is no tree of elements. */

const SIGNS = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' } as const;

/** For the text of an element, and for an attribute in double quotes. */
export function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign as keyof typeof SIGNS]);
}
