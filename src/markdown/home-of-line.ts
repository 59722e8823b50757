/**
 * To what a line belongs. Markdown lets a line without mark or indentation go on the quotation or item above it; staff
 * who write one mean that the list is over.
 */
import type { Parents } from 'mdast';

/**
 * @param written the whole line
 * @param ancestors of the paragraph that Markdown put it in, the root first
 * @returns the place in `ancestors`
 */
export function homeOf(written: string, ancestors: readonly Parents[]): number {
  const [prefix = ''] = /^[ \t>]*/.exec(written) ?? [];
  const marks = prefix.split('>').length - 1;
  let quotations = ancestors.filter(({ type }) => type === 'blockquote').length;
  for (let place = ancestors.length - 1; place > 0; place -= 1) {
    const ancestor = ancestors[place];
    if (ancestor?.type === 'list') continue;
    if (ancestor?.type === 'listItem') {
      if (marks >= quotations && isAligned(written, prefix, ancestor)) return place;
    } else if (ancestor?.type === 'blockquote') {
      if (marks >= quotations) return place;
      quotations -= 1;
    } else if (ancestor?.type !== 'footnoteDefinition' || /^\s/.test(written)) {
      return place;
    }
  }
  return 0;
}

/** Exactly below the item's first character; deeper is the indent of a paragraph. */
function isAligned(written: string, prefix: string, { children }: Parents): boolean {
  const column = (children[0]?.position?.start.column ?? 0) - 1;
  return prefix.length === column && !/[\t\u00a0\u3000]/u.test(written.slice(0, column + 1));
}
