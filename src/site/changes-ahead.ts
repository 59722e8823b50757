/** What changes by time alone: articles and topics that are to appear, articles that expire, topics that end. */
import type { Content } from '../model/content.ts';
import type { Article } from '../model/article.ts';
import { endOfTopic } from '../model/topic.ts';
import { instant } from './dates.ts';

export interface ChangeAhead {
  at: Date;
  /** The article or the topic. */
  text: Pick<Article, 'title' | 'file'>;
  change: 'appears' | 'expires' | 'ends';
}

/**
 * The earliest first; of one moment in the order of the articles, and then of the topics.
 * @param now the present in Beijing time, `YYYY-MM-DD HH:MM`
 */
export function changesAhead(
  {
    articles,
    unpublished,
    topics,
    topicsToCome,
  }: Pick<Content, 'articles' | 'unpublished' | 'topics' | 'topicsToCome'>,
  now: string,
): ChangeAhead[] {
  const ahead: ChangeAhead[] = [];
  const add = (
    date: string | undefined,
    text: ChangeAhead['text'],
    change: ChangeAhead['change'],
  ): void => {
    if (date !== undefined && date > now) ahead.push({ at: instant(date), text, change });
  };
  const toCome = unpublished.filter(({ reason }) => reason === 'future');
  for (const { article } of toCome) add(article.date, article, 'appears');
  for (const article of [...articles, ...toCome.map((each) => each.article)]) {
    add(article.expires, article, 'expires');
  }
  for (const topic of topicsToCome) add(topic.date, topic, 'appears');
  for (const topic of [...topics, ...topicsToCome]) add(endOfTopic(topic), topic, 'ends');
  return ahead.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}
