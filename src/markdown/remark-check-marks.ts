/** `- [x]` shows as ☑, `- [ ]` as ☐: a form control that cannot be used only confuses screen readers and printing. */
import type { Root } from 'mdast';
import { visit } from './visit.ts';

/** Replaces task list boxes by characters. */
export function remarkCheckMarks() {
  return (tree: Root): void => {
    visit(tree, 'listItem', (item) => {
      const [first] = item.children;
      if (typeof item.checked !== 'boolean' || first?.type !== 'paragraph') return;
      first.children.unshift({ type: 'text', value: item.checked ? '☑ ' : '☐ ' });
      item.checked = null;
    });
  };
}
