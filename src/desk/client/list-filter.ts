/** Which articles the list shows: by state, column and words of the title, the newest first. */
import type { ArticleState, ListedArticle } from '../api.ts';

export type ListGroup = 'all' | 'drafts' | 'changed' | 'scheduled' | 'published' | 'problems';

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
  group: ListGroup | undefined;
  hasProblems: boolean;
}

const GROUPS: Readonly<Record<ArticleState, ListGroup | undefined>> = {
  draft: 'drafts',
  new: 'drafts',
  changed: 'changed',
  scheduled: 'scheduled',
  published: 'published',
  expired: 'published',
  withdrawn: 'published',
  broken: undefined,
};

/** Once for all searches: the newest first, those without a date before them, for they are being written. */
export function searchedArticles(articles: readonly ListedArticle[]): SearchedArticle[] {
  return articles
    .map((article) => ({
      article,
      words: searchForm(`${article.title} ${article.id}`),
      group: GROUPS[article.state],
      hasProblems: article.problems > 0 || article.state === 'broken',
    }))
    .toSorted((one, other) => compareDates(other.article, one.article));
}

/** Asked with every key: what has the words is found by one pass over all, the rest is counting. */
export function findArticles(all: readonly SearchedArticle[], wish: ListWish): FoundArticles {
  let found = all;
  for (const word of searchForm(wish.words).split(/\s+/u).filter(Boolean))
    found = found.filter(({ words }) => words.includes(word));
  if (wish.column !== '') found = found.filter(({ article }) => article.column === wish.column);
  const of = (group: ListGroup) => found.filter((known) => known.group === group);
  const groups = {
    drafts: of('drafts'),
    changed: of('changed'),
    scheduled: of('scheduled'),
    published: of('published'),
    problems: found.filter(({ hasProblems }) => hasProblems),
    all: found,
  };
  return {
    articles: groups[wish.group].map(({ article }) => article),
    counts: {
      all: found.length,
      drafts: groups.drafts.length,
      changed: groups.changed.length,
      scheduled: groups.scheduled.length,
      published: groups.published.length,
      problems: groups.problems.length,
    },
  };
}

function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function compareDates(one: ListedArticle, other: ListedArticle): number {
  if (one.date === other.date) return one.id < other.id ? -1 : 1;
  if (one.date === '' || other.date === '') return one.date === '' ? 1 : -1;
  return one.date < other.date ? -1 : 1;
}
