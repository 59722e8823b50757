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
    .map((article) => ({ article, words: searchForm(`${article.title} ${article.id}`) }))
    .toSorted((one, other) => compareDates(other.article, one.article));
}

/** Asked with every key, so it goes through all articles once: 100,000 take some 10 ms. */
export function findArticles(all: readonly SearchedArticle[], wish: ListWish): FoundArticles {
  const words = searchForm(wish.words).split(/\s+/u).filter(Boolean);
  const counts = { all: 0, drafts: 0, changed: 0, scheduled: 0, published: 0, problems: 0 };
  const articles: ListedArticle[] = [];
  for (const { article, words: known } of all) {
    if (wish.column !== '' && article.column !== wish.column) continue;
    if (!words.every((word) => known.includes(word))) continue;
    const group = GROUPS[article.state];
    const hasProblems = article.problems > 0 || article.state === 'broken';
    counts.all += 1;
    if (group) counts[group] += 1;
    if (hasProblems) counts.problems += 1;
    const isAsked =
      wish.group === 'all' || (wish.group === 'problems' ? hasProblems : group === wish.group);
    if (isAsked) articles.push(article);
  }
  return { articles, counts };
}

function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function compareDates(one: ListedArticle, other: ListedArticle): number {
  if (one.date === other.date) return one.id < other.id ? -1 : 1;
  if (one.date === '' || other.date === '') return one.date === '' ? 1 : -1;
  return one.date < other.date ? -1 : 1;
}
