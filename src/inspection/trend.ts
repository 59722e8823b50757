/** JSON of an inspection, and what changed since an earlier one. */
import { z } from 'zod';
import type { Deductions } from './deductions.ts';
import type { Entry } from './entries.ts';
import type { Inspection } from './inspect-site.ts';
import type { Judgement } from './judgement.ts';

const FORM = 1;

const level = z.enum(['stop', 'warn', 'info']);
/** Of an earlier one only this is asked. */
const earlierSchema = z.object({
  form: z.literal(FORM),
  date: z.string(),
  counts: z.object({ stop: z.number(), warn: z.number(), info: z.number(), waived: z.number() }),
  vetoes: z.array(z.object({ id: z.string(), title: z.string(), distance: z.string() })),
  seen: z.object({ articles: z.number() }),
  entries: z.array(
    z.object({
      key: z.string(),
      rule: z.string(),
      level,
      place: z.string(),
      message: z.string(),
      firstSeen: z.string(),
    }),
  ),
});

export type EarlierReport = z.output<typeof earlierSchema>;

/** @returns undefined for a text that no inspection of this form wrote */
export function readEarlier(text: string): EarlierReport | undefined {
  try {
    return earlierSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The report for programs and for the next inspection. */
export function reportJson(
  { date, commit, name, url, columns, reported, seen, uncommitted, unchecked }: Inspection,
  judgement: Judgement,
  entries: readonly Entry[],
  deductions?: Deductions,
): string {
  const report = {
    form: FORM,
    date,
    commit,
    name,
    url,
    ...judgement,
    seen,
    columns,
    reported,
    deductions,
    uncommitted,
    unchecked,
  };
  return `${JSON.stringify({ ...report, entries }, null, 1)}\n`;
}

export interface Trend {
  since: string;
  /** What is compared, then and now. */
  rows: { what: string; was: string; is: string }[];
  /** Found then, and not any more. */
  mended: EarlierReport['entries'];
  added: readonly Entry[];
}

export function trendOf(
  earlier: EarlierReport,
  { seen }: Inspection,
  judgement: Judgement,
  entries: readonly Entry[],
): Trend {
  const now = new Set(entries.map(({ key }) => key));
  const { counts } = judgement;
  return {
    since: earlier.date,
    rows: [
      ...judgement.vetoes.map(({ id, title, distance }) => {
        const was = earlier.vetoes.find((each) => each.id === id)?.distance ?? '没有查';
        return { what: title, was, is: distance };
      }),
      { what: '必须改的问题', was: `${earlier.counts.stop}`, is: `${counts.stop}` },
      { what: '提醒', was: `${earlier.counts.warn}`, is: `${counts.warn}` },
      { what: '参考', was: `${earlier.counts.info}`, is: `${counts.info}` },
      { what: '豁免', was: `${earlier.counts.waived}`, is: `${counts.waived}` },
      { what: '稿件', was: `${earlier.seen.articles}`, is: `${seen.articles}` },
    ],
    mended: earlier.entries.filter(({ key }) => !now.has(key)),
    added: entries.filter(({ state }) => state === 'new'),
  };
}
