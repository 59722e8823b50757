/** An .mdx body as a tree of HTML with components in it: data, of which nothing is ever run. */
import type { Root as HtmlRoot } from 'hast';
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import remarkRehype from 'remark-rehype';
import { visit } from 'unist-util-visit';
import type { Labels } from '../labels/labels.ts';
import { oncePerLanguage } from './once-per-language.ts';
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

const mdx = oncePerLanguage((labels) =>
  remark()
    .use(remarkMdx)
    // Before anything changes the tree: what is judged is what was written.
    .use(remarkRefusePrograms)
    .use(remarkUnravelComponents)
    .use(remarkPlugins)
    .use(remarkRehype, { ...remarkRehypeOptions(labels), passThrough: [...passThrough] })
    .use(rehypePlugins(labels))
    .use(rehypeWordsInBraces)
    .use(rehypeEmptyValues)
    .freeze(),
);

/**
 * The tree in the order of the page. Components stay as `mdxJsxFlowElement` and `mdxJsxTextElement`, with attributes that
 * are texts; what names pictures and files is not resolved yet.
 * @throws Error for a program, which inspection reports before
 */
export async function mdxTree(body: string, labels: Labels): Promise<HtmlRoot> {
  const processor = mdx(labels);
  const tree: Root = processor.parse(body);
  return processor.run(tree, { value: body });
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
