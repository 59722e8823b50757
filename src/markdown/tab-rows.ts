/** Lines with tabs, as Excel and Word paste them: which stand together, and which of them are cells. */
import type { Paragraph, Root } from 'mdast';
import { rowsOf } from './paragraph-rows.ts';
import type { Source } from './source.ts';

/** Neighbouring lines, of which each holds a tab or goes on a cell in quotation marks. */
export interface TabBlock {
  /** 1-based lines. */
  first: number;
  last: number;
  /** Nothing else reaches into its lines, so that they can be replaced. */
  isWhole: boolean;
}

/** A cell that begins with a quotation mark and is not closed on its line. */
const OPEN_CELL = /(?:^|\t)"(?:[^"]|"")*$/;
const CLOSED_CELL = /^(?:[^"]|"")*"(?:\t|$)/;
/** Lines of one cell. */
const MOST_LINES = 20;

/** The blocks of a body; `tree` as it was parsed. */
export function tabBlocks(tree: Root, source: Source): TabBlock[] {
  const { lines } = source;
  const owners = new Map<number, { paragraph: Paragraph; isRoot: boolean }>();
  collectOwners(tree, source, owners, true);
  const blocks: TabBlock[] = [];
  for (let line = 1; line <= lines.length; line += 1) {
    const owner = owners.get(line);
    const end = owner && endOfRow(lines, line);
    if (!owner || end === undefined) continue;
    const block = { first: line, last: end, isWhole: owner.isRoot };
    for (let next = end + 1; ; next = block.last + 1) {
      const isEmpty = /^[ \t]*\t[ \t]*$/.test(lines[next - 1] ?? '');
      const other = owners.get(next);
      const joins = isEmpty
        ? owner.isRoot
        : other?.isRoot
          ? owner.isRoot
          : other?.paragraph === owner.paragraph;
      const nextEnd = joins ? endOfRow(lines, next) : undefined;
      if (nextEnd === undefined) break;
      block.last = nextEnd;
    }
    // Rows of nothing are no part of the table's end.
    while ((lines[block.last - 1] ?? '').trim() === '') block.last -= 1;
    const beside = [lines[block.first - 2], lines[block.last]];
    if (beside.some((text) => text?.trim().includes('\t'))) block.isWhole = false;
    blocks.push(block);
    line = block.last;
  }
  return blocks;
}

function collectOwners(
  parent: Root | Extract<Root['children'][number], { children: unknown }>,
  source: Source,
  owners: Map<number, { paragraph: Paragraph; isRoot: boolean }>,
  isRoot: boolean,
): void {
  for (const child of parent.children) {
    if (child.type === 'paragraph')
      for (const { line, column } of rowsOf(child, source)) {
        const isBlank = (source.lines[line - 1] ?? '').slice(0, column).trim() === '';
        owners.set(line, { paragraph: child, isRoot: isRoot && isBlank });
      }
    else if ('children' in child) collectOwners(child as typeof parent, source, owners, false);
  }
}

/** The last line of the row that begins on a line; undefined where it has no cells. */
function endOfRow(lines: readonly string[], line: number): number | undefined {
  const text = lines[line - 1] ?? '';
  if (OPEN_CELL.test(text)) {
    for (let next = line + 1; next <= Math.min(lines.length, line + MOST_LINES); next += 1) {
      const below = lines[next - 1] ?? '';
      if (!CLOSED_CELL.test(below)) continue;
      const hasTab = text.includes('\t') || below.includes('\t');
      if (!hasTab) break;
      return OPEN_CELL.test(below.replace(CLOSED_CELL, '')) ? endOfRow(lines, next) : next;
    }
  }
  return text.includes('\t') ? line : undefined;
}
