/** A topic (专题) of content/topics: a page that gathers articles on one subject. */
import { z } from 'zod';
import type { BodyFacts, NamedFiles } from './body.ts';
import { endOfDay } from './calendar.ts';
import type { FieldLines } from './field-lines.ts';
import { fieldNames } from './field-names.ts';
import { beijingTime, fileName, text, wholeNumber, words } from './fields.ts';
import { fail } from './schema-issues.ts';

/** Articles that one section may show, and how many of those with its keywords or of its column it shows if not told. */
const MOST_ARTICLES = 200;
export const USUAL_COUNT = 20;

const articles = z
  .union([z.string().transform((value) => value.split(/[、，,;；\s]+/)), z.array(z.string())])
  .transform((list) => list.map((item) => item.trim()).filter((item) => item !== ''))
  .superRefine(({ length }, context) => {
    if (length > MOST_ARTICLES) {
      const message = `这一项写了 ${length} 篇稿件，超过 ${MOST_ARTICLES} 篇。`;
      fail(context, message, '分成几个板块，或者改用 keywords。');
    }
  });

const section = z.strictObject({
  title: text(40).meta({ title: '板块名称', description: '例如 活动安排。' }),
  articles: articles
    .optional()
    .meta({ title: '稿件', description: '每行一篇，写稿件编号或它在本站的网址。' }),
  keywords: words
    .optional()
    .meta({ title: '关键词', description: '几个词，用顿号分开；有其中一个的稿件都放进来。' }),
  category: text(80).optional().meta({ title: '栏目', description: '栏目的名称。' }),
  count: wholeNumber(1, MOST_ARTICLES)
    .optional()
    .meta({ title: '条数', description: `最多放几篇，不写就是 ${USUAL_COUNT}。` }),
  style: z
    .enum(['headlines', 'pictures'])
    .default('headlines')
    .meta({ title: '样式', description: 'headlines 标题列表、pictures 带图片。' }),
});

export const topicSchema = z.strictObject({
  /** 标题 */
  title: text(60).meta({ title: '标题', description: '专题的名称，一行文字。' }),
  /** 摘要: in lists of topics, and for search engines */
  summary: text(300).meta({ title: '摘要', description: '一两句话。' }),
  /** 横幅 */
  banner: fileName.optional().meta({ title: '横幅图片', description: '专题旁边的图片文件名。' }),
  /** 开始日期: from this time on it is on the site */
  date: beijingTime.meta({ title: '开始日期', description: '例如 2026-06-08，到这一天才显示。' }),
  /** 结束日期: with this day it ends, and its page says so */
  until: beijingTime.optional().meta({
    title: '结束日期',
    description: '例如 2026-06-14，过了这一天就标明已结束；没有就不写。',
  }),
  /** 板块 */
  sections: z
    .array(section)
    .superRefine(({ length }, context) => {
      if (length === 0) fail(context, '一个板块也没有。', '至少写一个：「- title: 板块名称」。');
    })
    .meta({
      title: '板块',
      description: '每个板块写「- title: 名称」，下面写 articles、keywords 或 category。',
    }),
});

/** What staff may write instead of a field's name. */
export const topicSynonyms: Readonly<Record<string, string>> = {
  标题: 'title',
  名称: 'title',
  摘要: 'summary',
  横幅: 'banner',
  横幅图片: 'banner',
  cover: 'banner',
  日期: 'date',
  开始日期: 'date',
  结束日期: 'until',
  板块: 'sections',
  稿件: 'articles',
  关键词: 'keywords',
  tags: 'keywords',
  栏目: 'category',
  column: 'category',
  条数: 'count',
  样式: 'style',
};

export const topicFieldNames = fieldNames(topicSchema, topicSynonyms);

export type TopicFields = z.output<typeof topicSchema>;
export type TopicSection = TopicFields['sections'][number];

/** A topic as it was read. */
export interface ReadTopic extends TopicFields, BodyFacts {
  /** The name of its folder or file. */
  slug: string;
  path: string;
  file: string;
  /** Absolute path of the folder of its pictures; undefined for a single file. */
  folder: string | undefined;
  bodyLine: number;
  /** Hash of its file's text. */
  digest: string;
  /** Also of sections and what they hold: `sections/0/articles/1`. */
  lines: FieldLines;
}

/** A topic that is ready: the files that it names are known. */
export interface Topic extends ReadTopic {
  named: NamedFiles;
  isOver: boolean;
  /** Under the dev server alone: why readers do not see it yet. */
  preview?: string;
}

/** When a topic is over; a day without a time belongs to it. */
export function endOfTopic({ until }: Pick<TopicFields, 'until'>): string | undefined {
  return until === undefined ? undefined : endOfDay(until);
}
