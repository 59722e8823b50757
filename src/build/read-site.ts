/** `content/` and `public/` → the current site, or all Issues. What `check`, `build` and `dev` begin with. */
import { join } from 'node:path';
import { checkInternalLinks } from '../checks/internal-links.ts';
import type { LinkingText } from '../checks/internal-links.ts';
import { checkPictureNews } from '../checks/picture-news.ts';
import { createPictureStore } from '../images/picture-store.ts';
import { openPictureIndex } from '../images/picture-index.ts';
import { openArticleIndex } from '../model/article-index.ts';
import type { ArticleIndex } from '../model/article-index.ts';
import type { Unpublished } from '../model/content.ts';
import { stopping } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import { loadContent } from '../model/load-content.ts';
import { knownPaths } from '../site/known-paths.ts';
import { createSite } from '../site/site.ts';
import type { CurrentSite } from '../site/current-site.ts';
import { engineHash } from './engine-hash.ts';
import { openFileMemory } from './file-memory.ts';
import { inspectText } from './inspect-text.ts';
import { namedFileChecks } from './named-files.ts';
import { checkPublicPictures } from './public-pictures.ts';
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

/** Reads the site each time it is called; files that did not change since are not read again. */
export function siteReader({ roots, now, paranoid }: SiteOptions): () => Promise<SiteReading> {
  const cache = siteCache(roots);
  const pictureFolder = join(cache, 'images');
  const pictureIndex = openPictureIndex(pictureFolder);
  const memory = openFileMemory(join(cache, 'files.json'));
  const indexes = new Map<string, Promise<ArticleIndex>>();

  return async () => {
    const { content, issues } = await loadContent(roots, {
      now,
      async openIndex(wording) {
        const version = engineHash(PROJECT, [JSON.stringify(wording)]);
        const file = join(cache, 'articles.json');
        const index = indexes.get(version) ?? openArticleIndex({ file, version, paranoid });
        indexes.set(version, index);
        return index;
      },
      inspect: inspectText,
      checkFiles: namedFileChecks(roots.public, pictureIndex, memory),
    });
    issues.push(...(await checkPublicPictures(roots.public, memory)));
    await pictureIndex.save();
    await memory.save('asked');
    if (!content) return { current: undefined, issues, unpublished: [] };
    const site = createSite(content);
    issues.push(...checkPictureNews(content.articles, content.columns));
    const linking = [...content.articles, ...content.pages].filter(linksToPages);
    const brokenLinks =
      linking.length > 0 ? checkInternalLinks(linking, site.base, knownPaths(site)) : [];
    issues.push(...brokenLinks);
    if (stopping(issues).length > 0) return { current: undefined, issues, unpublished: [] };
    const pictures = createPictureStore({
      cacheFolder: pictureFolder,
      base: site.base,
      index: pictureIndex,
    });
    return {
      current: { site, pictures, pictureFolder },
      issues,
      unpublished: content.unpublished,
    };
  };
}

function linksToPages({ references }: LinkingText): boolean {
  return references.some(({ kind }) => kind === 'page');
}
