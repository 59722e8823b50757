/** What addresses come from, and where staff wrote it. */
import type { PlacedArticle } from '../model/article.ts';
import type { FieldLines } from '../model/field-lines.ts';
import type { Site } from './site.ts';

export interface AddressSources {
  site: Site;
  /** On the site now, and what would be if no field were missing. */
  articles: readonly PlacedArticle[];
  /** Articles of a later date: their addresses are theirs already. */
  toCome: readonly PlacedArticle[];
  /** Not meant for readers yet: what is wrong with their old addresses is told, and stops nobody. */
  drafts: readonly PlacedArticle[];
  /** Taken off the site by their date. */
  expired: readonly PlacedArticle[];
  /** Taken back: a page at their addresses says so. */
  withdrawn: readonly PlacedArticle[];
  /** Ids of the articles that have no address because of what is wrong with them. */
  unread: ReadonlySet<string>;
  /** Files of `public/` that are published, relative to it. */
  publicFiles: readonly string[];
  /** `public`, as staff see it. */
  publicFolder: string;
  columnsFile: string;
  redirectsFile: string;
  linesOf(article: PlacedArticle): FieldLines;
  lineOfColumn(index: number): number;
  lineOfRedirect(index: number, key: 'from' | 'to'): number;
}
