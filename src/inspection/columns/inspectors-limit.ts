/** How long inspectors wait for the next article of a column, by what it is called, whatever the bureau has set. */
import type { ColumnNode } from '../../site/column-tree.ts';
import { addMonths } from '../days.ts';
import { isFirstLevel, isNews, isNotice, NEWS_DAYS, NOTICE_MONTHS } from './column-kind.ts';
import { withinDays } from './forecast.ts';
import type { Limit } from './forecast.ts';

/** None for a column that is neither news nor notices of the first level. */
export function inspectorsLimit(node: ColumnNode): Limit[] {
  if (isNews(node)) return [withinDays(NEWS_DAYS)];
  return isNotice(node) && isFirstLevel(node) ? [(last) => addMonths(last, NOTICE_MONTHS)] : [];
}
