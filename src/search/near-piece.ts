/** Pieces of texts that differ from what was written by one character. */
import { normalise } from './normalise.ts';

/** Of three characters with one wrong anything could be meant. */
const SHORTEST = 4;

/**
 * The piece that stands most often in the texts and is like the term but for one character that is another, lacks, is too
 * many, or has changed places with the next. The term itself stands in none of them.
 */
export function nearPiece(term: string, texts: readonly string[]): string | undefined {
  const written = normalise(term);
  if (written.length < SHORTEST || !HAN.test(written)) return undefined;
  const counts = new Map<string, number>();
  for (const text of texts.map(normalise)) {
    for (let at = 0; at + written.length - 1 <= text.length; at += 1) {
      for (const length of [written.length - 1, written.length, written.length + 1]) {
        const piece = text.slice(at, at + length);
        if (piece.length === length && isNear(written, piece, piece === text)) {
          counts.set(piece, (counts.get(piece) ?? 0) + 1);
        }
      }
    }
  }
  const [best] = [...counts].toSorted(
    ([one, count], [other, than]) =>
      Number(other.length === written.length) - Number(one.length === written.length) ||
      than - count,
  );
  return best?.[0];
}

const HAN = /^\p{Script=Han}+$/u;

/** @param isWhole the piece is a name by itself: elsewhere another character at an end is mostly what comes next */
function isNear(written: string, piece: string, isWhole: boolean): boolean {
  if (!HAN.test(piece)) return false;
  let from = 0;
  while (from < written.length && written[from] === piece[from]) from += 1;
  const tails = (ofWritten: number, ofPiece: number) =>
    written.slice(from + ofWritten) === piece.slice(from + ofPiece);
  if (written.length === piece.length) {
    const haveChanged =
      written[from] === piece[from + 1] && written[from + 1] === piece[from] && tails(2, 2);
    const isAtEnd = from === 0 || from === written.length - 1;
    return (tails(1, 1) && (isWhole || !isAtEnd)) || haveChanged;
  }
  // One more or less at an end is a longer or a shorter term, and no wrong one.
  const isWithin = from > 0 && written.at(-1) === piece.at(-1);
  return isWithin && (written.length > piece.length ? tails(1, 0) : tails(0, 1));
}
