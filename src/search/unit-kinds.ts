/**
 * What a UTF-16 unit of a normalised text is to the index. A number is matched whole and a word of Latin letters from its
 * beginning (`verify.ts`); all other letters, Han or not, are matched wherever they stand.
 */
import { kindOf } from './normalise.ts';

/** A Han character, half of a rare one, or a letter that is not of a to z. */
export const WORD = 1;
/** 0 to 9. */
export const DIGIT = 2;
/** a to z. */
export const LATIN = 3;
/** A mark, a space. */
export const MARK = 0;

let known: Uint8Array | undefined;

/** The kind of every unit; those of the two halves of a rare character are found in the halves' own ranges. */
export function unitKinds(): Uint8Array {
  if (known) return known;
  const kinds = new Uint8Array(0x10000);
  for (let unit = 0; unit < 0x10000; unit += 1) kinds[unit] = kindOfUnit(unit);
  known = kinds;
  return kinds;
}

function kindOfUnit(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  if (unit >= 0x61 && unit <= 0x7a) return LATIN;
  // Halves of pairs are taken for words: a symbol outside of the first plane is then found like a character.
  if (unit >= 0xd800 && unit <= 0xdfff) return WORD;
  return unit < 0x80 || kindOf(String.fromCharCode(unit)) === 'other' ? MARK : WORD;
}
