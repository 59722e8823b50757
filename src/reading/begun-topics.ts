/** Which topics readers may see now. */
import { NOTHING_NAMED } from '../model/body.ts';
import type { NamedFiles } from '../model/body.ts';
import type { Content } from '../model/content.ts';
import { endOfTopic } from '../model/topic.ts';
import type { ReadTopic, Topic } from '../model/topic.ts';

/**
 * Parts those that have begun, newest first, from those of a later date.
 * @param named what each text names, by its file as staff see it
 * @param now the present in Beijing time, `YYYY-MM-DD HH:MM`
 */
export function begunTopics(
  topics: readonly ReadTopic[],
  named: ReadonlyMap<string, NamedFiles>,
  now: string,
): Pick<Content, 'topics' | 'topicsToCome'> {
  const all = topics.map((topic): Topic => {
    const end = endOfTopic(topic);
    const isOver = end !== undefined && end <= now;
    return { ...topic, named: named.get(topic.file) ?? NOTHING_NAMED, isOver };
  });
  const { begun = [], toCome = [] } = Object.groupBy(all.toSorted(newestTopicFirst), ({ date }) =>
    date > now ? 'toCome' : 'begun',
  );
  return { topics: begun, topicsToCome: toCome };
}

/** Of one date, in the order of their names. */
export function newestTopicFirst(a: ReadTopic, b: ReadTopic): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  return a.slug < b.slug ? -1 : 1;
}
