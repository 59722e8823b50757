/** Of articles with the name of one and the same: which of them the ledger never saw. */
import type { PlacedArticle } from '../../model/article.ts';
import { nameAt } from './ledger-line.ts';
import { readLedger } from './read-ledger.ts';
import { markOfArticle } from './standing.ts';

/** @returns those that are not what was published under their name; all of them where that is true of none, or of all */
export function newcomers(
  articles: readonly PlacedArticle[],
  { path, file }: { path: string; file: string },
): PlacedArticle[] {
  const marks = new Map<string, string>();
  readLedger(path, file, (line) => {
    const name = nameAt(line);
    if (name !== undefined && articles.some(({ id }) => id === name)) marks.set(name, line.mark);
  });
  const others = articles.filter((article) => marks.get(article.id) !== markOfArticle(article));
  return others.length === 0 ? [...articles] : others;
}
