/** Telephone numbers are links that dial, and keep to one line. The text stays as written. */
import type { ElementContent, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { phoneNumbers } from './phone-numbers.ts';

/** Where one may be: digits with a hyphen, a bracket or a word for a telephone; an entity may be any of these. */
export const PHONE_SIGN = /\d(?:[-－‐–)）]|转| )\d|电话|热线|手机|座机|总机|拨打|致电|来电|\+86|&/;

/** `致电0998-7654321` → `致电<a class="phone" href="tel:09987654321">0998-7654321</a>`, not in links and code. */
export function rehypePhoneNumbers() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && (node.tagName === 'a' || node.tagName === 'code')) return SKIP;
      if (node.type !== 'text' || !parent || index === undefined) return undefined;
      const pieces = piecesOf(node.value);
      if (pieces.length < 2 && pieces[0]?.type !== 'element') return undefined;
      parent.children.splice(index, 1, ...pieces);
      return [SKIP, index + pieces.length];
    });
  };
}

function piecesOf(text: string): ElementContent[] {
  const pieces: ElementContent[] = [];
  let end = 0;
  for (const number of phoneNumbers(text)) {
    if (number.index > end) pieces.push({ type: 'text', value: text.slice(end, number.index) });
    pieces.push({
      type: 'element',
      tagName: 'a',
      properties: { className: ['phone'], href: number.href },
      children: [{ type: 'text', value: number.text }],
    });
    end = number.index + number.text.length;
  }
  if (end < text.length) pieces.push({ type: 'text', value: text.slice(end) });
  return pieces;
}
