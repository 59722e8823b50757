/** Where a reader may jump to from a column's newest page: its years, and some of its pages. */
import type { Article } from '../model/article.ts';
import { pageCount } from './pagination.ts';
import { yearOfDate } from './dates.ts';

export interface JumpTarget {
  /** 2024年, 第30页 */
  name: string;
  page: number;
}

/** More page numbers than these are thinned out: the pages between are a step or two away. */
const MOST_PAGES = 30;

/**
 * The page on which each year begins to be read, newest first.
 * @param list newest first
 * @param size articles on a page
 */
export function yearPages(list: readonly Article[], size: number): JumpTarget[] {
  const count = pageCount(list.length, size);
  const newestOf = new Map<string, number>();
  for (const [index, { date }] of list.entries()) {
    const year = yearOfDate(date);
    if (!newestOf.has(year)) newestOf.set(year, index);
  }
  return [...newestOf].map(([year, index]) => ({
    name: `${year}年`,
    page: Math.min(count, Math.ceil((list.length - index) / size)),
  }));
}

/** Every page before the newest, or as many at equal steps. @param count number of the newest page */
export function numberedPages(count: number): JumpTarget[] {
  const step = Math.ceil((count - 1) / MOST_PAGES);
  const pages = Array.from({ length: count - 1 }, (_, index) => count - 1 - index);
  return pages
    .filter((page) => page === 1 || (count - 1 - page) % step === 0)
    .map((page) => ({ name: `第${page}页`, page }));
}
