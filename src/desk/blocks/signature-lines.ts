import type { ParagraphBlock } from './blocks.ts';

const DATE =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇零○一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/u;
/** Several offices sign together, and a date stands below them. */
const MOST_BREAKS = 4;
const LONGEST_NAME = 40;

/** Office and date (落款) in one paragraph, one below the other: they are two, as the page sets them. */
export function signatureLines(block: ParagraphBlock): ParagraphBlock[] {
  const breaks = block.pieces.filter(({ type }) => type === 'break').length;
  if (breaks === 0 || breaks > MOST_BREAKS || block.align === 'center') return [block];
  const lines: ParagraphBlock[] = [{ ...block, pieces: [] }];
  for (const piece of block.pieces) {
    if (piece.type === 'break') lines.push({ ...block, pieces: [], label: undefined });
    else lines.at(-1)?.pieces.push(piece);
  }
  const words = lines.map(({ pieces }) =>
    pieces
      .map((piece) => (piece.type === 'text' ? piece.text : ''))
      .join('')
      .trim(),
  );
  const areNames = words
    .slice(0, -1)
    .every((line) => line.length <= LONGEST_NAME && !/[。；]$/u.test(line));
  return DATE.test(words.at(-1) ?? '') && areNames ? lines : [block];
}
