/** 找错台账: which messages of readers were answered within three working days, and which have to be by when. */
import { join } from 'node:path';
import { reportedSchema } from '../model/reported.ts';
import type { Reported } from '../model/reported.ts';
import { readYamlFile } from '../reading/read-yaml-file.ts';
import { obstacleAt } from '../system/regular-file.ts';
import { addDays, daysBetween, spoken } from './days.ts';
import { finding, WEBMASTER } from './found.ts';
import type { Found } from './found.ts';
import { reportedRule } from './inspection-rules.ts';
import { isLaterThan, workingDayAfter } from './working-days.ts';

/** Working days for an answer. */
const ALLOWED = 3;
const NAME = 'reported.yaml';
const FILE = `content/${NAME}`;

/** `unknown`: it hangs on holidays that are not known. */
export type AnswerState = 'in time' | 'late' | 'open' | 'overdue' | 'unknown';

export interface ReportedRow extends Pick<Reported, 'page' | 'said' | 'received'> {
  /** As known on the day of the inspection; '' where there was none. */
  answered: string;
  done: string;
  /** The last day in time; '' where it hangs on holidays that are not known. */
  due: string;
  state: AnswerState;
  line: number;
}

/**
 * What was received until the day, the oldest first, and how many say a later day; an answer of a later day is none yet.
 * @param content absolute path of the content folder
 * @param date `YYYY-MM-DD`
 * @returns why nothing is known, in Chinese, where there is no ledger or it is not in order
 */
export async function readReported(
  content: string,
  date: string,
): Promise<{ rows: ReportedRow[]; later: number } | { why: string }> {
  const path = join(content, NAME);
  if (obstacleAt(path) === 'missing') return { why: `没有 ${FILE}（找错台账）` };
  const { value, lineOf } = await readYamlFile(path, FILE, reportedSchema, []);
  if (!value) return { why: `${FILE} 有写错的地方，改好以后再查` };
  const all = value.map((entry, index) => rowOf(entry, lineOf([index, 'received']), date));
  const rows = all.filter(({ received }) => received <= date);
  const later = all.length - rows.length;
  return {
    later,
    rows: rows.toSorted((a, b) => compare(a.received, b.received) || a.line - b.line),
  };
}

function rowOf(entry: Reported, line: number, date: string): ReportedRow {
  const { page, said, received } = entry;
  const answered = entry.answered !== undefined && entry.answered <= date ? entry.answered : '';
  const due = workingDayAfter(received, ALLOWED) ?? '';
  const until = answered || date;
  // A day off behind the last day is no working day more, and late all the same.
  const isLate = due === '' ? isLaterThan(received, until, ALLOWED) : until > due;
  const state =
    isLate === 'unknown'
      ? 'unknown'
      : answered === ''
        ? isLate
          ? 'overdue'
          : 'open'
        : isLate
          ? 'late'
          : 'in time';
  const done = answered === '' ? '' : (entry.done ?? '');
  return { page, said, received, answered, done, due, state, line };
}

/** How far a message is from its day, in Chinese. @param date of the inspection */
export function distanceOf({ state, due, answered }: ReportedRow, date: string): string {
  if (state === 'unknown') return '要人按工作日核对';
  if (state === 'in time') return '按时';
  if (state === 'open') return due === '' ? '待答复' : `还有 ${daysBetween(date, due)} 天`;
  const days = due === '' ? undefined : daysBetween(due, answered || date);
  const over = days === undefined ? '超期' : `超 ${days} 天`;
  return state === 'late' ? over : `${over}，还没有答复`;
}

export function reportedIssues(rows: readonly ReportedRow[], date: string): Found[] {
  return rows.flatMap((row): Found[] => {
    const { page, said, received, answered, due, line, state } = row;
    const what = `找错留言「${said}」（${page}）${received} 收到`;
    const place = { file: FILE, line, title: page, owner: WEBMASTER };
    const over = `超过 ${ALLOWED} 个工作日`;
    const note = `答复以后在这里写上 answered（答复日期）和 done（处理结果）。`;
    if (state === 'overdue') {
      const message = `${what}，还没有答复，${over}。`;
      const fix = `马上核实、改正，在平台上答复；${note}`;
      return [finding(reportedRule, { ...place, level: 'warn', message, fix })];
    }
    if (state === 'open') {
      const until = due === '' ? '' : `，最迟 ${spoken(due, date)}答复`;
      const bites = due === '' ? undefined : addDays(due, 1);
      const fix = `核实、改正，在平台上答复；${note}`;
      return [finding(reportedRule, { ...place, message: `${what}${until}。`, fix, bites })];
    }
    if (state !== 'late') return [];
    const message = `${what}，${answered} 答复，${over}。`;
    return [finding(reportedRule, { ...place, message, fix: '不用改；以后请按时答复。' })];
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
