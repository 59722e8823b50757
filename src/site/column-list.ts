/** What a column's newest page puts on top: pinned articles (置顶), and consultations that can still be answered. */
import type { Article } from '../model/article.ts';
import type { Column } from '../model/columns.ts';
import { stillOpen } from './consultations.ts';
import { newestItems } from './pagination.ts';
import type { Site } from './site.ts';

export function onTop(site: Site, { slug, style }: Column): readonly Article[] {
  const list = site.articlesIn(slug);
  const pinned = list.filter((article) => article.pinned);
  if (style !== 'consultation') return pinned;
  return [...pinned, ...stillOpen(list.filter((article) => !article.pinned))];
}

/** The articles of a column's newest page, in their order. */
export function newestOf(site: Site, column: Column): Article[] {
  return newestItems(site.articlesIn(column.slug), site.config.listSize, onTop(site, column));
}
