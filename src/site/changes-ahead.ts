/** What changes by time alone: articles that are to appear, and those that expire. */
import type { Content } from '../model/content.ts';
import type { Article } from '../model/article.ts';
import { instant } from './dates.ts';

export interface ChangeAhead {
  at: Date;
  article: Article;
  change: 'appears' | 'expires';
}

/**
 * The earliest first; of one moment in the order of the articles.
 * @param now the present in Beijing time, `YYYY-MM-DD HH:MM`
 */
export function changesAhead(
  { articles, unpublished }: Pick<Content, 'articles' | 'unpublished'>,
  now: string,
): ChangeAhead[] {
  const ahead: ChangeAhead[] = [];
  const add = (date: string | undefined, article: Article, change: ChangeAhead['change']): void => {
    if (date !== undefined && date > now) ahead.push({ at: instant(date), article, change });
  };
  const toCome = unpublished.filter(({ reason }) => reason === 'future');
  for (const { article } of toCome) add(article.date, article, 'appears');
  for (const article of [...articles, ...toCome.map((each) => each.article)]) {
    add(article.expires, article, 'expires');
  }
  return ahead.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
