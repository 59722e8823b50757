/** Headings below the page's own h1: no level skipped, an id by position (a Chinese id breaks when it is shared). */
import type { Heading, Root } from 'mdast';
import { visit } from './visit.ts';

/** The outermost heading becomes h2, whatever number of `#` staff used; ids are `s-1`, `s-2` … */
export function remarkHeadings() {
  return (tree: Root): void => {
    const open: number[] = [];
    let count = 0;
    visit(tree, 'heading', (heading) => {
      while ((open.at(-1) ?? 0) >= heading.depth) open.pop();
      open.push(heading.depth);
      heading.depth = Math.min(6, open.length + 1) as Heading['depth'];
      count += 1;
      heading.data = { ...heading.data, hProperties: { id: `s-${count}` } };
    });
  };
}
