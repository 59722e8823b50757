/**
 * Paragraphs as staff mean them: a line that begins with a full-width space (U+3000) begins one, its spaces are only the
 * indent (which is the style sheet's), and one that holds nothing but spaces is none.
 */
import type { Paragraph, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

const INDENTED_LINE = /\n(?=[\u00a0\u3000])/u;
const INDENTED = /^[\u00a0\u3000]/u;

/** Splits, trims and drops paragraphs; trims headings and table cells alike. */
export function remarkParagraphs() {
  return (tree: Root): void => {
    visit(tree, (node, index, parent) => {
      if (node.type === 'heading' || node.type === 'tableCell') trim(node.children);
      if (node.type !== 'paragraph' || !parent || index === undefined) return undefined;
      const paragraphs = split(node);
      for (const { children } of paragraphs) trim(children);
      const kept = paragraphs.filter(({ children }) => children.length > 0);
      parent.children.splice(index, 1, ...kept);
      // Without it the paragraphs of an item run together.
      if (parent.type === 'listItem' && kept.length > 1) parent.spread = true;
      return [SKIP, index + kept.length];
    });
  };
}

function split(paragraph: Paragraph): Paragraph[] {
  const rows: PhrasingContent[][] = [[]];
  for (const child of paragraph.children) {
    const row = rows.at(-1) ?? [];
    if (child.type !== 'text') {
      row.push(child);
      continue;
    }
    const [first = '', ...lines] = child.value.split(INDENTED_LINE);
    if (row.at(-1)?.type === 'break' && INDENTED.test(first)) {
      row.pop();
      lines.unshift(first);
    } else {
      row.push({ ...child, value: first });
    }
    for (const line of lines) rows.push([{ ...child, value: line }]);
  }
  const { position } = paragraph;
  return rows.map((children) => ({ type: 'paragraph', children, position }));
}

/** Takes spaces (JavaScript's own trim knows the full-width ones) and line breaks from both ends. */
function trim(children: PhrasingContent[]): void {
  for (const end of [0, -1] as const) {
    for (let child = children.at(end); child; child = children.at(end)) {
      if (child.type === 'text')
        child.value = end === 0 ? child.value.trimStart() : child.value.trimEnd();
      if (child.type !== 'break' && (child.type !== 'text' || child.value !== '')) break;
      children.splice(end, 1);
    }
  }
}
