/**
 * A line of underscores is a blank to fill in, no rule; so is one of other signs right below a label (`签名：`), and a
 * hidden word (`密码：`): shown as they were typed.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

/** What Markdown makes rules of and staff may not mean as one. */
export const BLANK_LINE = /_[ \t]*_[ \t]*_|[：:][ \t\u3000]*\n[ \t>]*[*-]{4}/;
const LABEL_END = /[：:][ \t\u3000]*$/u;

/** Turns such rules back into text. */
export function remarkBlankLines() {
  return (tree: Root, { value }: { value: unknown }): void => {
    const body = String(value);
    visit(tree, 'thematicBreak', ({ position }, index, parent) => {
      if (!parent || !position || index === undefined) return;
      const text = body.slice(position.start.offset, position.end.offset).trimEnd();
      const above = parent.children[index - 1];
      const isBelowLabel =
        above?.type === 'paragraph' &&
        above.position?.end.line === position.start.line - 1 &&
        LABEL_END.test(body.slice(above.position.start.offset, above.position.end.offset));
      if (!text.startsWith('_') && !(isBelowLabel && /^[*-]{4,}$/.test(text))) return;
      parent.children[index] = {
        type: 'paragraph',
        position,
        children: [{ type: 'text', value: text, position }],
      };
    });
  };
}
