/** The text of HTML as a browser shows it. */
import type { Piece } from '../blocks/blocks.ts';

/** A stretch of a paragraph; of text it is known whether line ends and spaces stand as they are written. */
export type RawPiece = Piece & { isKept?: boolean };

const WIDE = /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]$/u;

/**
 * Line ends and spaces as one space: none at the edges, beside a break, or between Chinese characters, where the source
 * was only cut into lines.
 */
export function collapseSpaces(pieces: readonly RawPiece[]): Piece[] {
  let previous = '';
  let isSpaced = false;
  return pieces.flatMap(({ isKept, ...piece }): Piece[] => {
    if (piece.type !== 'text') {
      isSpaced = false;
      previous = piece.type === 'break' ? '' : previous;
      return [piece];
    }
    let text = '';
    for (const letter of piece.text) {
      if (isKept !== true && /[ \t\r\n\f]/.test(letter)) {
        isSpaced = true;
        continue;
      }
      const isParted = isSpaced && previous !== '' && !(WIDE.test(previous) && WIDE.test(letter));
      text += isParted ? ` ${letter}` : letter;
      isSpaced = false;
      previous = letter;
    }
    return text === '' ? [] : [{ ...piece, text }];
  });
}
