/** A public consultation (意见征集): from when until when opinions are asked for, how they are given, and what became of them. */
import { z } from 'zod';
import { nameInAddress } from './article-name.ts';
import { endOfDay } from './calendar.ts';
import { beijingTime, text } from './fields.ts';
import { fail } from './schema-issues.ts';

/** Ways to give an opinion. More are a table in the text. */
const MOST_WAYS = 10;

/** `- 邮箱: a@b`, which YAML reads as a pair, is the line 邮箱：a@b to readers. */
function lineOf(value: unknown): unknown {
  const isPairs = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isPairs) return value;
  return Object.entries(value)
    .map(([name, words]) => `${name}：${String(words)}`)
    .join('，');
}

function linesOf(value: unknown): unknown {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.map(lineOf);
  const isPairs = typeof value === 'object' && value !== null;
  return isPairs ? Object.entries(value).map(([name, words]) => lineOf({ [name]: words })) : value;
}

const ways = z.preprocess(
  linesOf,
  z.array(text(200)).superRefine(({ length }, context) => {
    if (length === 0) {
      fail(
        context,
        '一种提出意见的方式也没有。',
        '每种写一行，例如「- 邮箱: yijian@example.gov.cn」。',
      );
    }
    if (length > MOST_WAYS) {
      const message = `这一项写了 ${length} 行，超过 ${MOST_WAYS} 行。`;
      fail(context, message, '只留主要的几种，其余写进正文。');
    }
  }),
);

export const consultationSchema = z.strictObject({
  /** 开始时间; the day of publication where it is left out */
  from: beijingTime
    .optional()
    .meta({ title: '开始时间', description: '例如 2026-11-10，不写就是发布日期。' }),
  /** 截止时间; a day without a time belongs to it */
  until: beijingTime.meta({
    title: '截止时间',
    description: '接收意见的最后一天，例如 2026-12-10，也可以带时间。',
  }),
  /** 提出意见的方式 */
  by: ways.meta({
    title: '提出意见的方式',
    description: '每种一行，例如「- 邮箱: yijian@example.gov.cn」「- 电话: 0999-8800012」。',
  }),
  /** 结果: the article that tells it, or a few words */
  result: text(300).optional().meta({
    title: '结果',
    description: '反馈稿件的稿件编号，或者一两句话；还没有结果的不写。',
  }),
});

export type Consultation = z.output<typeof consultationSchema>;

/** How a consultation is at a time. */
export interface ConsultationTime {
  stage: 'coming' | 'open' | 'over';
  /** From today to its last day: 0 on that day. */
  daysLeft: number;
}

/** When it begins and when it is over, as times that compare with `YYYY-MM-DD HH:MM`. */
export function periodOf({ from, until }: Pick<Consultation, 'from' | 'until'>, published: string) {
  return { begin: from ?? published, end: endOfDay(until) };
}

/**
 * @param published the date of its article
 * @param now the present in Beijing time, `YYYY-MM-DD HH:MM`
 */
export function consultationAt(
  consultation: Pick<Consultation, 'from' | 'until'>,
  published: string,
  now: string,
): ConsultationTime {
  const { begin, end } = periodOf(consultation, published);
  const daysLeft = Math.max(0, daysBetween(now, consultation.until));
  if (end <= now) return { stage: 'over', daysLeft: 0 };
  return { stage: begin > now ? 'coming' : 'open', daysLeft };
}

/** The id, or address, of the article that tells the result; undefined where the result is told in words. */
export function resultArticle({ result }: Pick<Consultation, 'result'>): string | undefined {
  if (result === undefined || /\p{Script=Han}/u.test(result)) return undefined;
  return nameInAddress(result);
}

/** Whole days from the day of one time to that of another. */
export function daysBetween(first: string, last: string): number {
  const day = (time: string): number => Date.parse(`${time.slice(0, 10)}T00:00Z`);
  return (day(last) - day(first)) / (24 * 3_600_000);
}
