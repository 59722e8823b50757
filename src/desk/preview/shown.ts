import type { CurrentSite } from '../../site/current-site.ts';

/** What a request is to be shown instead of the site as it was read. */
export interface Shown {
  current: CurrentSite;
  /** @param html of the page that was asked for */
  finish?(html: string): string;
}
