/** Whether a text is somebody else's: what it says is theirs, and how it is said is not for the bureau to change. */
import type { ArticleFields } from '../model/article.ts';

/** Characters that a source and an own name share when the one is a part of the other: 机关事务局 of 示例市机关事务局办公室. */
const SHARED = 4;

/** @param own names of the units that speak on the site; without any everybody does */
export function isRepost(
  { repost, source }: Partial<Pick<ArticleFields, 'repost' | 'source'>>,
  own: readonly string[],
): boolean {
  if (repost) return true;
  if (source === undefined || own.length === 0) return false;
  return !own.some(
    (name) => source.includes(name) || name.includes(source) || sharesEnd(name, source),
  );
}

/** Staff leave out the beginning of their own names: 自治区机关事务局 for 示例自治区机关事务局. */
function sharesEnd(name: string, source: string): boolean {
  return name.length > SHARED && source.includes(name.slice(-Math.max(SHARED, name.length - 4)));
}
