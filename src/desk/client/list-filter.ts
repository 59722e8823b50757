/** Which articles the list shows: by state, column and words of the title, the newest first. */
import type { ArticleState, ListedArticle } from '../api.ts';
import { beijing } from './beijing-time.ts';

export type ListGroup = (typeof LIST_GROUPS)[number];

export const LIST_GROUPS = [
  'all',
  'mine',
  'for-me',
  'to-publish',
  'in-review',
  'drafts',
  'changed',
  'scheduled',
  'recent',
  'problems',
] as const;

/** Days for which what was published is recent. */
const RECENT_DAYS = 30;

export interface ListWish {
  group: ListGroup;
  /** Words that are all in the title, in any order. */
  words: string;
  /** Name of a column; empty for all. */
  column: string;
}

export interface FoundArticles {
  articles: ListedArticle[];
  /** How many there are of each group, with these words and in this column. */
  counts: Record<ListGroup, number>;
}

/** What an article is known by when it is looked for. */
export interface SearchedArticle {
  article: ListedArticle;
  /** Title and id, in small letters. */
  words: string;
  groups: ReadonlySet<ListGroup>;
}

const PUBLISHED: readonly ArticleState[] = ['published', 'changed', 'expired', 'withdrawn'];

function groupsOf(
  { state, problems, review, date }: ListedArticle,
  recent: string,
): Set<ListGroup> {
  const isIn: Readonly<Record<ListGroup, boolean>> = {
    all: true,
    mine: review?.isMine ?? false,
    'for-me': review?.stand === 'in-review' && review.isForMe,
    'to-publish': review?.stand !== 'in-review' && (review?.isForMe ?? false),
    'in-review': ['in-review', 'approved', 'ready'].includes(review?.stand ?? 'none'),
    drafts: state === 'draft' || state === 'new',
    changed: state === 'changed' || state === 'waiting' || state === 'unsent',
    scheduled: state === 'scheduled',
    recent: PUBLISHED.includes(state) && date >= recent,
    problems: problems > 0 || state === 'broken',
  };
  return new Set(LIST_GROUPS.filter((group) => isIn[group]));
}

/**
 * Once for all searches: the newest first, those without a date before them, for they are being written.
 * @param now milliseconds
 */
export function searchedArticles(
  articles: readonly ListedArticle[],
  now: number,
): SearchedArticle[] {
  const recent = beijing(now - RECENT_DAYS * 86_400_000).slice(0, 10);
  return articles
    .map((article) => ({
      article,
      words: searchForm(`${article.title} ${article.id}`),
      groups: groupsOf(article, recent),
    }))
    .toSorted((one, other) => compareDates(other.article, one.article));
}

/** Asked with every key: what has the words is found by one pass over all, the rest is counting. */
export function findArticles(all: readonly SearchedArticle[], wish: ListWish): FoundArticles {
  let found = all;
  for (const word of searchForm(wish.words).split(/\s+/u).filter(Boolean))
    found = found.filter(({ words }) => words.includes(word));
  if (wish.column !== '') found = found.filter(({ article }) => article.column === wish.column);
  const counts = Object.fromEntries(
    LIST_GROUPS.map((group) => [group, 0]),
  ) as FoundArticles['counts'];
  for (const { groups } of found) for (const group of groups) counts[group] += 1;
  const shown = found.filter(({ groups }) => groups.has(wish.group));
  return { articles: shown.map(({ article }) => article), counts };
}

function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function compareDates(one: ListedArticle, other: ListedArticle): number {
  if (one.date === other.date) return one.id < other.id ? -1 : 1;
  if (one.date === '' || other.date === '') return one.date === '' ? 1 : -1;
  return one.date < other.date ? -1 : 1;
}
