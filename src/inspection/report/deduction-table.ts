/** 扣分 as a table, for the page and for the workbook. */
import { PASSES } from '../deductions.ts';
import type { DeductionRow } from '../deductions.ts';
import type { Report } from './report.ts';

export const DEDUCTION_HEAD = ['指标', '每处扣', '最多扣', '发现', '扣分'] as const;

/** @returns undefined where there is no table */
export function deductionRows({ deductions }: Report): string[][] | undefined {
  return deductions?.rows.map((row) => [
    row.indicator,
    `${row.points}`,
    row.most === undefined ? '—' : `${row.most}`,
    countWords(row),
    row.count === undefined ? '—' : `${row.taken}`,
  ]);
}

function countWords({ count, isWhole }: DeductionRow): string {
  if (count === undefined) return '没有查，要人查';
  return isWhole ? `${count} 处` : `${count} 处，没有查全`;
}

/** Whose table it is, and what the findings come to. */
export function deductionNote({ deductions }: Report): string {
  if (!deductions) return '没有算：见“没有查的”。';
  const { source, date, taken, left } = deductions;
  return `按${source}（${date}）：查到的共扣 ${taken} 分，100 分最多剩 ${left} 分${left < PASSES ? `，低于 ${PASSES} 分` : ''}。豁免的、以后才起算的不扣；没有查的没有算在里面。`;
}
