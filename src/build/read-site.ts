/** `content/` and `public/` → the current site, beside all that is wrong with it. What `check`, `build` and `dev` begin with. */
import { join } from 'node:path';
import { lookupOf, pictureLookup } from '../images/picture-lookup.ts';
import { createPictureStore } from '../images/picture-store.ts';
import type { PictureStore } from '../images/picture-store.ts';
import type { Reading } from '../images/picture-facts.ts';
import type { ArticleFile, ReadArticle } from '../model/article.ts';
import type { HiddenArticle } from '../model/content.ts';
import { formatIssues, stopping } from '../model/issue.ts';
import type { Issue } from '../model/issue.ts';
import type { SiteOptions } from '../output/options.ts';
import { openContentMemory } from '../reading/content-memory.ts';
import type { ContentFiles, ContentMemory } from '../reading/content-memory.ts';
import { markDrafts } from '../reading/draft-issues.ts';
import { loadContent } from '../reading/load-content.ts';
import { fileUncheckedRule } from '../attachments/words-issues.ts';
import { checkPublicWords } from '../reading/public-words.ts';
import { checkPublicContents } from '../reading/public-contents.ts';
import { checkPublicPictures } from '../reading/public-pictures.ts';
import { applyWaivers } from '../reading/waivers.ts';
import { checkReviews } from '../review/check-review.ts';
import type { CurrentSite } from '../site/current-site.ts';
import { createSite } from '../site/site.ts';
import { siteCache } from '../system/project.ts';
import { removeAbandoned } from '../system/write-atomically.ts';
import { whoHadReaders } from './had-readers.ts';
import { judgeSite } from './judge-site.ts';
import type { JudgedSite } from './judge-site.ts';
import { lenientPictures, previewOf } from './preview.ts';
import { noteSite } from './site-caches.ts';

/** A site that may be built or shown, with what is known of its files. */
export interface LoadedSite extends CurrentSite {
  files: ContentFiles;
  renditions: PictureStore;
  /** What was read of pictures, by absolute path. */
  readings: ReadonlyMap<string, Reading>;
}

export interface SiteReading {
  /** Undefined when one of the issues stops. */
  current: LoadedSite | undefined;
  issues: Issue[];
  unpublished: HiddenArticle[];
  /** All articles of which something could be read, whatever is wrong with them. */
  texts: readonly ReadArticle[];
  /** Where articles lie, those of which nothing could be read, too. */
  places: readonly ArticleFile[];
  /** The site as far as it could be judged, whatever stops it from being built; undefined without settings in order. */
  judged?: JudgedSite | undefined;
}

/** Reads the site once. @param isFresh read every article, whatever is known of it */
export function readSite(
  options: SiteOptions,
  { isFresh }: { isFresh: boolean } = { isFresh: false },
): Promise<SiteReading> {
  return siteReader(options, 'site', isFresh)();
}

/**
 * Reads the site each time it is called, as it is at the `present` that is given then (Beijing time), or at `now`; files that
 * did not change since are not read again.
 * @param as 'preview' shows what readers do not see too, and goes on where a text has problems
 */
export function siteReader(
  { roots, now, paranoid }: SiteOptions,
  as: 'site' | 'preview' = 'site',
  isFresh = false,
): (present?: string) => Promise<SiteReading> {
  const cache = siteCache(roots);
  const memory = openContentMemory(cache, roots, paranoid);

  return async (present = now) => {
    await noteSite(cache, roots.content);
    const { read, articles, places, publicFiles, waivers, issues } = await loadContent(roots, {
      now: present,
      memory,
      isFresh,
    });
    const ofPictures = await checkPublicPictures(roots.public, memory.files);
    const files = await checkPublicContents(roots.public, publicFiles, issues, memory.files);
    const { pages = [], topics = [] } = read?.content ?? {};
    const texts = [...articles.map(({ text }) => text), ...pages, ...topics];
    const words = await checkPublicWords(roots.public, publicFiles, {
      texts,
      memory: memory.files,
    });
    const columns = read?.columns.value;
    const reviews = columns
      ? await checkReviews({
          articles,
          columns,
          roots,
          memory: memory.files,
          now: present,
          hadReaders: whoHadReaders(roots),
        })
      : [];
    await memory.pictures.save();
    await memory.files.save('asked');
    const found = [...issues, ...reviews, ...ofPictures, ...files, ...unsaid(words, files)];
    const ofTexts = { texts: articles, places };
    if (!read) {
      const told = applyWaivers(found, waivers, present);
      return { current: undefined, issues: told, unpublished: [], ...ofTexts };
    }
    const judged = judgeSite(read, articles);
    const every = applyWaivers([...found, ...judged.issues], waivers, present);
    const all = [...markDrafts(every, articles)];
    const { hidden: unpublished } = judged;
    if (as === 'preview') {
      const site = createSite(previewOf(read, all), { lasting: judged.site.lasting });
      const problems = all.length > 0 ? printedOnce(all) : undefined;
      const { pictures: lookup, ...shown } = loadedSite(site, cache, memory);
      const lenient = { ...shown, pictures: lenientPictures(lookup), problems };
      return { current: lenient, issues: all, unpublished, ...ofTexts, judged };
    }
    if (stopping(all).length > 0) {
      return { current: undefined, issues: all, unpublished: [], ...ofTexts, judged };
    }
    const loaded = loadedSite(judged.site, cache, memory);
    // Pages show the pictures that were read, whatever lies there now.
    const pictures = lookupOf(loaded.readings, judged.site.base);
    return { current: { ...loaded, pictures }, issues: all, unpublished, ...ofTexts, judged };
  };
}

/** Masking the problems of 10,000 texts takes a second, and the desk shows none of them this way. */
function printedOnce(issues: readonly Issue[]): () => string {
  let printed: string | undefined;
  return () => (printed ??= formatIssues(issues));
}

/** That a file was not looked through is no news where it is said that nobody can open it. */
function unsaid(words: readonly Issue[], files: readonly Issue[]): Issue[] {
  const told = new Set(files.map(({ file }) => file));
  return words.filter(({ rule, file }) => rule !== fileUncheckedRule.id || !told.has(file));
}

function loadedSite(
  site: CurrentSite['site'],
  cache: string,
  { files, pictures: index }: ContentMemory,
): LoadedSite {
  return {
    site,
    pictures: pictureLookup(index, site.base),
    files,
    renditions: createPictureStore(join(cache, 'images'), index),
    readings: index.readings(),
  };
}

/** Removes what builds that were killed left half done in a site's cache. */
export async function removeLeftovers(cache: string): Promise<void> {
  const folders = ['', 'images', 'search', 'search/attachments'];
  await Promise.all(folders.map((folder) => removeAbandoned(join(cache, folder))));
}
