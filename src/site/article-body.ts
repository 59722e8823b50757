/** What a body needs to become a page: its text, and what the names in it stand for. */
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isCleaned, publishedSize } from '../images/clean/clean-pieces.ts';
import { renderMarkdown } from '../markdown/render-markdown.ts';
import type { BodyContext } from '../markdown/body-context.ts';
import type { Article, ArticleText } from '../model/article.ts';
import type { FileFacts } from '../model/body.ts';
import type { Content } from '../model/content.ts';
import { ContentChangedError } from '../system/content-changed.ts';
import { namedPath } from '../model/named-path.ts';
import type { Page } from '../model/page.ts';
import type { Topic } from '../model/topic.ts';
import { withoutControls } from '../model/clean-text.ts';
import { readTextFile, textDigest } from '../reading/text-file.ts';
import { unbrokenRuns } from '../titles/title-breaks.ts';
import { termsOfArticle } from '../titles/title-terms.ts';
import { secondsOf } from './videos.ts';
import { attachmentPath, href } from './addresses.ts';
import { fileKind } from '../markdown/file-kind.ts';
import type { CurrentSite } from './current-site.ts';
import { termsOfSite } from './site-terms.ts';

/**
 * The text below the front matter, read anew: bodies are not kept in memory.
 * @throws ContentChangedError when it is not the text that was read before
 */
export function readBody({ path, file, bodyLine, digest, unsaved }: TextOnDisk): string {
  if (unsaved !== undefined) return withoutControls(fromLine(unsaved, bodyLine));
  const read = readTextFile(path, file);
  if ('issue' in read) throw new ContentChangedError(file);
  // The page has the key of the text that was read; in the preview what is edited is shown as it is now.
  if (digest && textDigest(read.text) !== digest) throw new ContentChangedError(file);
  return withoutControls(fromLine(read.text, bodyLine));
}

type TextOnDisk = Pick<Page, 'path' | 'file' | 'bodyLine'> &
  Partial<Pick<Article, 'digest' | 'unsaved'>>;

/** The text from a 1-based line on. */
function fromLine(text: string, line: number): string {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) start = text.indexOf('\n', start) + 1;
  return text.slice(start);
}

/** The HTML of a Markdown article, single page or topic. */
export async function renderBody(
  current: CurrentSite,
  text: Article | Page | Topic,
): Promise<string> {
  return renderMarkdown(readBody(text), bodyContext(current, text));
}

/** How the names in such a text's body resolve on this site. */
export function bodyContext(current: CurrentSite, text: Article | Page | Topic): BodyContext {
  const { site, pictures } = current;
  const article = 'id' in text ? text : undefined;
  const terms = termsOfSite(site);
  const folder = 'folder' in text ? text.folder : undefined;
  const local = (target: string): string | undefined =>
    namedPath(site.content.roots, folder, target);
  return {
    labels: site.labels,
    base: site.base,
    host: new URL(site.origin).host,
    allowedHosts: site.config.allowedHosts,
    hiddenLinks: site.hiddenLinks.get(text.file),
    runsOf: (line) =>
      unbrokenRuns(line, article ? [terms, termsOfArticle(article, line)] : [terms]),
    isGallery: article?.gallery,
    attachments: article?.attachments?.map(({ file, title }) => ({
      title: title ?? file,
      url: href(site, attachmentPath(site, article, file)),
    })),
    files: {
      async picture(target) {
        const path = local(target);
        return path ? pictures.describe(path) : undefined;
      },
      async file(target) {
        const path = local(target);
        const size = path ? await sizeOf(path) : undefined;
        if (size === undefined) return undefined;
        const name = basename(target);
        const own = article && !target.startsWith('/');
        const url = own
          ? attachmentPath(site, article, name)
          : target.slice(1).split('/').map(encodeURIComponent).join('/');
        const seconds = path && fileKind(name) === 'video' ? secondsOf(path) : undefined;
        return { url: href(site, url), name, size, ...(seconds && { seconds }) };
      },
      async bytes(target) {
        const path = local(target);
        return path ? readFile(path) : undefined;
      },
    },
  };
}

/** Address and size of an attachment. Throws when it is not there: the checks have seen it. */
export async function attachmentFacts(
  { site }: CurrentSite,
  article: Article,
  name: string,
): Promise<FileFacts> {
  const size = await sizeOf(join(article.folder ?? '', name));
  if (size === undefined) throw new ContentChangedError(article.file);
  return { url: href(site, attachmentPath(site, article, name)), name, size };
}

/** Undefined when there is no such file. */
async function sizeOf(path: string): Promise<number | undefined> {
  return stat(path).then(
    ({ size }) => (isCleaned(path) ? publishedSize(path) : size),
    () => undefined,
  );
}

/** Names of the files beside an article that its page offers: attachments, and what its body links or plays. */
export function offeredFiles({ attachments, references }: ArticleText): string[] {
  const named = references
    .filter(({ kind, target }) => kind === 'file' && !target.startsWith('/'))
    .map(({ target }) => basename(target));
  return [...new Set([...(attachments ?? []).map(({ file }) => file), ...named])].toSorted();
}

/** Absolute path of a topic's banner, if it has one. */
export function bannerPath({ roots }: Content, { banner, folder }: Topic): string | undefined {
  return banner === undefined ? undefined : namedPath(roots, folder, banner);
}

/** Absolute path of the picture that stands for an article in lists: its cover, or the first in its body. */
export function leadPicture({ roots }: Content, article: Article): string | undefined {
  const target = article.cover ?? article.references.find(({ kind }) => kind === 'picture')?.target;
  return target ? namedPath(roots, article.folder, target) : undefined;
}
