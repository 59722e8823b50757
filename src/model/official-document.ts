/** An official document (公文) that an article publishes: what a table at its head says, and lists are ordered by. */
import { z } from 'zod';
import { labelsOf } from '../labels/labels-of.ts';
import { DEFAULT_LANGUAGE } from '../labels/languages.ts';
import { beijingDay, text, words } from './fields.ts';
import { fail } from './schema-issues.ts';

/** 有效性, as front matter names it; what readers see is a label. */
export const VALIDITIES = ['有效', '失效', '废止', '已修改'] as const;
export type Validity = (typeof VALIDITIES)[number];

/** 已废止: what Chinese readers see may be written, too. */
const SHOWN = labelsOf(DEFAULT_LANGUAGE).document.validities;

/** What staff write instead: the same said in other words. */
const OTHER_WORDS: Readonly<Record<string, Validity>> = {
  现行有效: '有效',
  修改: '已修改',
  已修订: '已修改',
};

const validity = z.string().transform((value, context) => {
  const written = value.trim();
  const meant = VALIDITIES.find((word) => word === written || SHOWN[word] === written);
  if (meant) return meant;
  const becomes = Object.hasOwn(OTHER_WORDS, written) ? OTHER_WORDS[written] : undefined;
  const fix = becomes ? `写成「${becomes}」。` : `可以写：${VALIDITIES.join('、')}。`;
  const change = becomes === undefined ? undefined : { was: written, becomes };
  fail(context, `这一项写的是「${written}」，不是可用的值。`, fix, change);
  return z.NEVER;
});

/** Characters. Longer ones are a whole title in the wrong place. */
const LONGEST_NUMBER = 60;

export const documentSchema = z.strictObject({
  /** 文号; some documents have none */
  number: text(LONGEST_NUMBER)
    .optional()
    .meta({ title: '文号', description: '例如 示机管发〔2026〕12号，没有就不写。' }),
  /** 发文机关 */
  issuer: words.meta({ title: '发文机关', description: '全称，几个机关之间用顿号。' }),
  /** 成文日期 */
  signed: beijingDay.meta({ title: '成文日期', description: '落款的日期，例如 2026-03-01。' }),
  /** 索引号 */
  index: text(60)
    .optional()
    .meta({ title: '索引号', description: '例如 990000002/2026-00012，没有就不写。' }),
  /** 主题分类 */
  theme: text(40)
    .optional()
    .meta({ title: '主题分类', description: '例如 公共机构节能，没有就不写。' }),
  /** 有效性 */
  status: validity
    .optional()
    .meta({ title: '有效性', description: `${VALIDITIES.join('、')}；不写就不显示。` }),
  /** 有效期至: the last day of its force */
  until: beijingDay
    .optional()
    .meta({ title: '有效期至', description: '有效的最后一天，过了这一天网页自己写明失效。' }),
  /** The day on which it lost its force, or was changed */
  ended: beijingDay
    .optional()
    .meta({ title: '废止日期', description: '失效、废止或修改的那一天，例如 2026-05-01。' }),
  /** By which it was replaced or changed: the article, or the number of a document that is not on this site */
  replacedBy: text(100)
    .optional()
    .meta({ title: '替代文件', description: '替代它的文件的稿件编号或者文号。' }),
});

export type OfficialDocument = z.output<typeof documentSchema>;

/** Whether readers must be told before they rely on it. */
export function isPast({ status }: Pick<OfficialDocument, 'status'>): boolean {
  return status !== undefined && status !== '有效';
}

/** Whether nothing of it is in force any more: time takes no more from it. */
export function isOver({ status }: Pick<OfficialDocument, 'status'>): boolean {
  return status === '失效' || status === '废止';
}

/**
 * The document as it is on a day: one whose last day is over has lost its force, whatever was written of it.
 * @param now the present in Beijing time, `YYYY-MM-DD HH:MM`
 */
export function documentAt(document: OfficialDocument, now: string): OfficialDocument {
  const { until } = document;
  if (until === undefined || isOver(document) || now.slice(0, 10) <= until) return document;
  // A day on which it was changed is not the one on which it ended.
  const { ended: _, ...others } = document;
  return { ...others, status: '失效' };
}
