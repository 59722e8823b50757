/** Where a reader may jump to from a column's newest page: its years and months, and some of its pages. */
import type { Article } from '../model/article.ts';
import { pageCount } from './pagination.ts';
import { yearOfDate } from './dates.ts';

export interface JumpTarget {
  page: number;
  /** The first article of a month, on its page (`monthStarts`). */
  fragment?: string;
}

export interface JumpYear extends JumpTarget {
  year: string;
  /** Those in which something was published, newest first. */
  months: JumpMonth[];
}

interface JumpMonth extends JumpTarget {
  /** 1 to 12. */
  month: number;
}

/** More page numbers than these are thinned out: the pages between are a step or two away. */
const MOST_PAGES = 30;

/**
 * The page on which each year, and each month, begins to be read, newest first.
 * @param list newest first
 * @param size articles on a page
 */
export function jumpYears(list: readonly Article[], size: number): JumpYear[] {
  const count = pageCount(list.length, size);
  const pageOf = (index: number) => Math.min(count, Math.ceil((list.length - index) / size));
  const years = new Map<string, JumpYear>();
  let last = '';
  for (const [index, { date }] of list.entries()) {
    const month = monthOfDate(date);
    if (month === last) continue;
    last = month;
    const year = yearOfDate(date);
    const page = pageOf(index);
    const known = years.get(year) ?? { year, page, months: [] };
    known.months.push({ month: Number(month.slice(5)), page, fragment: fragmentOf(month) });
    years.set(year, known);
  }
  return [...years.values()];
}

/** The articles of a page with which a month begins, and the fragment by which each is reached. @param articles newest first */
export function monthStarts(articles: readonly Article[]): Map<Article, string> {
  const starts = new Map<string, Article>();
  for (const article of articles) {
    const month = monthOfDate(article.date);
    if (!starts.has(month)) starts.set(month, article);
  }
  return new Map([...starts].map(([month, article]) => [article, fragmentOf(month)]));
}

/** `2026-03` */
function monthOfDate(date: string): string {
  return date.slice(0, 7);
}

/** Begins with a letter, as old browsers' `:target` wants it. */
function fragmentOf(month: string): string {
  return `m${month}`;
}

/** Every page before the newest, or as many at equal steps. @param count number of the newest page */
export function numberedPages(count: number): JumpTarget[] {
  const step = Math.ceil((count - 1) / MOST_PAGES);
  const pages = Array.from({ length: count - 1 }, (_, index) => count - 1 - index);
  return pages
    .filter((page) => page === 1 || (count - 1 - page) % step === 0)
    .map((page) => ({ page }));
}
