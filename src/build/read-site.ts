/** `content/` and `public/` → the current site, or all Issues. What `check`, `build` and `dev` begin with. */
import { join } from 'node:path';
import { checkInternalLinks, hiddenLinks } from '../checks/internal-links.ts';
import type { LinkingText } from '../checks/internal-links.ts';
import { createPictureStore } from '../images/picture-store.ts';
import { openPictureIndex } from '../images/picture-index.ts';
import { openArticleIndex } from '../model/article-index.ts';
import type { ArticleIndex } from '../model/article-index.ts';
import type { Unpublished } from '../model/content.ts';
import { markDrafts } from '../model/draft-issues.ts';
import { formatIssues, stopping } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import { loadContent } from '../model/load-content.ts';
import { linkedArticles } from '../site/linked-articles.ts';
import { knownPaths } from '../site/known-paths.ts';
import { createSite } from '../site/site.ts';
import type { Site } from '../site/site.ts';
import type { CurrentSite } from '../site/current-site.ts';
import { engineHash } from './engine-hash.ts';
import { inspectText, namedFileChecks } from './inspect-text.ts';
import { lenientPictures, previewOf } from './preview.ts';
import { PROJECT, siteCache } from './options.ts';
import type { SiteOptions } from './options.ts';

export interface SiteReading {
  /** Undefined when one of the issues stops. */
  current: CurrentSite | undefined;
  issues: Issue[];
  unpublished: Unpublished[];
}

/** Reads the site once. */
export function readSite(options: SiteOptions): Promise<SiteReading> {
  return siteReader(options)();
}

/**
 * Reads the site each time it is called; files that did not change since are not read again.
 * @param as 'preview' shows what readers do not see too, and goes on where a text has problems
 */
export function siteReader(
  { roots, now, paranoid }: SiteOptions,
  as: 'site' | 'preview' = 'site',
): () => Promise<SiteReading> {
  const cache = siteCache(roots);
  const pictureFolder = join(cache, 'images');
  const pictureIndex = openPictureIndex(pictureFolder);
  const indexes = new Map<string, Promise<ArticleIndex>>();

  return async () => {
    const { content, issues } = await loadContent(roots, {
      now,
      lenient: as === 'preview',
      async openIndex(wording) {
        const version = engineHash(PROJECT, [JSON.stringify(wording)]);
        const file = join(cache, 'articles.json');
        const index = indexes.get(version) ?? openArticleIndex({ file, version, paranoid });
        indexes.set(version, index);
        return index;
      },
      inspect: inspectText,
      checkFiles: namedFileChecks(roots.public, pictureIndex),
    });
    await pictureIndex.save();
    if (!content) return { current: undefined, issues, unpublished: [] };
    const site = createSite(content);
    issues.push(...linkIssues(site));
    markDrafts(issues, content.unpublished);
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

/** Judges the links of all that is or will be on the site, and notes those that lead to nothing yet. */
function linkIssues(site: Site): Issue[] {
  const { articles, pages, unpublished } = site.content;
  const coming = unpublished.filter(({ reason }) => reason !== 'expired');
  const texts = [...articles, ...pages, ...coming.map(({ article }) => article)];
  const linking = texts.filter(linksToPages);
  if (linking.length === 0) return [];
  const { base } = site;
  const paths = { base, isKnown: knownPaths(site), article: linkedArticles(site) };
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
