/** The source of a paragraph, heading or cell without what is shown as it is, or hidden. */
import type { Nodes } from 'mdast';
import { visit } from './visit.ts';

/** What holds text, and is looked at as a whole. */
export const HOLDS_TEXT: ReadonlySet<string> = new Set(['paragraph', 'heading', 'tableCell']);

/**
 * `written` with the code and the comments in it blanked out; its length stays.
 * @param node as it was parsed
 * @param written its source, which begins at `start` in the body
 */
export function visibleSource(node: Nodes, written: string, start: number): string {
  const pieces: string[] = [];
  let passed = 0;
  visit(node, (child) => {
    const isText = !['html', 'inlineCode', 'mdxTextExpression'].includes(child.type);
    if (isText || !child.position) return;
    const from = (child.position.start.offset ?? start) - start;
    const to = (child.position.end.offset ?? start) - start;
    pieces.push(written.slice(passed, from), ' '.repeat(to - from));
    passed = to;
  });
  return pieces.join('') + written.slice(passed);
}

/** Whether a backslash takes its meaning from the sign at an offset. */
export function isEscaped(text: string, offset: number): boolean {
  let count = 0;
  while (text[offset - 1 - count] === '\\') count += 1;
  return count % 2 === 1;
}
