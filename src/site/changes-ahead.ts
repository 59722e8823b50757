/** What changes by time alone: articles that are to appear, those that expire, and documents that lose their force. */
import type { Content } from '../model/content.ts';
import type { Article } from '../model/article.ts';
import { isOver } from '../model/official-document.ts';
import { dayAfter, instant } from './dates.ts';

export interface ChangeAhead {
  at: Date;
  article: Article;
  /** `lapses`: the day after 有效期至, from which on its page says 失效. */
  change: 'appears' | 'expires' | 'lapses';
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
    const { document, expires } = article;
    if (document?.until === undefined || isOver(document)) continue;
    const lapse = dayAfter(document.until);
    if (expires === undefined || lapse < expires) add(lapse, article, 'lapses');
  }
  return ahead.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
