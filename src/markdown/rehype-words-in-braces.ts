/** `{'甲'}` shows its words and a comment nothing; no other braces pass the gate before. */
import type { Nodes } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { expressionText } from './mdx-expression.ts';

/** On the HTML tree: the words stand as they are written, and Markdown would take their blanks at the ends of lines. */
export function rehypeWordsInBraces() {
  return (tree: Nodes): void => {
    visit(tree, (node, index, parent) => {
      if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return undefined;
      if (!parent || index === undefined) return undefined;
      const value = expressionText(node);
      parent.children.splice(index, 1, ...(value ? [{ type: 'text' as const, value }] : []));
      return [SKIP, index];
    });
  };
}
