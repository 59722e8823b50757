/** Lists of titles that stand in two columns: which of them is to be as wide as both, for nothing is as long beside it. */
import type { Article } from '../model/article.ts';

interface List {
  articles: readonly Article[];
}

/** The name of a list, in rows of a title of one line. */
export const NAME_ROWS = 2;
/** Characters of a title in one line of a list that stands beside others. */
const LINE = 21;

/**
 * One that is longer than all others together, and one that is left alone, are wide.
 * @param slack how many times as long it may be and stand beside them yet
 */
export function balanced<T extends List>(
  lists: readonly T[],
  slack = 1,
): (T & { isWide: boolean })[] {
  const all = lists.reduce((sum, list) => sum + rowsOf(list), 0);
  const isLong = (list: T) => rowsOf(list) > (all - rowsOf(list)) * slack;
  const others = lists.filter((list) => !isLong(list));
  return lists.map((list) => ({ ...list, isWide: isLong(list) || others.length === 1 }));
}

/** How many lines a list has with its name. */
export function rowsOf({ articles }: List): number {
  const lines = articles.map(({ title }) => (title.length > LINE ? 1.6 : 1));
  return NAME_ROWS + lines.reduce((sum, line) => sum + line, 0);
}
