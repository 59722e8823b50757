/** A head that stands in a frame: offices lay out the title of a paper in a table of one column. */
import type { Block, Cell, TableBlock } from './blocks.ts';
import { isEmpty } from './blocks.ts';

/** More rows than that are a list. */
const MOST_ROWS = 6;

/** The blocks with the paragraphs of such a frame in its place, where the text begins with one. */
export function withoutFrame(blocks: readonly Block[]): Block[] {
  const first = blocks.find((block) => !isEmpty(block));
  const framed = first?.type === 'table' ? paragraphsIn(first) : undefined;
  if (!first || !framed) return [...blocks];
  return blocks.flatMap((block) => (block === first ? framed : [block]));
}

/** @returns nothing where it is a table that says something as one */
function paragraphsIn({ rows }: TableBlock): Block[] | undefined {
  if (rows.length > MOST_ROWS) return undefined;
  const cells: Cell[] = [];
  for (const [cell, ...others] of rows) {
    // A merged cell is repeated.
    if (!cell || others.some((other) => other !== cell)) return undefined;
    if (!cells.includes(cell)) cells.push(cell);
  }
  const blocks = cells.flatMap((cell) => cell.blocks);
  return blocks.every(({ type }) => type === 'paragraph') ? blocks : undefined;
}
