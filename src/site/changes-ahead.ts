/** What changes by time alone: what is to appear, what expires, documents that lose their force, consultations, topics that end. */
import type { Content } from '../model/content.ts';
import { periodOf } from '../model/consultation.ts';
import type { Article } from '../model/article.ts';
import { isOver } from '../model/official-document.ts';
import { endOfTopic } from '../model/topic.ts';
import { dayAfter, instant } from './dates.ts';

export interface ChangeAhead {
  at: Date;
  /** The article or the topic. */
  text: Pick<Article, 'title' | 'file'>;
  /**
   * `lapses`: the day after 有效期至, from which on its page says 失效; `ends`: a topic says 已结束; `opens`, `closes`: a
   * consultation; `counts`: the days left of one that is open, at the next midnight alone, since each is told in its turn.
   */
  change: 'appears' | 'expires' | 'lapses' | 'ends' | 'opens' | 'closes' | 'counts';
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
    const { document, expires } = article;
    const addOnSite = (date: string, change: ChangeAhead['change']): void => {
      if (expires === undefined || date < expires) add(date, article, change);
    };
    if (document?.until !== undefined && !isOver(document)) {
      addOnSite(dayAfter(document.until), 'lapses');
    }
    for (const [date, change] of consultationTimes(article, now)) addOnSite(date, change);
  }
  for (const topic of topicsToCome) add(topic.date, topic, 'appears');
  for (const topic of [...topics, ...topicsToCome]) add(endOfTopic(topic), topic, 'ends');
  return ahead.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

function consultationTimes(
  { consultation, date }: Article,
  now: string,
): [string, 'opens' | 'closes' | 'counts'][] {
  if (!consultation) return [];
  const { begin, end } = periodOf(consultation, date);
  const midnight = dayAfter(now);
  return [
    [begin, 'opens'],
    // One that begins and ends later counts once it is open; on its last day there is nothing left to count.
    ...(begin <= now && midnight < end ? [[midnight, 'counts'] as [string, 'counts']] : []),
    [end, 'closes'],
  ];
}
