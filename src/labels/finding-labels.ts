/** Pages by which readers find something: search, 404, 410, site map, corrections, without a network, and where an article is withdrawn. */
import type { Around } from './labels.ts';

export interface FindingLabels {
  /** The search page. */
  searchPage: SearchPageLabels;
  lost: LostLabels;
  siteMapOf(site: string): string;
  corrections: CorrectionLabels;
  elder: ElderLabels;
  offline: OfflineLabels;
}

interface SearchPageLabels {
  description(site: string): string;
  /** What a browser says of this search among others. */
  ofSite(site: string): string;
  filters: string;
  column: string;
  allColumns: string;
  year: string;
  allYears: string;
  source: string;
  allSources: string;
  order: string;
  byRelevance: string;
  byDate: string;
  /** Around the link to the site map. */
  withoutScript: Around;
  more: string;
  attachment: string;
  /** Around the link to the article with the attachment. */
  inArticle: Around;
  /** In the place of its title, until that is known. */
  article: string;
}

interface LostLabels {
  title: string;
  description: string;
  advice: string;
  nearest: string;
  columns: string;
}

interface CorrectionLabels {
  description(site: string): string;
  intro: string;
  none: string;
}

interface ElderLabels {
  description(site: string): string;
  /** Around the link to the home page and the one to the site map. */
  withoutScript: readonly [string, string, string];
}

/** Instead of a page, where there is no network. */
interface OfflineLabels {
  title: string;
  why: string;
  /** What comes next, without the reader and by the button. */
  later: string;
  retry: string;
}

/** An article that was taken back, and an address where something was. */
export interface WithdrawnLabels {
  title: string;
  description: string;
  heading: string;
  published: string;
  withdrawn: string;
  reason: string;
  backTo(column: string): string;
  searchOthers: string;
  gone: GoneLabels;
  /** Of the page at a former address, for hosts that redirect nothing. */
  moved: string;
  movedTo: string;
}

interface GoneLabels {
  title: string;
  description: string;
  text: string;
}
