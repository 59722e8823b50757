/** What the head of the bureau asks: does the site pass, how far is it from failing, and when does it fail. */
import { dateChangedRule, forgedDateRule, unreachableRule } from './inspection-rules.ts';
import { stateOf } from './columns/vetoes.ts';
import type { FailingColumn, VetoState } from './columns/vetoes.ts';
import { daysBetween } from './days.ts';
import type { Entry } from './entries.ts';
import type { Inspection } from './inspect-site.ts';
import { isUnreachable } from './live/reach.ts';
import { masked } from './mask.ts';

export interface VetoRow {
  id: string;
  title: string;
  basis: string;
  state: VetoState | 'unchecked';
  /** 「空白栏目 1/5」: the part behind the title. */
  distance: string;
  count: number;
  limit: number;
  /** The first day on which it fails, if nothing more is published; '' where none is in sight. */
  day: string;
  /** What counts now, and what is the next to count: columns and articles, each with its day. */
  items?: VetoItem[];
}

export interface VetoItem {
  name: string;
  /** The first day on which it counts; '' where it counts without one. */
  day: string;
}

export interface Judgement {
  /** `unknown`: what could be looked at is in order, but there is a row that could not. */
  verdict: 'fails' | 'passes' | 'unknown';
  vetoes: VetoRow[];
  /** The next day on which the site fails; '' where none is in sight. */
  failsOn: string;
  counts: { stop: number; warn: number; info: number; waived: number };
}

export function judge(inspection: Inspection, entries: readonly Entry[]): Judgement {
  const known = [
    ...inspection.vetoes.map(rowOf),
    severeRow(entries),
    datesRow(inspection, entries),
  ];
  const rows = [reachRow(inspection), ...known];
  const days = rows.flatMap(({ day, state }) => (day !== '' && state !== 'fails' ? [day] : []));
  const [failsOn = ''] = days.toSorted();
  const isFailing = rows.some(({ state }) => state === 'fails');
  // Whoever does not ask for a look from outside is told in that row, and judged by the others.
  const isUnknown = known.some(({ state }) => state === 'unchecked');
  const open = entries.filter(({ waived }) => !waived);
  const count = (level: string): number => open.filter((entry) => entry.level === level).length;
  return {
    verdict: isFailing ? 'fails' : isUnknown ? 'unknown' : 'passes',
    vetoes: rows,
    failsOn,
    counts: {
      stop: count('stop'),
      warn: count('warn'),
      info: count('info'),
      waived: entries.length - open.length,
    },
  };
}

/** 站点无法访问: a share of the visits, of which one in twenty is too much. */
function reachRow({ seen: { reach } }: Inspection): VetoRow {
  const { id, title, basis } = unreachableRule;
  const row = { id, title, basis, limit: 1, day: '' };
  if (!reach) return { ...row, state: 'unchecked', distance: '没有查', count: 0 };
  const { visits, failures } = reach;
  const isFailing = isUnreachable(reach);
  return {
    ...row,
    state: isFailing ? 'fails' : failures > 0 ? 'near' : 'good',
    distance: `${visits} 次里 ${failures} 次打不开`,
    count: isFailing ? 1 : 0,
  };
}

function rowOf(veto: Inspection['vetoes'][number]): VetoRow {
  const { rule, count, limit, unit, day, columns, next } = veto;
  const coming = next.filter((each) => day !== undefined && each.day <= day);
  const shown = unit === '天' ? limit - 1 : limit;
  return {
    id: rule.id,
    title: rule.title,
    basis: rule.basis,
    state: stateOf(veto),
    distance:
      unit === '项'
        ? count > 0
          ? '没有'
          : '有'
        : `${count}/${shown}${unit === '天' ? ' 天' : ''}`,
    count,
    limit,
    day: day ?? '',
    ...(columns.length + coming.length > 0 && { items: [...columns, ...coming].map(itemOf) }),
  };
}

function itemOf({ column: { node }, day }: FailingColumn): VetoItem {
  return { name: masked(node.column.name), day };
}

/** Articles, once each. */
function itemsOf(entries: readonly Entry[]): { items?: VetoItem[] } {
  const names = entries.map(({ title, place }) => (title === '' ? place : `《${title}》`));
  const items = [...new Set(names)].map((name) => ({ name, day: '' }));
  return items.length > 0 ? { items } : {};
}

/** What a program cannot weigh: whether a leak or a wrong name fails the site is for people to say. */
function severeRow(entries: readonly Entry[]): VetoRow {
  const found = entries.filter(
    ({ rule, level, waived }) => level === 'stop' && !waived && isSevere(rule),
  );
  const count = found.length;
  return {
    id: SEVERE_ROW,
    title: '泄密、个人信息、严重表述错误',
    basis: forgedDateRule.basis.replace(/：[^：]*$/, '：安全、泄密事故等严重问题'),
    state: count > 0 ? 'near' : 'good',
    distance: count > 0 ? `${count} 处，要人判断` : '0 处',
    count,
    limit: 1,
    day: '',
    ...itemsOf(found),
  };
}

export const SEVERE_ROW = 'veto/severe';
/** Whether what a rule finds may fail the site, when people weigh it: families of rules of texts and attachments. */
export function isSevere(rule: string): boolean {
  return SEVERE.test(rule);
}

const SEVERE =
  /^(?:leak|personal)\/|^attachment\/(?:leak|personal|hidden)$|^text\/protected-phrase$/;

/** One is enough. */
function datesRow({ seen }: Inspection, entries: readonly Entry[]): VetoRow {
  const rules: string[] = [forgedDateRule.id, dateChangedRule.id];
  const found = entries.filter(({ rule, waived }) => rules.includes(rule) && !waived);
  // An article whose date is wrong in two ways is one.
  const count = new Set(found.map(({ place }) => place)).size;
  return {
    id: forgedDateRule.id,
    title: '发布日期与提交记录不符',
    basis: forgedDateRule.basis,
    state: seen.history === undefined ? 'unchecked' : count > 0 ? 'fails' : 'good',
    distance: seen.history === undefined ? '没有查' : `${count}/1 篇`,
    count,
    limit: 1,
    day: '',
    ...itemsOf(found),
  };
}

/** Whether the site fails within so many days, if nothing more is published. */
export function failsWithin({ failsOn }: Judgement, date: string, days: number): boolean {
  return failsOn !== '' && daysBetween(date, failsOn) <= days;
}
