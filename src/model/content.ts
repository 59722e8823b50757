/** Everything the bureau wrote, checked. */
import type { Article } from './article.ts';
import type { Column } from './columns.ts';
import type { Page } from './page.ts';
import type { SiteConfig } from './site-config.ts';
import type { Redirect, WordingRule } from './word-lists.ts';

/** Where a site's files are: absolute paths. */
export interface Roots {
  content: string;
  public: string;
}

/** An article that is in order and yet not on the site. */
export interface Unpublished {
  article: Article;
  reason: 'draft' | 'expired' | 'future';
}

export interface Content {
  roots: Roots;
  site: SiteConfig;
  columns: Column[];
  /** Published articles, newest first; of one date, by id backwards. */
  articles: Article[];
  unpublished: Unpublished[];
  pages: Page[];
  redirects: Redirect[];
  wording: WordingRule[];
  /** Files of `public/` that go online, relative to it. */
  publicFiles: readonly string[];
}
