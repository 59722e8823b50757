/** A component alone in its paragraph is a block, as MDX has it: `<p>` around a table or a row of pictures is no HTML. */
import type { Nodes, Paragraph, RootContent } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const BLANK = /^[\t\n\r ]*$/;

/** A paragraph of nothing but components, braces and blanks becomes what stands in it. */
export function remarkUnravelComponents() {
  return (tree: Nodes): void => {
    visit(tree, 'paragraph', (paragraph, index, parent) => {
      if (!parent || index === undefined) return undefined;
      const blocks = blocksOf(paragraph);
      if (!blocks) return undefined;
      parent.children.splice(index, 1, ...blocks);
      // What now stands there may hold paragraphs.
      return [SKIP, index];
    });
  };
}

/** Undefined for a paragraph in which something else stands, or nothing. */
function blocksOf({ children }: Paragraph): RootContent[] | undefined {
  const blocks: RootContent[] = [];
  for (const child of children) {
    if (child.type === 'mdxJsxTextElement')
      blocks.push({ ...child, type: 'mdxJsxFlowElement', children: child.children as never });
    else if (child.type === 'mdxTextExpression')
      blocks.push({ ...child, type: 'mdxFlowExpression' });
    else if (child.type !== 'text' || !BLANK.test(child.value)) return undefined;
  }
  return blocks.length > 0 ? blocks : undefined;
}
