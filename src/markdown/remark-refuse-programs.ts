/** The last gate before an .mdx body is shown: what inspection reports must not reach the page by any other way. */
import type { Root } from 'mdast';
import { mdxDangers } from './inspect-mdx.ts';

/** Throws on a tree that holds a program, an unknown component or attribute; must be the first of its plugins. */
export function remarkRefusePrograms() {
  return (tree: Root): void => {
    const [danger] = mdxDangers(tree);
    if (danger)
      throw new Error(`An MDX body that must not be shown: line ${danger.line}: ${danger.message}`);
  };
}
