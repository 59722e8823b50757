/** All that a report says, whatever file it stands in. */
import { spoken } from '../days.ts';
import type { Deductions } from '../deductions.ts';
import type { Entry } from '../entries.ts';
import type { Inspection } from '../inspect-site.ts';
import type { Judgement, VetoRow } from '../judgement.ts';
import type { Task } from '../tasks.ts';
import type { Trend } from '../trend.ts';

export interface Report {
  inspection: Inspection;
  judgement: Judgement;
  /** What the findings cost; left out where no table says it. */
  deductions: Deductions | undefined;
  entries: readonly Entry[];
  tasks: readonly Task[];
  trend: Trend | undefined;
}

export const LEVEL_WORDS = { stop: '必须改', warn: '提醒', info: '参考' } as const;
export const STATE_WORDS = { new: '新发现', open: '上次已有，未改' } as const;
export const OUTLOOK_WORDS = {
  empty: '空白栏目',
  overdue: '已超期',
  late: '赶不上',
  'in time': '能按时',
  unknown: '稿件太少',
  unbounded: '没有期限',
} as const;

/** 合格, as far as it could be looked at. */
export function verdictWords({ verdict, counts }: Judgement): string {
  if (verdict === 'fails') return '不合格';
  if (verdict === 'unknown') return '不能判断';
  return counts.stop > 0 ? '合格，有问题要改' : '合格';
}

/** How many days are left, in words. */
export function leftWords(left: number | undefined): string {
  if (left === undefined) return '—';
  return left < 0 ? `已超 ${-left} 天` : `${left} 天`;
}

/** So many columns or articles stand in a cell. */
const NAMED = 8;

/** 「供热动态」（12月1日起）、《…》: what a row that fails the site counts, or will count next; '' for nothing. */
export function itemWords({ items = [] }: Pick<VetoRow, 'items'>, date: string): string {
  const names = items.map(({ name, day }) => {
    const called = name.startsWith('《') ? name : `「${name}」`;
    return day > date ? `${called}（${spoken(day, date)}起）` : called;
  });
  const rest = names.length > NAMED ? `等 ${names.length} 个` : '';
  return names.slice(0, NAMED).join('、') + rest;
}
