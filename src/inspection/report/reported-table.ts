/** 找错台账 as a table, for the page and for the workbook. */
import { distanceOf } from '../reported-errors.ts';
import type { Report } from './report.ts';

export const REPORTED_HEAD = [
  '网页',
  '反映的问题',
  '收到',
  '期限',
  '答复',
  '离期限',
  '处理结果',
] as const;

/** @returns undefined where there is no ledger: that it was not looked at is not that there is nothing */
export function reportedRows({ inspection: { reported, date } }: Report): string[][] | undefined {
  return reported?.map((row) => [
    row.page,
    row.said,
    row.received,
    row.due || '要人核对',
    row.answered || '没有',
    distanceOf(row, date),
    row.done,
  ]);
}

/** What stands above the table. */
export function reportedNote(rows: readonly unknown[] | undefined): string {
  if (!rows) return '没有查：见“没有查的”。';
  return rows.length === 0
    ? '台账里没有到检查日期为止收到的留言。'
    : '收到的那一天不算，3 个工作日以内答复。';
}
