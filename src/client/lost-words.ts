/** What an address that is no page says about what the reader was after. */

/** The last part of a path that is written in Chinese, without its ending: `/wj/节能%20通知.html` → `节能 通知`. */
export function lostWords(path: string): string {
  const parts = path.split('/').map(decoded);
  const named = parts.findLast((part) => /\p{Script=Han}/u.test(part)) ?? '';
  return named
    .replace(/\.[a-z\d]{2,5}$/i, '')
    .replaceAll(/[-_+\s]+/g, ' ')
    .trim();
}

/**
 * The column whose address shares the longest beginning with a path, or has the same last name in it.
 * @param columns paths of the site's columns, with their slashes
 */
export function nearestColumn(path: string, columns: readonly string[]): string | undefined {
  const within = columns.filter((column) => path.startsWith(column));
  if (within.length > 0) return within.reduce((a, b) => (b.length > a.length ? b : a));
  // The old site had other folders above: /sgj/tpxw/ is still 图片新闻.
  const names = new Set(path.split('/').filter(Boolean));
  return columns.find((column) => names.has(column.split('/').at(-2) ?? ''));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
