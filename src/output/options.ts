/** Where a build takes from and writes to, and when it is. */
import { createHash } from 'node:crypto';
import { join, resolve } from 'node:path';
import { calendarDay } from '../model/calendar.ts';
import type { Roots } from '../model/content.ts';
import { beijingTime } from '../site/dates.ts';

export interface SiteOptions {
  roots: Roots;
  /** Absolute path of the folder that is written, `dist/`. */
  out: string;
  /** The present in Beijing time, `YYYY-MM-DD HH:MM`: later articles are not built. */
  now: string;
  /** Compare the texts of articles even where size and time of the file say that nothing changed. */
  paranoid: boolean;
}

/** Absolute path of the project, the folder of package.json. */
export const PROJECT = resolve(import.meta.dirname, '..', '..');

/** Kept between builds; losing it costs one full build. SITE_CACHE puts it elsewhere, as the tests do. */
export const CACHE = resolve(PROJECT, process.env['SITE_CACHE'] ?? '.cache');

/**
 * The options that `astro build` and `astro dev` take from the environment, and the scripts from their
 * arguments: SITE_CONTENT, SITE_PUBLIC, SITE_OUT (folders) and SITE_NOW.
 */
export function siteOptions(from: {
  content?: string | undefined;
  public?: string | undefined;
  out?: string | undefined;
  now?: string | undefined;
  paranoid?: boolean;
}): SiteOptions {
  return {
    roots: {
      content: resolve(PROJECT, from.content ?? 'content'),
      public: resolve(PROJECT, from.public ?? 'public'),
    },
    out: resolve(PROJECT, from.out ?? 'dist'),
    now: from.now ?? beijingTime(new Date()),
    paranoid: from.paranoid ?? false,
  };
}

/** The present as an operator states it, `YYYY-MM-DD HH:MM`; a day without a time begins at midnight. */
export function readNow(written: string): ReturnType<typeof calendarDay> {
  const reading = calendarDay(written.trim());
  return 'text' in reading && reading.text.length === 10
    ? { text: `${reading.text} 00:00` }
    : reading;
}

/** The caches of all sites. */
export const SITES = join(CACHE, 'sites');

/** What is kept between builds of one site: pictures, search shards. Several sites may share a project. */
export function siteCache({ content }: Pick<Roots, 'content'>): string {
  return join(SITES, siteName(content));
}

/** Of the cache of the site with this content folder. */
export function siteName(content: string): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}
