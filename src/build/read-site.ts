/** `content/` and `public/` → the current site, or all Issues. What `check`, `build` and `dev` begin with. */
import { basename, join } from 'node:path';
import { checkInternalLinks, hiddenLinks } from '../rules/internal-links.ts';
import type { LinkingText } from '../rules/internal-links.ts';
import { checkPictureNews } from '../rules/picture-news.ts';
import { createPictureStore } from '../images/picture-store.ts';
import { openPictureIndex } from '../images/picture-index.ts';
import { openArticleIndex } from '../reading/article-index.ts';
import type { ArticleIndex } from '../reading/article-index.ts';
import type { Unpublished } from '../model/content.ts';
import { markDrafts } from '../reading/draft-issues.ts';
import { formatIssues, stopping } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import { loadContent } from '../reading/load-content.ts';
import type { ReadContent } from '../reading/load-content.ts';
import { removeAbandoned } from '../system/write-atomically.ts';
import type { AddressSources } from '../site/address-sources.ts';
import { checkAddresses } from '../site/check-addresses.ts';
import type { Claims } from '../site/claims.ts';
import { linkedArticles } from '../site/linked-articles.ts';
import { knownPaths } from '../site/known-paths.ts';
import { createSite } from '../site/site.ts';
import type { Site } from '../site/site.ts';
import type { CurrentSite } from '../site/current-site.ts';
import { openFileMemory } from '../reading/file-memory.ts';
import { inspectText } from '../reading/inspect-text.ts';
import { namedFileChecks } from '../reading/named-files.ts';
import { lenientPictures, previewOf } from './preview.ts';
import { checkPublicContents } from '../reading/public-contents.ts';
import { checkPublicPictures } from '../reading/public-pictures.ts';
import { PROJECT, siteCache } from '../system/project.ts';
import type { SiteOptions } from '../output/options.ts';
import { noteSite } from './site-caches.ts';
import { sourceHash } from '../system/source-hash.ts';

export interface SiteReading {
  /** Undefined when one of the issues stops. */
  current: CurrentSite | undefined;
  issues: Issue[];
  unpublished: Unpublished[];
}

/** What the reading of an article's text is made of: what is remembered of it holds as long as this is the same. */
export const READING = ['src/system', 'src/model', 'src/markdown', 'src/rules', 'src/reading'];

/** Reads the site once. @param isFresh read every article, whatever is known of it */
export function readSite(
  options: SiteOptions,
  { isFresh }: { isFresh: boolean } = { isFresh: false },
): Promise<SiteReading> {
  return siteReader(options, 'site', isFresh)();
}

/**
 * Reads the site each time it is called; files that did not change since are not read again.
 * @param as 'preview' shows what readers do not see too, and goes on where a text has problems
 */
export function siteReader(
  { roots, now, paranoid }: SiteOptions,
  as: 'site' | 'preview' = 'site',
  isFresh = false,
): () => Promise<SiteReading> {
  const cache = siteCache(roots);
  const pictureFolder = join(cache, 'images');
  const pictureIndex = openPictureIndex(pictureFolder);
  const memory = openFileMemory(join(cache, 'files.json'));
  const indexes = new Map<string, Promise<ArticleIndex>>();

  return async () => {
    await noteSite(cache, roots.content);
    const { read, issues } = await loadContent(roots, {
      now,
      async openIndex(wording) {
        const version = `${sourceHash(PROJECT, READING)} ${JSON.stringify(wording)}`;
        const file = join(cache, 'articles.json');
        const index =
          indexes.get(version) ?? openArticleIndex({ file, version, paranoid, isFresh });
        indexes.set(version, index);
        return index;
      },
      inspect: inspectText,
      checkFiles: namedFileChecks(roots.public, pictureIndex, memory),
    });
    issues.push(...(await checkPublicPictures(roots.public, memory)));
    const publicFiles = read?.content.publicFiles ?? [];
    issues.push(...(await checkPublicContents(roots.public, publicFiles, issues, memory)));
    await pictureIndex.save();
    await memory.save('asked');
    if (!read) return { current: undefined, issues, unpublished: [] };
    const site = createSite(read.content);
    const addresses = checkAddresses(addressSources(site, read));
    issues.push(...addresses.issues);
    const { content } = read;
    issues.push(
      ...checkPictureNews(content.articles, content.columns),
      ...linkIssues(site, addresses.claims, read.unread),
    );
    markDrafts(issues, read.located);
    const pictures = createPictureStore({
      cacheFolder: pictureFolder,
      base: site.base,
      index: pictureIndex,
    });
    const { unpublished } = content;
    if (as === 'preview') {
      const shown = {
        site: createSite(previewOf(content, issues)),
        pictures: lenientPictures(pictures),
        pictureFolder,
        problems: issues.length > 0 ? formatIssues(issues) : undefined,
      };
      return { current: shown, issues, unpublished };
    }
    if (stopping(issues).length > 0) return { current: undefined, issues, unpublished: [] };
    return { current: { site, pictures, pictureFolder }, issues, unpublished };
  };
}

/** Removes what builds that were killed left half done in a site's cache. */
export async function removeLeftovers(cache: string): Promise<void> {
  const folders = [
    '',
    'images',
    'search',
    'search/attachments',
    'search/shards',
    'search/presence',
  ];
  await Promise.all(folders.map((folder) => removeAbandoned(join(cache, folder))));
}

function addressSources(site: Site, read: ReadContent): AddressSources {
  const { located, files, lineOfColumn, lineOfRedirect } = read;
  const lines = new Map(located.map((each) => [each.article, each.lines]));
  const hidden = (reason: Unpublished['reason']) =>
    site.content.unpublished.filter((each) => each.reason === reason).map(({ article }) => article);
  return {
    site,
    toCome: hidden('future'),
    drafts: hidden('draft'),
    expired: hidden('expired'),
    unread: read.unread,
    publicFiles: site.content.publicFiles,
    publicFolder: files.public,
    columnsFile: files.columns,
    redirectsFile: files.redirects,
    linesOf: (article) => lines.get(article) ?? {},
    lineOfColumn: (index) => lineOfColumn([index, 'slug']),
    lineOfRedirect: (index, key) => lineOfRedirect([index, key]),
  };
}

/** Judges the links of all that is or will be on the site, and notes those that lead to nothing yet. */
function linkIssues(site: Site, claims: Claims, unread: ReadonlySet<string>): Issue[] {
  const { articles, pages, unpublished } = site.content;
  const coming = unpublished.filter(({ reason }) => reason !== 'expired');
  const texts = [...articles, ...pages, ...coming.map(({ article }) => article)];
  const linking = texts.filter(linksToPages);
  if (linking.length === 0) return [];
  const { base } = site;
  const isPage = knownPaths(site, claims);
  // What cannot be read yet has problems of its own; that it is linked to is none.
  const isKnown = (path: string): boolean => isPage(path) || unread.has(basename(path));
  const paths = { base, isKnown, article: linkedArticles(site) };
  for (const text of linking) {
    const hidden = hiddenLinks(text, paths);
    if (hidden.length === 0) continue;
    const key = `${text.named.key} -${hidden.join(' -')}`;
    text.named = { ...text.named, key, hidden };
  }
  return checkInternalLinks(linking, paths);
}

function linksToPages({ references }: LinkingText): boolean {
  return references.some(({ kind }) => kind === 'page');
}
