/** What an .mdx body's components produced, as final HTML. */
import { linkAttachmentLines } from './attachment-lines.ts';
import type { BodyContext } from './body-context.ts';
import { makeGallery } from './gallery.ts';
import { htmlFragment } from './html-fragment.ts';
import { keepWhole } from './keep-whole.ts';
import { rehypeResolve } from './rehype-resolve.ts';

/** The same HTML with pictures, files and links resolved. Its structure is left alone: stage one has made it. */
export async function resolveHtml(html: string, context: BodyContext): Promise<string> {
  const tree = htmlFragment.parse(html);
  await rehypeResolve(context)(tree);
  if (context.isGallery) makeGallery(tree, context.labels.body.gallery);
  linkAttachmentLines(tree, context.attachments ?? []);
  if (context.runsOf) keepWhole(tree, context.runsOf);
  return htmlFragment.stringify(tree);
}
