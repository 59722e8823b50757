import type { Article } from '../model/article.ts';
import type { Site } from './site.ts';

/** The id under which the views of an article are counted: the one that it was published under first. */
export function countedAs({ lasting }: Site, { id }: Pick<Article, 'id'>): string {
  return lasting.firstNames.get(id) ?? id;
}
