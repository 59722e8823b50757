/** 栏目更新: a row for each column, with the day on which it fails and whether its usual pace will do. */
import { columnPath, absoluteUrl } from '../../site/addresses.ts';
import { fullName } from '../../site/column-tree.ts';
import type { Site } from '../../site/site.ts';
import { addDays, daysBetween } from '../days.ts';
import { isNews, NEWS_DAYS } from './column-kind.ts';
import { columnsOf, lastOn, updatesOf } from './column-updates.ts';
import type { ColumnUpdates } from './column-updates.ts';
import { failureOf, usualPace, withinDays } from './forecast.ts';
import type { Limit } from './forecast.ts';
import { inspectorsLimit } from './inspectors-limit.ts';

export interface ColumnRow {
  slug: string;
  name: string;
  url: string;
  /** 栏目类别. */
  type: string;
  /** Days of its limit, the bureau's or that of inspectors; undefined where it has none. */
  limit: number | undefined;
  last: string | undefined;
  articles: number;
  /** The first day on which it fails, in the past where it has failed. */
  failsOn: string | undefined;
  /** Whole days left: 0 on the last day on which an article still helps, less than 0 where it is too late. */
  left: number | undefined;
  /** Median of the days between two days with articles. */
  pace: number | undefined;
  outlook: Outlook;
  /** The day of the next article that is scheduled. */
  scheduled: string | undefined;
  /** Who supplied the newest article. */
  source: string | undefined;
  /** Where the bureau allows a news column more days than an inspector would. */
  isLoose: boolean;
}

/** `late`: at its usual pace the next article comes too late. */
export type Outlook = 'empty' | 'overdue' | 'late' | 'in time' | 'unknown' | 'unbounded';

/** The most urgent first; those without a limit last. @param today `YYYY-MM-DD` */
export function columnTable(site: Site, today: string): ColumnRow[] {
  return updatesOf(site, columnsOf(site))
    .map((column) => rowOf(site, column, today))
    .toSorted((a, b) => (a.left ?? Infinity) - (b.left ?? Infinity) || 0);
}

function rowOf(site: Site, column: ColumnUpdates, today: string): ColumnRow {
  const { column: settings } = column.node;
  const { updateDays, type, slug } = settings;
  const last = lastOn(column, today);
  const limit = limitOf(column, today);
  const failure = failureOf(column, today, limit);
  const pace = usualPace(column.updates, today);
  const scheduled = column.updates.findLast(({ from }) => from > today)?.from;
  const row = {
    slug,
    name: fullName(site.tree, settings),
    url: absoluteUrl(site, columnPath(site, settings)),
    type: type ?? '',
    limit: limit && daysBetween(today, limit(today)),
    last,
    articles: column.articles,
    failsOn: failure?.day,
    left: failure && daysBetween(today, failure.day) - 1,
    pace,
    scheduled,
    source: column.source,
    isLoose: isNews(column.node) && (updateDays ?? 0) > NEWS_DAYS,
  };
  return { ...row, outlook: outlookOf(row, today) };
}

/** What comes first: the bureau's own limit, or that of inspectors for what the column is called. */
function limitOf({ node }: ColumnUpdates, today: string): Limit | undefined {
  const { updateDays } = node.column;
  const limits: Limit[] = [
    ...(updateDays === undefined ? [] : [withinDays(updateDays)]),
    ...inspectorsLimit(node),
  ];
  const [strictest] = limits.toSorted((a, b) => daysBetween(b(today), a(today)));
  return strictest;
}

function outlookOf(
  { last, left, failsOn, pace, limit, scheduled }: Omit<ColumnRow, 'outlook'>,
  today: string,
): Outlook {
  if (last === undefined) return 'empty';
  if (left === undefined || failsOn === undefined) return 'unbounded';
  if (left < 0) return 'overdue';
  if (limit === undefined || pace === undefined) return 'unknown';
  const expected = addDays(scheduled ?? last, Math.ceil(pace));
  // One that is late already does not come before tomorrow.
  const next = expected > today ? expected : addDays(today, 1);
  return next < failsOn ? 'in time' : 'late';
}
