/** An .md body as HTML. The processors are built once: every article goes through the same ones. */
import { remark } from 'remark';
import { linkAttachmentLines } from './attachment-lines.ts';
import type { BodyContext } from './body-context.ts';
import { makeGallery } from './gallery.ts';
import { htmlFragment } from './html-fragment.ts';
import { markdownSyntax, mayUseGfm, plainRemarkPlugins, rehypePlugins } from './plugins.ts';
import { remarkPlugins } from './plugins.ts';
import { rehypeResolve } from './rehype-resolve.ts';
import { remarkToHtml } from './remark-to-html.ts';

/** What links, pictures and files are written with. */
const NAMES = /[[<@&]|:\/\/|www\./i;

const plain = toHtml(plainRemarkPlugins);
const gfm = toHtml(remarkPlugins);

function toHtml(plugins: typeof remarkPlugins) {
  return remark().use(markdownSyntax).use(plugins).use(remarkToHtml).use(rehypePlugins).freeze();
}

/** The final HTML of an .md body. Raw HTML in it is dropped (`inspectBody` reports it). */
export async function renderMarkdown(body: string, context: BodyContext): Promise<string> {
  const markdown = mayUseGfm(body) ? gfm : plain;
  const tree = await markdown.run(markdown.parse(body), { value: body });
  if (NAMES.test(body)) await rehypeResolve(context)(tree);
  if (context.isGallery) makeGallery(tree);
  linkAttachmentLines(tree, context.attachments ?? []);
  return htmlFragment.stringify(tree);
}
