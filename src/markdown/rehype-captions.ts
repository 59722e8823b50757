/**
 * 题注: the line above a table that numbers it (表1 …) stands in the middle and is the table's name; so does that below a
 * picture (图1 …).
 */
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';

/** A number and a title; a sentence about the table is none. */
const CAPTION =
  /^(?:附?表|续表)[ \u3000]?(?:\d{1,3}(?:[-－.]\d{1,3})?|[一二三四五六七八九十]{1,3})(?:[ \u3000：:.、]+[^。；！？]{1,60})?$/u;

const PICTURE_CAPTION =
  /^附?图[ \u3000]?(?:\d{1,3}(?:[-－.]\d{1,3})?|[一二三四五六七八九十]{1,3})(?:[ \u3000：:.、]+[^。；！？]{1,60})?$/u;

/** Marks such a paragraph and names the region after it by it. */
export function rehypeCaptions() {
  return (tree: Root): void => {
    const blocks = tree.children.filter((node) => node.type === 'element');
    let count = 0;
    for (const [index, block] of blocks.entries()) {
      const table = blocks[index + 1];
      if (block.tagName === 'p' && blocks[index - 1]?.tagName === 'figure') {
        if (PICTURE_CAPTION.test(toString(block).trim()))
          block.properties['className'] = ['picture-caption'];
      }
      if (block.tagName !== 'p' || !table || !isTable(table)) continue;
      if (!CAPTION.test(toString(block).trim())) continue;
      count += 1;
      const id = `table-${count}`;
      Object.assign(block.properties, { id, className: ['table-caption'] });
      delete table.properties['ariaLabel'];
      table.properties['ariaLabelledBy'] = [id];
    }
  };
}

function isTable({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('table-scroll');
}
