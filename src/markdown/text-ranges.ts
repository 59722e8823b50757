/** Where a body's plain text stands in its source. */
import type { Root } from 'mdast';
import { visit } from './visit.ts';

/** UTF-16 offsets in the body. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * The ranges of text in paragraphs, headings and cells, in order.
 * @param tree as it was parsed
 */
export function textRanges(tree: Root): TextRange[] {
  const ranges: TextRange[] = [];
  visit(tree, 'text', ({ position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    if (start !== undefined && end !== undefined) ranges.push({ start, end });
  });
  return ranges;
}
