/** Who does what by when: what page 1 asks for, the most urgent first. */
import { stateOf } from './columns/vetoes.ts';
import type { Veto } from './columns/vetoes.ts';
import { addDays, daysBetween } from './days.ts';
import type { Entry } from './entries.ts';
import { WEBMASTER } from './found.ts';
import {
  columnsEmptyRule,
  columnsStaleRule,
  columnStaleRule,
  dateChangedRule,
  homeStaleRule,
  INSPECTION_RULES,
  newsStaleRule,
} from './inspection-rules.ts';
import type { Inspection } from './inspect-site.ts';
import { isSevere } from './judgement.ts';

export interface Task {
  /** The last day, `YYYY-MM-DD`; the day of the inspection where it is late already. */
  by: string;
  isLate: boolean;
  what: string;
  who: string;
  /** Whether it fails the site, or may. */
  isVeto?: boolean;
  /** Readers see what nobody may: it comes before all that is to be published. */
  isPrivate?: boolean;
}

/** Columns that fail within so many days are asked for by name. */
const AHEAD = 14;
const LONGEST_TITLE = 24;
/** Rules of which one finding fails the site. */
const VETOES = new Set<string>([
  dateChangedRule.id,
  ...INSPECTION_RULES.map(({ id }) => id).filter((id) => id.startsWith('veto/')),
]);

/** What is mended by publishing, which is asked for column by column. */
const UPDATED = new Set<string>(
  [columnStaleRule, homeStaleRule, newsStaleRule, columnsStaleRule, columnsEmptyRule].map(
    ({ id }) => id,
  ),
);

export function tasksOf(
  { date, columns, vetoes, reported = [] }: Inspection,
  entries: readonly Entry[],
): Task[] {
  const home = vetoes.flatMap(({ rule, day }): Task[] => {
    if (rule !== homeStaleRule || day === undefined) return [];
    if (daysBetween(date, day) > AHEAD) return [];
    const isLate = day <= date;
    const what = '在首页的任一栏目发布一篇';
    const by = isLate ? date : addDays(day, -1);
    return [{ by, isLate, what, who: WEBMASTER, isVeto: isLate }];
  });
  const failing = new Set(
    vetoes
      .filter((veto) => stateOf(veto) === 'fails' || isNear(veto, date))
      .flatMap(({ columns: now, next, day = '' }) =>
        [...now, ...next.filter((each) => each.day <= day)].map(
          ({ column }) => column.node.column.slug,
        ),
      ),
  );
  const articles = columns.flatMap((row): Task[] => {
    const { left, failsOn, name, scheduled, source } = row;
    if (failsOn === undefined || left === undefined || left > AHEAD) return [];
    if (scheduled && scheduled < failsOn) return [];
    const what = row.outlook === 'empty' ? `给空白栏目「${name}」补一篇` : `在「${name}」发布一篇`;
    const isLate = left < 0 || row.outlook === 'empty';
    const by = isLate ? date : addDays(failsOn, -1);
    return [{ by, isLate, what, who: source ?? WEBMASTER, isVeto: failing.has(row.slug) }];
  });
  const answers = reported.flatMap(({ state, due, page }): Task[] => {
    if (state !== 'open' && state !== 'overdue') return [];
    const isLate = state === 'overdue';
    const what = `答复找错留言：${shortened(page)}`;
    return [{ by: isLate || due === '' ? date : due, isLate, what, who: WEBMASTER }];
  });
  return [...home, ...articles, ...answers, ...mending(date, entries)].toSorted(
    (a, b) =>
      Number(b.isPrivate ?? false) - Number(a.isPrivate ?? false) ||
      (a.by < b.by ? -1 : a.by > b.by ? 1 : 0) ||
      Number(b.isLate) - Number(a.isLate) ||
      Number(b.isVeto ?? false) - Number(a.isVeto ?? false),
  );
}

/** Whether it fails the site within the days for which columns are asked by name. */
function isNear({ day }: Veto, date: string): boolean {
  return day !== undefined && daysBetween(date, day) <= AHEAD;
}

/** What must be mended, gathered by rule. */
function mending(date: string, entries: readonly Entry[]): Task[] {
  const open = entries.filter(
    ({ level, waived, rule }) => level === 'stop' && !waived && !UPDATED.has(rule),
  );
  return [...Map.groupBy(open, ({ rule }) => rule).values()].map((group): Task => {
    const [first] = group;
    const titles = [...new Set(group.map(({ title }) => title).filter(Boolean))];
    const named =
      titles.length > 0
        ? `：《${shortened(titles[0] ?? '')}》${titles.length > 1 ? '等' : ''}`
        : '';
    const owners = [...new Set(group.map(({ owner }) => owner).filter(Boolean))];
    const who =
      owners.length === 0 ? WEBMASTER : owners.length > 2 ? `${owners[0]}等` : owners.join('、');
    return {
      by: date,
      isLate: true,
      isVeto: VETOES.has(first?.rule ?? '') || isSevere(first?.rule ?? ''),
      isPrivate: isSevere(first?.rule ?? ''),
      what: `改好“${first?.ruleTitle}” ${group.length} 处${named}`,
      who,
    };
  });
}

function shortened(text: string): string {
  const letters = [...text];
  return letters.length > LONGEST_TITLE ? `${letters.slice(0, LONGEST_TITLE).join('')}…` : text;
}
