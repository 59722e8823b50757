/** The columns that need an article within a week, for those who write them. */
import { fullName } from '../../site/column-tree.ts';
import type { Site } from '../../site/site.ts';
import { daysBetween } from '../days.ts';
import { columnsOf, updatesOf } from './column-updates.ts';
import { failureOf, withinDays } from './forecast.ts';
import { lastChance } from './vetoes.ts';

export interface DueColumn {
  /** As lists show it. */
  name: string;
  /** The last day on which an article is in time, `YYYY-MM-DD`; undefined where it is late already. */
  by: string | undefined;
  isEmpty: boolean;
}

const WEEK = 7;

/** The most urgent first. What is scheduled counts. @param today `YYYY-MM-DD` */
export function columnsDue(site: Site, today: string): DueColumn[] {
  const due = updatesOf(site, columnsOf(site)).flatMap((column) => {
    const { column: settings } = column.node;
    const { updateDays } = settings;
    const limit = updateDays === undefined ? undefined : withinDays(updateDays);
    const failure = failureOf(column, today, limit);
    if (!failure) return [];
    const by = lastChance(failure.day);
    if (daysBetween(today, by) > WEEK) return [];
    const isLate = failure.day <= today;
    const name = fullName(site.tree, settings);
    const isEmpty = failure.why === 'empty' && isLate;
    const told: DueColumn = { name, by: isLate ? undefined : by, isEmpty };
    return [{ told, day: failure.day }];
  });
  return due
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ told }) => told);
}
