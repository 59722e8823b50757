/** Keeps the number of a document (示政发〔2026〕12号) on one line. The text stays as written; only a span is around it. */
import type { Element, ElementContent, Parents, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Up to five characters that name the office, the year, the number; short enough for a line of a phone. */
const DOCUMENT_NUMBER = /(\p{Script=Han}{0,5}〔\d{4}〕第?\d{1,5}号)/u;

/**
 * `…示政发〔2026〕12号…` → `…<span class="unbroken">示政发〔2026〕12号</span>…`, but not in code; a paragraph that is
 * nothing else becomes `<p class="document-number">`.
 */
export function rehypeDocumentNumbers() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'element' && node.tagName === 'code') return SKIP;
      if (node.type !== 'text' || !parent || index === undefined) return undefined;
      const pieces = node.value.split(DOCUMENT_NUMBER);
      if (pieces.length === 1) return undefined;
      const nodes = pieces.map(piece).filter((each) => each !== undefined);
      if (isWhole(parent, nodes)) {
        parent.properties['className'] = ['document-number'];
        return SKIP;
      }
      parent.children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    });
  };
}

/** Pieces alternate between other text and what the expression holds. */
function piece(value: string, index: number): ElementContent | undefined {
  if (value === '') return undefined;
  const text = { type: 'text', value } as const;
  if (index % 2 === 0) return text;
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['unbroken'] },
    children: [text],
  };
}

/** Whether a paragraph holds one number alone. */
function isWhole(parent: Parents, nodes: readonly ElementContent[]): parent is Element {
  return (
    parent.type === 'element' &&
    parent.tagName === 'p' &&
    parent.children.length === 1 &&
    nodes.length === 1
  );
}
