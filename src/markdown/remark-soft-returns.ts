/** Word's soft returns (vertical tab) and the line breaks of other programs (U+2028 …), which Markdown does not know. */
import type { Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const SOFT_RETURN = /[ \t]*[\v\f\u0085\u2028\u2029][ \t]*/;

/** Turns them into line breaks. */
export function remarkSoftReturns() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ('children' in node) {
        node.children = node.children.flatMap((child): Nodes[] =>
          child.type === 'text' ? withBreaks(child.value) : [child],
        ) as typeof node.children;
      } else if (node.type === 'code' || node.type === 'inlineCode') {
        node.value = node.value.split(SOFT_RETURN).join(node.type === 'code' ? '\n' : ' ');
      } else if (node.type === 'image') {
        node.alt = node.alt?.split(SOFT_RETURN).join(' ') ?? null;
      }
    });
  };
}

function withBreaks(text: string): PhrasingContent[] {
  return text
    .split(SOFT_RETURN)
    .flatMap((value, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(value === '' ? [] : [{ type: 'text', value } as const]),
    ]);
}
