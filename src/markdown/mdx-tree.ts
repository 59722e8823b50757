/** An .mdx body as a tree of HTML with components in it: data, of which nothing is ever run. */
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import remarkRehype from 'remark-rehype';
import { visit } from 'unist-util-visit';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from './plugins.ts';
import { rehypeWordsInBraces } from './rehype-words-in-braces.ts';
import { remarkRefusePrograms } from './remark-refuse-programs.ts';
import { remarkUnravelComponents } from './remark-unravel-components.ts';

/** What HTML has no word for, and keeps. */
const passThrough = [
  'mdxJsxFlowElement',
  'mdxJsxTextElement',
  'mdxFlowExpression',
  'mdxTextExpression',
] as const;

const mdx = remark()
  .use(remarkMdx)
  // Before anything changes the tree: what is judged is what was written.
  .use(remarkRefusePrograms)
  .use(remarkUnravelComponents)
  .use(remarkPlugins)
  .use(remarkRehype, { ...remarkRehypeOptions, passThrough: [...passThrough] })
  .use(rehypePlugins)
  .use(rehypeWordsInBraces)
  .use(rehypeEmptyValues)
  .freeze();

/**
 * The tree in the order of the page. Components stay as `mdxJsxFlowElement` and `mdxJsxTextElement`, with attributes that
 * are texts; what names pictures and files is not resolved yet.
 * @throws Error for a program, which inspection reports before
 */
export async function mdxTree(body: string): Promise<HtmlRoot> {
  const tree: Root = mdx.parse(body);
  return mdx.run(tree, { value: body });
}

/** An attribute without a value is an empty one: a component's runtime would write `data-footnote-ref="true"`. */
function rehypeEmptyValues() {
  return (tree: HtmlRoot): void => {
    visit(tree, 'element', ({ properties }) => {
      for (const [name, value] of Object.entries(properties)) {
        if (value === true) properties[name] = '';
      }
    });
  };
}
