/** What the search page tells its readers. */
import type { Asked } from './address.ts';

export const LOADING = '正在搜索……';
export const BROKEN = '搜索暂时打不开，请稍后再试。';
export const RETRY = '重试';

/** @param total the exact number of hits; undefined while more than `shown` are known but not all counted. */
export function foundMessage(total: number | undefined, shown: number): string {
  return total === undefined ? `找到 ${shown} 篇以上` : `找到 ${total} 篇`;
}

/** @param absent the terms that are in no page of the site. */
export function noneMessage({ query, column, year }: Asked, absent: readonly string[]): string {
  return `没有找到含有“${query}”的内容。${hintFor(query, absent, Boolean(column ?? year))}`;
}

function hintFor(query: string, absent: readonly string[], filtered: boolean): string {
  const others = absent.length > 0 && absent.join(' ') !== query;
  if (others)
    return `本站没有含有${absent.map((term) => `“${term}”`).join('、')}的页面，可以去掉它再搜。`;
  if (absent.length === 0 && filtered) return '可以不限栏目和年份再搜。';
  return '请检查用字，或者换用更少、更短的词。';
}
