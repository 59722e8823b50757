/** The rows of the inspection that fail the site at once (单项否决), each with how far it is. */
import type { Rule } from '../../model/rule.ts';
import { homeOf } from '../../site/home.ts';
import type { Site } from '../../site/site.ts';
import { addDays, daysBetween } from '../days.ts';
import {
  columnsEmptyRule,
  columnsStaleRule,
  homeStaleRule,
  newsStaleRule,
  noConsultationRule,
} from '../inspection-rules.ts';
import { columnsOf, lastOn, updatesOf } from './column-updates.ts';
import type { ColumnUpdates } from './column-updates.ts';
import { NEWS_DAYS } from './column-kind.ts';
import { failureOf, withinDays } from './forecast.ts';
import type { Failure, Limit } from './forecast.ts';
import { inspectorsLimit } from './inspectors-limit.ts';

export interface Veto {
  rule: Rule;
  /** How much of `limit` is used up: at the limit it fails. */
  count: number;
  limit: number;
  unit: '天' | '个' | '项';
  /** From so much on the head is told. */
  near: number;
  /** The first day on which it fails; a day that has passed where it fails already; undefined where none is in sight. */
  day: string | undefined;
  /** The columns that count now, the earliest failure first. */
  columns: readonly FailingColumn[];
  /** Those that are the next to count. */
  next: readonly FailingColumn[];
}

export interface FailingColumn extends Failure {
  column: ColumnUpdates;
}

export type VetoState = 'fails' | 'near' | 'good';

/** @param today `YYYY-MM-DD` */
export function vetoesOf(site: Site, today: string): Veto[] {
  const columns = updatesOf(site, columnsOf(site));
  const ofKind = failing(columns, today, ({ node }) => inspectorsLimit(node)[0]).filter(
    ({ column: { node } }) => inspectorsLimit(node).length > 0,
  );
  const stale = failing(columns, today, ({ node: { column } }) =>
    column.updateDays === undefined ? undefined : withinDays(column.updateDays),
  );
  return [
    homeVeto(site, today),
    counted(newsStaleRule, ofKind.filter(isStale), today, { limit: 5, near: 3 }),
    counted(columnsStaleRule, stale.filter(isStale), today, { limit: 10, near: 8 }),
    counted(columnsEmptyRule, failing(columns, today).filter(isEmpty), today, {
      limit: 5,
      near: 2,
    }),
    {
      ...bare(noConsultationRule),
      count: site.config.consultation ? 0 : 1,
      limit: 1,
      near: 1,
      day: site.config.consultation ? undefined : today,
    },
  ];
}

export function stateOf({ count, limit, near }: Pick<Veto, 'count' | 'limit' | 'near'>): VetoState {
  return count >= limit ? 'fails' : count >= near ? 'near' : 'good';
}

const isStale = ({ why }: Failure): boolean => why === 'stale';
const isEmpty = ({ why }: Failure): boolean => why === 'empty';
const bare = (rule: Rule) => ({ rule, unit: '项' as const, columns: [], next: [] });

/** 14 days without anything new fail on the fifteenth. */
function homeVeto(site: Site, today: string): Veto {
  const nodes = homeNodes(site);
  const updates = updatesOf(site, nodes).flatMap((each) => each.updates);
  const home = { updates: updates.toSorted((a, b) => (a.from < b.from ? 1 : -1)) };
  const limit = NEWS_DAYS + 1;
  const last = lastOn(home, today);
  const failure = failureOf(home, today, withinDays(NEWS_DAYS));
  return {
    ...bare(homeStaleRule),
    unit: '天',
    count: last === undefined ? limit : daysBetween(last, today),
    limit,
    near: 10,
    day: failure?.day,
  };
}

/** The columns that the home page shows; where it shows none it only leads on, and all columns count. */
function homeNodes(site: Site) {
  const named = homeOf(site).headline ? site.config.home : [];
  return named.length > 0 ? named.map(({ column }) => site.tree.node(column)) : columnsOf(site);
}

function failing(
  columns: readonly ColumnUpdates[],
  today: string,
  limitOf: (column: ColumnUpdates) => Limit | undefined = () => undefined,
): FailingColumn[] {
  return columns.flatMap((column) => {
    const failure = failureOf(column, today, limitOf(column));
    return failure ? [{ column, ...failure }] : [];
  });
}

function counted(
  rule: Rule,
  all: readonly FailingColumn[],
  today: string,
  { limit, near }: { limit: number; near: number },
): Veto {
  const sorted = all.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const columns = sorted.filter(({ day }) => day <= today);
  const next = sorted.filter(({ day }) => day > today);
  const count = columns.length;
  return { rule, count, limit, unit: '个', near, day: sorted[limit - 1]?.day, columns, next };
}

/** The last day on which an article still keeps a failure away. */
export const lastChance = (day: string): string => addDays(day, -1);
