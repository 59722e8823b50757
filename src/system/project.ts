/** Where the program lies, and where it keeps what it learns between builds. */
import { join, resolve } from 'node:path';
import { shortDigest } from './digest.ts';

/** Absolute path of the project, the folder of package.json. */
export const PROJECT = resolve(import.meta.dirname, '..', '..');

/**
 * The bureau's folder, which has `content/`, `public/`, `dist/` and what is kept: the project itself, or, for a bureau whose
 * engine is a copy below its `.cache/`, the folder that its commands name by SITE_HOME.
 */
export const HOME = resolve(process.env['SITE_HOME'] || PROJECT);

/** Kept between builds; losing it costs one full build, and what the desk keeps of uncommitted texts. SITE_CACHE puts it elsewhere, as the tests do. */
export const CACHE = resolve(HOME, process.env['SITE_CACHE'] || '.cache');

/** The caches of all sites. */
export const SITES = join(CACHE, 'sites');

/**
 * What is kept between builds of one site: pictures, the search index. Several sites may share a project.
 * @param roots.content absolute path of the site's content folder
 */
export function siteCache({ content }: { content: string }): string {
  return join(SITES, siteName(content));
}

/** Of the cache of the site with this content folder. */
export function siteName(content: string): string {
  return shortDigest(content, 8);
}
