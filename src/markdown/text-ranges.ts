/** Where a body's plain text stands in its source. */
import type { Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** UTF-16 offsets in the body. */
export interface TextRange {
  start: number;
  end: number;
}

/**
 * The ranges of text in paragraphs, headings and cells, in order. GFM takes the places from text in which it found an
 * address: such text lies between its neighbours.
 * @param tree as it was parsed
 */
export function textRanges(tree: Root): TextRange[] {
  const ranges: TextRange[] = [];
  visit(tree, (node) => {
    if ('children' in node && node.children.some(({ type }) => type === 'text'))
      ranges.push(...rangesOf(node));
  });
  return ranges;
}

function rangesOf(parent: Parents): TextRange[] {
  const ranges: TextRange[] = [];
  let passed = parent.position?.start.offset ?? 0;
  let isUnplaced = false;
  for (const { type, position } of parent.children) {
    const start = position?.start.offset;
    const end = position?.end.offset;
    if (start === undefined || end === undefined) {
      isUnplaced = true;
      continue;
    }
    if (isUnplaced) ranges.push({ start: passed, end: start });
    if (type === 'text') ranges.push({ start, end });
    isUnplaced = false;
    passed = end;
  }
  const end = parent.position?.end.offset;
  if (isUnplaced && end !== undefined) ranges.push({ start: passed, end });
  return ranges;
}
