/**
 * A column's list cut into pages that are numbered from the oldest. Page k never changes once it is full, so
 * publishing touches only the newest page; and no page is nearly empty, because the newest holds the remainder
 * too (between one and two times `size`).
 */
import type { Article } from '../model/article.ts';

/** How many pages a list of this length has; an empty list has one. */
export function pageCount(length: number, size: number): number {
  return Math.max(1, Math.floor(length / size));
}

/**
 * The items of one page, newest first.
 * @param list newest first
 * @param page 1 is the oldest; the newest is `pageCount(list.length, size)`
 */
export function pageItems<T>(list: readonly T[], size: number, page: number): T[] {
  const end = list.length - (page - 1) * size;
  const start = page === pageCount(list.length, size) ? 0 : end - size;
  return list.slice(start, end);
}

/**
 * The newest page with some articles of the whole column on top, whatever their date.
 * @param top the pinned ones (置顶) unless told otherwise
 */
export function newestItems(
  list: readonly Article[],
  size: number,
  top: readonly Article[] = list.filter(({ pinned }) => pinned),
): Article[] {
  const items = pageItems(list, size, pageCount(list.length, size));
  return [...top, ...items.filter((article) => !top.includes(article))];
}
