/** What was written or pasted into a field of one line, as the text that is meant. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import { isBadCode } from './character-references.ts';
import { withoutInvisible } from './invisible.ts';

/** Lines of one field: of `|`, of Word's soft return, of the separators that web editors leave. */
const LINE_BREAKS = /[^\S\n\v\f\r\u0085\u2028\u2029]*[\n\v\f\r\u0085\u2028\u2029]\s*/;
/** All but the full-width space, which parts a title on purpose. */
const ODD_SPACES = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F]/g;

/** Entities decoded, invisible characters gone, accents composed, lines joined, no space around. */
export function plainText(written: string): string {
  let value = written.includes('&') ? decoded(written) : written;
  value = withoutInvisible(value).replaceAll(ODD_SPACES, ' ').trim();
  if (/\p{M}/u.test(value)) value = value.normalize('NFC');
  return LINE_BREAKS.test(value) ? value.split(LINE_BREAKS).reduce(joined) : value;
}

/** `&ldquo;`, `&#8220;` and `&#x201C;` are “; what names no character stays, and is reported. */
function decoded(value: string): string {
  return value.replaceAll(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z\d]{2,31}));/g,
    (all, decimal, hex, name) => {
      if (name) return decodeNamedCharacterReference(String(name)) || String(all);
      const code = decimal ? Number(decimal) : Number.parseInt(String(hex), 16);
      return isBadCode(code) ? String(all) : String.fromCodePoint(code);
    },
  );
}

/** Chinese is written without spaces between words. */
function joined(before: string, after: string): string {
  const isWords = SPACED.test(before.slice(-1)) && SPACED.test(after.slice(0, 1));
  return isWords ? `${before} ${after}` : before + after;
}

const SPACED = /^(?!\p{Script=Han})[\p{L}\p{M}\p{N}]/u;
