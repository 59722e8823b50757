/** An .md body as HTML. The processor is built once: every article goes through the same one. */
import { remark } from 'remark';
import remarkRehype from 'remark-rehype';
import type { BodyContext } from './body-context.ts';
import { htmlFragment } from './html-fragment.ts';
import { rehypePlugins, remarkPlugins, remarkRehypeOptions } from './plugins.ts';
import { rehypeResolve } from './rehype-resolve.ts';

const markdown = remark()
  .use(remarkPlugins)
  .use(remarkRehype, remarkRehypeOptions)
  .use(rehypePlugins)
  .freeze();

/** The final HTML of an .md body. Raw HTML in it is dropped (`inspectBody` reports it). */
export async function renderMarkdown(body: string, context: BodyContext): Promise<string> {
  const tree = await markdown.run(markdown.parse(body), { value: body });
  await rehypeResolve(context)(tree);
  return htmlFragment.stringify(tree);
}
