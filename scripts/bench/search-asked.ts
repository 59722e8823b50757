/** What a query found and what it cost. */
import type { Traffic } from './search-server.ts';

export interface Asked {
  /** Found among all that is true; found that is true. */
  recall: number;
  precision: number;
  /** In a browser that has nothing yet; raw Pagefind is asked so only now and then. */
  first?: {
    /** Until the first page of results is there. */
    page: Traffic;
    /** Until the total is: an exact one, or that it is more than a hundred. */
    total: Traffic;
  };
  /** Until the total is, after other queries. */
  later: Traffic;
}

/** @param part 0.5 for the median */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Table rows, one for each kind of query and one for all. */
export function tableOf(asked: readonly (Asked & { kind: string })[]): Record<string, object> {
  const groups = [...Map.groupBy(asked, ({ kind }) => kind), ['全部', asked] as const];
  return Object.fromEntries(groups.map(([kind, group]) => [kind, rowOf(group)]));
}

function rowOf(asked: readonly Asked[]): object {
  const mean = (of: (one: Asked) => number) =>
    (asked.reduce((sum, one) => sum + of(one), 0) / asked.length).toFixed(3);
  const costs = (of: (one: Asked) => Traffic | undefined) => {
    const known = asked.flatMap((one) => of(one) ?? []);
    const bytes = known.map((traffic) => traffic.bytes / 1000);
    const requests = known.map((traffic) => traffic.requests);
    const [half, most] = [0.5, 0.95].map((part) => quantile(bytes, part).toFixed(0));
    return `${half}/${most} kB ${quantile(requests, 0.5)}/${quantile(requests, 0.95)}`;
  };
  return {
    查全: mean(({ recall }) => recall),
    查准: mean(({ precision }) => precision),
    '首次·首页': costs(({ first }) => first?.page),
    '首次·总数': costs(({ first }) => first?.total),
    以后: costs(({ later }) => later),
  };
}
