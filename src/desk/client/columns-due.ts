/** Columns that need an article this week, above the list of articles. */
import type { DeskFacts } from '../api.ts';
import { element } from './element.ts';

/** Undefined where there is none. */
export function columnsDue({ due }: Pick<DeskFacts, 'due'>): HTMLElement | undefined {
  if (due.length === 0) return undefined;
  const entries = due.map(({ name, by, isEmpty }) => {
    const when = isEmpty ? '还没有稿件' : by === undefined ? '已经超期' : `${inWords(by)}以前`;
    return element('li', {}, element('b', {}, name), `：${when}`);
  });
  return element(
    'details',
    { className: 'columns-due' },
    element('summary', {}, `这一周要更新的栏目 ${due.length} 个`),
    element('ul', {}, ...entries),
  );
}

/** `2026-12-07` → `12月7日` */
function inWords(day: string): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}
