/** Telephone numbers are links that dial, and keep to one line, as those of a fax do. The text stays as written. */
import type { ElementContent, Parents, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { numbersIn } from './phone-numbers.ts';

/** Where one may be: digits with a hyphen, a bracket or a word for a telephone; an entity may be any of these. */
export const PHONE_SIGN = /\d(?:[-－‐–)）]|转| )\d|电话|热线|手机|座机|总机|拨打|致电|来电|\+86|&/;

/** `致电0998-7654321` → `致电<a class="phone" href="tel:09987654321">0998-7654321</a>`, not in links and code. */
export function rehypePhoneNumbers() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && (node.tagName === 'a' || node.tagName === 'code')) return SKIP;
      if (node.type !== 'text' || !parent || index === undefined) return undefined;
      const pieces = piecesOf(node.value, isFaxCell(parent));
      if (pieces.length < 2 && pieces[0]?.type !== 'element') return undefined;
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

/** A cell below 传真: nobody is called there. */
function isFaxCell(parent: Parents): boolean {
  return parent.type === 'element' && String(parent.properties['dataLabel'] ?? '').includes('传真');
}

function piecesOf(text: string, isFax: boolean): ElementContent[] {
  const pieces: ElementContent[] = [];
  let end = 0;
  for (const number of numbersIn(text)) {
    if (number.index > end) pieces.push({ type: 'text', value: text.slice(end, number.index) });
    pieces.push({
      type: 'element',
      ...(number.href && !isFax
        ? { tagName: 'a', properties: { className: ['phone'], href: number.href } }
        : { tagName: 'span', properties: { className: ['phone'] } }),
      children: [{ type: 'text', value: number.text }],
    });
    end = number.index + number.text.length;
  }
  if (end < text.length) pieces.push({ type: 'text', value: text.slice(end) });
  return pieces;
}
