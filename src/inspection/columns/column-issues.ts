/** Findings of columns and of the rows that fail the site, with the day on which each bites. */
import type { Found } from '../found.ts';
import { finding, WEBMASTER } from '../found.ts';
import { addDays, daysBetween, spoken } from '../days.ts';
import {
  columnsEmptyRule,
  columnStaleRule,
  emptyColumnRule,
  homeStaleRule,
  looseLimitRule,
  noConsultationRule,
} from '../inspection-rules.ts';
import type { ColumnRow } from './column-table.ts';
import { NEWS_DAYS } from './column-kind.ts';
import { lastChance, stateOf } from './vetoes.ts';
import type { FailingColumn, Veto } from './vetoes.ts';

const COLUMNS = 'content/columns.yaml';
const SETTINGS = 'content/site.yaml';
/** Columns that have to be updated within so many days are told. */
const SOON = 10;
/** So many columns are named in a sentence. */
const NAMED = 6;

/** The rows that fail the site, or are near it. */
export function vetoIssues(vetoes: readonly Veto[], today: string): Found[] {
  return vetoes.flatMap((veto) => {
    const state = stateOf(veto);
    if (state === 'good') return [];
    const level = state === 'fails' ? ('stop' as const) : ('warn' as const);
    return [finding(veto.rule, { level, owner: WEBMASTER, ...wordsOf(veto, today) })];
  });
}

function wordsOf(veto: Veto, today: string) {
  const { rule, count, limit, day, columns, next } = veto;
  const bites = count >= limit ? undefined : day;
  if (rule === noConsultationRule) {
    const fix = '在 site.yaml 里写 consultation：name 和 url 两行，链接到本地统一的咨询平台。';
    return { file: SETTINGS, message: '网站没有咨询渠道：单项否决。', fix };
  }
  if (rule === homeStaleRule) {
    const isOver = count >= limit;
    const since = `首页的栏目已有 ${count} 天没有新信息`;
    const message = isOver
      ? `${since}：单项否决。`
      : `${since}，再过 ${limit - count} 天即单项否决。`;
    const until = day === undefined || isOver ? '今天' : `${spoken(lastChance(day), today)}以前`;
    return { file: SETTINGS, message, bites, fix: `请在${until}在首页的任一栏目发布一篇。` };
  }
  const what = rule === columnsEmptyRule ? '空白栏目' : '超期的栏目';
  const over = count >= limit ? '单项否决' : `满 ${limit} 个即单项否决`;
  const message = `${what}有 ${count} 个（${named(columns)}），${over}。`;
  const soonest = next[0];
  const fix =
    rule === columnsEmptyRule
      ? '给这些栏目补稿件，或在 columns.yaml 里删去、合并用不到的栏目。'
      : `请先更新：${named(columns)}。${soonest ? `接着到期的是「${soonest.column.node.column.name}」，${spoken(soonest.day, today)}起超期。` : ''}`;
  return { file: COLUMNS, message, bites, fix };
}

function named(columns: readonly FailingColumn[]): string {
  const names = columns.map(({ column }) => `「${column.node.column.name}」`);
  const rest = names.length > NAMED ? `等 ${names.length} 个` : '';
  return names.slice(0, NAMED).join('') + rest;
}

/** What is to be done in single columns. */
export function columnIssues(rows: readonly ColumnRow[], today: string): Found[] {
  return rows.flatMap((row) => [...emptiness(row), ...lateness(row, today), ...looseness(row)]);
}

function emptiness(row: ColumnRow): Found[] {
  if (row.outlook !== 'empty') return [];
  const message = `栏目「${row.name}」是空白栏目。`;
  const fix = `补一篇稿件，或在 columns.yaml 里删去这个栏目。${row.scheduled ? `定时发布的第一篇在 ${row.scheduled}。` : ''}`;
  return [finding(emptyColumnRule, { file: COLUMNS, message, fix, ...placeOf(row) })];
}

function lateness(row: ColumnRow, today: string): Found[] {
  const { name, last, limit, left, failsOn, scheduled } = row;
  if (last === undefined || limit === undefined || failsOn === undefined) return [];
  if (left === undefined || left >= SOON) return [];
  const ago = daysBetween(last, today);
  const since = `栏目「${name}」${spoken(last, today)}以后没有更新`;
  if (left < 0) {
    const message = `${since}，已有 ${ago} 天，期限是 ${limit} 天，${spoken(failsOn, today)}起超期。`;
    const planned = scheduled ? `（已有一篇定时在 ${spoken(scheduled, today)}发布）` : '';
    const fix = `请发布一篇${planned}；长期没有内容的，把栏目合并到别的栏目。`;
    return [finding(columnStaleRule, { file: COLUMNS, message, fix, ...placeOf(row) })];
  }
  const message = `${since}，期限是 ${limit} 天，${spoken(failsOn, today)}起超期。`;
  const fix = `请在${spoken(addDays(failsOn, -1), today)}以前发布一篇。`;
  const facts = { level: 'info' as const, bites: failsOn, ...placeOf(row) };
  return [finding(columnStaleRule, { file: COLUMNS, message, fix, ...facts })];
}

function looseness({ isLoose, name, limit, ...row }: ColumnRow): Found[] {
  if (!isLoose) return [];
  const message = `栏目「${name}」按名称是动态要闻类，检查时按 ${NEWS_DAYS} 天算，columns.yaml 里写的是 ${limit} 天。`;
  const fix = `按 ${NEWS_DAYS} 天安排供稿；做不到的，改用不含“动态、要闻、新闻”的名称。`;
  const facts = { title: name, url: row.url, owner: WEBMASTER };
  return [finding(looseLimitRule, { file: COLUMNS, message, fix, ...facts })];
}

function placeOf({ name, url, source }: ColumnRow) {
  return { title: name, url, owner: source ?? WEBMASTER };
}
