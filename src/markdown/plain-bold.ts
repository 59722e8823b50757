/** Bold type of which no other reading is likely: every `**` of a paragraph in turn begins and ends it. */
import { endsInNameToMask } from './masked-name.ts';
import { hidesBefore } from './masked-words.ts';

export const BOLD_SIGN = '**';

const ASCII_WORD = /^[\dA-Za-z]$/;
/** Asterisks in an address are its own. */
const ADDRESS = /:\/\/|www\.|@/i;
/**
 * For `boldAsterisks`, which weighs all readings of a paragraph, two runs that are left over cost 20; so many pairs cost at
 * most 3.7 each and a ten-thousandth for each character, wherever they stand.
 */
const MOST_PIECES = 9;
const LONGEST = 10_000;

/**
 * The pieces of a paragraph between its `**`, every other of them bold.
 * @returns undefined where asterisks may mean something else, or stand between spaces
 */
export function boldPieces(text: string): string[] | undefined {
  if (!text.includes('*')) return [text];
  if (text.length > LONGEST || text.includes('\n') || ADDRESS.test(text)) return undefined;
  const pieces = text.split(BOLD_SIGN);
  if (pieces.length % 2 === 0 || pieces.length > MOST_PIECES) return undefined;
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1];
    // A single asterisk, or three; four leave nothing between two pairs.
    if (piece.includes('*') || (piece === '' && index > 0 && next !== undefined)) return undefined;
    if (index % 2 === 1 && piece.trim() !== piece) return undefined;
    if (next !== undefined && mayHide(piece, next)) return undefined;
  }
  return pieces;
}

/** Whether asterisks between two pieces may hide or count something: 张**、, **公司, 2**3. */
function mayHide(before: string, after: string): boolean {
  const isInWord = ASCII_WORD.test(before.at(-1) ?? '') && ASCII_WORD.test(after[0] ?? '');
  return (
    isInWord || endsInNameToMask(before.slice(-12)) || hidesBefore(before, after) !== undefined
  );
}
