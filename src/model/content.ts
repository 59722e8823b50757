/** Everything the bureau wrote, checked. */
import type { Article, PlacedArticle } from './article.ts';
import type { Column } from './columns.ts';
import type { Page } from './page.ts';
import type { SiteConfig } from './site-config.ts';
import type { Topic } from './topic.ts';
import type { Redirect, WordingRule } from './word-lists.ts';

/** Where a site's files are: absolute paths. */
export interface Roots {
  content: string;
  public: string;
}

/** Why readers do not see an article. */
export type HiddenReason = 'draft' | 'expired' | 'future';

/** An article that is not on the site, whether or not it is ready for pages. */
export interface HiddenArticle {
  article: PlacedArticle;
  reason: HiddenReason;
}

/** One that is ready for pages. */
export interface Unpublished extends HiddenArticle {
  article: Article;
}

export interface Content {
  roots: Roots;
  site: SiteConfig;
  columns: Column[];
  /** Published articles, newest first; of one date, by id backwards. */
  articles: Article[];
  unpublished: Unpublished[];
  /** Published once and taken back (撤下): a page says so at each of their addresses, and nothing else of them is left. */
  withdrawn: Article[];
  pages: Page[];
  /** Topics (专题) that have begun, newest first. */
  topics: Topic[];
  /** Those of a later date. */
  topicsToCome: Topic[];
  redirects: Redirect[];
  wording: WordingRule[];
  /** Files of `public/` that go online, relative to it. */
  publicFiles: readonly string[];
}
