/** An .md body as HTML. The processors are built once for a language: every article goes through the same ones. */
import { remark } from 'remark';
import type { Labels } from '../labels/labels.ts';
import { oncePerLanguage } from './once-per-language.ts';
import { linkAttachmentLines } from './attachment-lines.ts';
import type { BodyContext } from './body-context.ts';
import { makeGallery } from './gallery.ts';
import { htmlFragment } from './html-fragment.ts';
import { keepWhole } from './keep-whole.ts';
import { markdownSyntax, mayUseGfm, plainRemarkPlugins, rehypePlugins } from './plugins.ts';
import { remarkPlugins } from './plugins.ts';
import { rehypeResolve } from './rehype-resolve.ts';
import { remarkToHtml } from './remark-to-html.ts';

/** What links, pictures and files are written with. */
const NAMES = /[[<@&]|:\/\/|www\./i;

const processors = oncePerLanguage((labels) => ({
  plain: toHtml(plainRemarkPlugins, labels),
  gfm: toHtml(remarkPlugins, labels),
}));

function toHtml(plugins: typeof remarkPlugins, labels: Labels) {
  return remark()
    .use(markdownSyntax)
    .use(plugins)
    .use(remarkToHtml, labels)
    .use(rehypePlugins(labels))
    .freeze();
}

/** The final HTML of an .md body. Raw HTML in it is dropped (`inspectBody` reports it). */
export async function renderMarkdown(body: string, context: BodyContext): Promise<string> {
  const { plain, gfm } = processors(context.labels);
  const markdown = mayUseGfm(body) ? gfm : plain;
  const tree = await markdown.run(markdown.parse(body), { value: body });
  if (NAMES.test(body)) await rehypeResolve(context)(tree);
  if (context.isGallery) makeGallery(tree, context.labels.body.gallery);
  linkAttachmentLines(tree, context.attachments ?? []);
  if (context.runsOf) keepWhole(tree, context.runsOf);
  return htmlFragment.stringify(tree);
}
