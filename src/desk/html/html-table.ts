/** Tables of HTML, with cells that span. */
import type { Element, Nodes } from 'hast';
import type { Block, Cell } from '../blocks/blocks.ts';
import { unmerged } from '../blocks/merged-cells.ts';

/** What browsers allow of columns, and more rows than anybody reads. */
const WIDEST = 64;
const HIGHEST = 5000;

/** @returns nothing for one without text. @param readCell the blocks of a cell */
export function readTable(table: Element, readCell: (cell: Element) => Block[]): Block[] {
  const grid: (Cell | undefined)[][] = [];
  for (const [y, row] of [...rowsOf(table)].entries()) {
    const line = (grid[y] ??= []);
    let x = 0;
    for (const cell of row.children) {
      if (cell.type !== 'element' || !/^t[dh]$/.test(cell.tagName)) continue;
      while (line[x]) x += 1;
      const width = span(cell, 'colSpan', WIDEST - x);
      const height = span(cell, 'rowSpan', HIGHEST - y);
      const content = { blocks: readCell(cell) };
      for (let down = 0; down < height; down += 1) {
        const into = (grid[y + down] ??= []);
        for (let across = 0; across < width; across += 1) into[x + across] ??= content;
      }
      x += width;
    }
  }
  const rowCount = [...rowsOf(table)].length;
  const lines = grid.slice(0, rowCount);
  const width = Math.max(0, ...lines.map((line) => line.length));
  const rows = lines.map((line) =>
    Array.from({ length: width }, (_, column) => line[column] ?? { blocks: [] }),
  );
  return unmerged(rows);
}

/** Its own rows, not those of a table in a cell. */
function* rowsOf(parent: Nodes): Generator<Element> {
  if (!('children' in parent)) return;
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'tr') yield child;
    else if (/^t(?:head|body|foot)$/.test(child.tagName)) yield* rowsOf(child);
  }
}

function span({ properties }: Element, name: string, most: number): number {
  const written = Number(properties[name] ?? 1);
  return Number.isInteger(written) ? Math.min(Math.max(1, written), Math.max(1, most)) : 1;
}
