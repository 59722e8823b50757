/** Each cell knows the heading of its column, so that a table can be read row by row where it has no room. */
import type { Element } from 'hast';
import { toString } from 'hast-util-to-string';

/** Of a table whose rows are as long as its one row of headings; cells that reach over others have no one heading. */
export function labelCells(table: Element): void {
  const [heads, bodies] = [rowsOf(table, 'thead'), rowsOf(table, 'tbody')];
  const [head, ...others] = heads;
  if (!head || others.length > 0) return;
  const labels = cellsOf(head).map((cell) => toString(cell).trim());
  const isPlain = [head, ...bodies].every((row) => {
    const cells = cellsOf(row);
    return cells.length === labels.length && cells.every(isSingle);
  });
  if (!isPlain) return;
  for (const row of bodies) {
    for (const [index, cell] of cellsOf(row).entries()) {
      const label = labels[index];
      if (label) cell.properties['dataLabel'] = label;
    }
  }
  table.properties['dataRows'] = '';
}

function isSingle({ properties: { colSpan, rowSpan } }: Element): boolean {
  return Number(colSpan ?? 1) === 1 && Number(rowSpan ?? 1) === 1;
}

function rowsOf(table: Element, part: string): Element[] {
  return elementsOf(table)
    .filter(({ tagName }) => tagName === part)
    .flatMap(elementsOf);
}

function cellsOf(row: Element): Element[] {
  return elementsOf(row);
}

function elementsOf({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element');
}
