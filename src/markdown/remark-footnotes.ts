/** Footnotes (脚注) named by their number on the page, so that their addresses are plain whatever staff called them. */
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import { visit } from './visit.ts';

/** `[^注一]` becomes 1, 2 … in the order of first reference; ids are `fn-1`, `fnref-1`. */
export function remarkFootnotes() {
  return (tree: Root): void => {
    const numbers = new Map<string, string>();
    const definitions: FootnoteDefinition[] = [];
    const number = (note: FootnoteDefinition | FootnoteReference): void => {
      const known = numbers.get(note.identifier) ?? String(numbers.size + 1);
      numbers.set(note.identifier, known);
      note.identifier = known;
    };
    visit(tree, (node) => {
      if (node.type === 'footnoteReference') number(node);
      if (node.type === 'footnoteDefinition') definitions.push(node);
    });
    for (const definition of definitions) number(definition);
  };
}
