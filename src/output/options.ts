/** Where a build takes from and writes to, and when it is. */
import { resolve } from 'node:path';
import { calendarDay } from '../model/calendar.ts';
import type { Roots } from '../model/content.ts';
import { beijingTime } from '../site/dates.ts';
import { HOME } from '../system/project.ts';

export interface SiteOptions {
  roots: Roots;
  /** Absolute path of the folder that is written, `dist/`. */
  out: string;
  /** The present in Beijing time, `YYYY-MM-DD HH:MM`: later articles are not built. */
  now: string;
  /** Compare the texts of articles even where size and time of the file say that nothing changed. */
  paranoid: boolean;
}

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
      content: resolve(HOME, from.content ?? 'content'),
      public: resolve(HOME, from.public ?? 'public'),
    },
    out: resolve(HOME, from.out ?? 'dist'),
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
