/**
 * Bare addresses in a sentence become links that end where the Chinese goes on: `详见https://www.gov.cn/，请…`. GFM's own
 * reading runs to the next space, through the rest of the sentence and the bold in it; `remarkChineseSyntax` turns it off.
 */
import type { Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { ADDRESS_SIGN, bareAddresses } from './bare-address.ts';

/** Turns addresses in text into links. */
export function remarkBareAddresses() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if (node.type === 'link' || node.type === 'linkReference') return SKIP;
      if ('children' in node && node.children.some(mentionsAddress)) linkAddresses(node);
      return undefined;
    });
  };
}

function mentionsAddress(node: RootContent): boolean {
  return node.type === 'text' && ADDRESS_SIGN.test(node.value);
}

function linkAddresses(parent: Parents): void {
  const children: RootContent[] = [];
  for (const child of parent.children) {
    const previous = children.at(-1);
    // Other plugins may have parted a text.
    if (child.type === 'text' && previous?.type === 'text') previous.value += child.value;
    else children.push(child);
  }
  parent.children = children.flatMap((child) =>
    child.type === 'text' && mentionsAddress(child) ? splitAtAddresses(child.value) : [child],
  );
}

function splitAtAddresses(text: string): PhrasingContent[] {
  const pieces: PhrasingContent[] = [];
  let end = 0;
  for (const { index, written, url } of bareAddresses(text)) {
    if (index > end) pieces.push({ type: 'text', value: text.slice(end, index) });
    pieces.push({ type: 'link', url, children: [{ type: 'text', value: written }] });
    end = index + written.length;
  }
  if (end < text.length) pieces.push({ type: 'text', value: text.slice(end) });
  return pieces;
}
