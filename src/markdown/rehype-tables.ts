/** Tables that a phone can scroll and a screen reader can read; alignment by class, for the site's CSP has no inline style. */
import type { BodyLabels } from '../labels/text-labels.ts';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { labelCells } from './label-cells.ts';

/** Wraps each table, gives header cells their scope and the others their column's name, drops a header row without a word. */
export function rehypeTables(labels: BodyLabels) {
  return (tree: Root): void => {
    let count = 0;
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return undefined;
      describeCells(node);
      labelCells(node);
      count += 1;
      // Regions of one page need names of their own.
      parent.children[index] = scrollable(node, labels.table(count));
      return SKIP;
    });
  };
}

function describeCells(table: Element): void {
  visit(table, 'element', (cell) => {
    if (cell.tagName !== 'th' && cell.tagName !== 'td') return;
    const { align, ...properties } = cell.properties;
    cell.properties = {
      ...(cell.tagName === 'th' && { scope: 'col' }),
      ...properties,
      ...(typeof align === 'string' && { className: [`align-${align}`] }),
    };
  });
  table.children = table.children.filter(
    (part) => part.type !== 'element' || part.tagName !== 'thead' || toString(part).trim() !== '',
  );
}

function scrollable(table: Element, ariaLabel: string): Element {
  return {
    type: 'element',
    // A named section is a region, which is what may take the keyboard's focus to be scrolled.
    tagName: 'section',
    properties: { className: ['table-scroll'], tabIndex: 0, ariaLabel },
    children: [table],
  };
}
