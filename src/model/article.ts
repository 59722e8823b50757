/** An article (稿件): the schema of its front matter. A field's title is its Chinese label, its description one line of help. */
import { z } from 'zod';
import type { BodyFacts, NamedFiles } from './body.ts';
import type { FieldLines } from './field-lines.ts';
import { fieldNames } from './field-names.ts';
import { consultationSchema } from './consultation.ts';
import type { ConsultationTime } from './consultation.ts';
import { documentSchema } from './official-document.ts';
import { beijingTime, fileName, text, webAddress, words, yesOrNo } from './fields.ts';
import { oldAddress } from './old-address.ts';

const attachment = z.preprocess(
  (value) => (typeof value === 'string' ? { file: value } : value),
  z.strictObject({
    file: fileName.meta({ title: '附件文件', description: '稿件旁边的文件名，例如 附件1.docx。' }),
    title: text(200)
      .optional()
      .meta({ title: '附件名称', description: '读者看到的名称，不写就用文件名。' }),
  }),
);

/** Characters. */
export const LONGEST_TITLE = 120;
/** Of a correction, and of the reason for which an article was withdrawn. */
export const LONGEST_NOTE = 200;

export const articleSchema = z.strictObject({
  /** 标题 */
  title: text(LONGEST_TITLE).meta({ title: '标题', description: '一行文字，不带格式。' }),
  /** 副标题 */
  subtitle: text(120).optional().meta({ title: '副标题', description: '没有就不写。' }),
  /** 来源: the unit that supplied the text */
  source: text(80).meta({ title: '来源', description: '供稿单位的全称，例如 ××局办公室。' }),
  /** 发布日期, Beijing time */
  date: beijingTime.meta({
    title: '发布日期',
    description: '2026-03-05，或带时间的 2026-03-05 10:30（北京时间）。',
  }),
  /** 栏目: a column's name or slug, 父栏目/子栏目 where two share a name */
  category: text(80).meta({ title: '栏目', description: '栏目的名称，例如 图片新闻。' }),
  /** 作者 */
  author: text(80).optional().meta({ title: '作者', description: '撰稿人或摄影者，没有就不写。' }),
  /** 责任编辑 */
  editor: text(80).optional().meta({ title: '责任编辑', description: '责任编辑的姓名。' }),
  /** 审核 */
  reviewers: words.optional().meta({ title: '审核', description: '审核人，几位之间用顿号。' }),
  /** 摘要 */
  summary: text(300)
    .optional()
    .meta({ title: '摘要', description: '一两句话，列表和搜索引擎会用到。' }),
  /** 关键词 */
  keywords: words.optional().meta({ title: '关键词', description: '几个词，之间用顿号。' }),
  /** 封面 */
  cover: fileName.optional().meta({ title: '封面图片', description: '稿件旁边的图片文件名。' }),
  /** 图集: its pictures are slides */
  gallery: yesOrNo
    .optional()
    .meta({ title: '图集', description: 'true 表示正文里的图片做成图集，一张一张地看。' }),
  /** 置顶 */
  pinned: yesOrNo.optional().meta({ title: '置顶', description: 'true 表示放在栏目最前面。' }),
  /** 草稿 */
  draft: yesOrNo.optional().meta({ title: '草稿', description: 'true 表示先不发布。' }),
  /** 失效日期: from this time on the article is not built */
  expires: beijingTime
    .optional()
    .meta({ title: '失效日期', description: '到这一天就不再显示，例如 2026-12-31。' }),
  /** 附件 */
  attachments: z.array(attachment).optional().meta({
    title: '附件',
    description: '每个附件一行：- { file: 附件1.docx, title: 申报表 }。',
  }),
  /** 转载 */
  repost: z
    .strictObject({
      site: text(80).meta({ title: '原网站', description: '转载自哪个网站。' }),
      time: beijingTime.meta({ title: '原发布时间', description: '例如 2026-03-05 10:30。' }),
      url: webAddress.meta({ title: '原网址', description: '原文的完整网址。' }),
    })
    .optional()
    .meta({
      title: '转载',
      description: '写成三行：site 原网站、time 原发布时间、url 原网址。',
    }),
  /** 公文: the official document that the article publishes */
  document: documentSchema.optional().meta({
    title: '公文',
    description: '一行一项：number 文号、issuer 发文机关、signed 成文日期等，见 README。',
  }),
  /** 解读: the article with the document that this one explains */
  explains: text(100)
    .optional()
    .meta({ title: '解读', description: '解读稿件写原文的稿件编号或者文号。' }),
  /** 意见征集: what the article asks the public */
  consultation: consultationSchema.optional().meta({
    title: '意见征集',
    description: '一行一项：until 截止时间、by 提出意见的方式、result 结果，见 README。',
  }),
  /** 旧地址 */
  aliases: z
    .array(oldAddress)
    .optional()
    .meta({ title: '旧地址', description: '这篇稿件在老网站上的地址，每行一个，以 / 开头。' }),
  /** 更正: what was wrong in what readers have read, and since when it is right */
  corrections: z
    .array(
      z.strictObject({
        date: beijingTime.meta({ title: '更正日期', description: '例如 2026-03-06。' }),
        note: text(LONGEST_NOTE).meta({ title: '更正说明', description: '原来怎样，现在怎样。' }),
      }),
    )
    .optional()
    .meta({ title: '更正', description: '每次更正一行：- { date: 2026-03-06, note: 说明 }。' }),
  /** 撤下: its page stays, and says so */
  withdrawn: z
    .strictObject({
      date: beijingTime.meta({ title: '撤下日期', description: '例如 2026-03-06。' }),
      reason: text(LONGEST_NOTE).meta({ title: '撤下原因', description: '读者会看到的一句话。' }),
    })
    .optional()
    .meta({ title: '撤下', description: '写成一行：{ date: 2026-03-06, reason: 原因 }。' }),
});

export type ArticleFields = z.output<typeof articleSchema>;

/** What staff may write instead of a field's name. */
export const articleSynonyms: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(articleSchema.shape).map(([key, field]) => [field.meta()?.title ?? key, key]),
  ),
  日期: 'date',
  时间: 'date',
  发布时间: 'date',
  来源单位: 'source',
  信息来源: 'source',
  编辑: 'editor',
  审核人: 'reviewers',
  封面: 'cover',
  column: 'category',
  tags: 'keywords',
  channel: 'category',
};

export const articleFieldNames = fieldNames(articleSchema, articleSynonyms);

/** Where an article's text lies. */
export interface ArticleFile {
  /** `20260305-video-conference`: the name of its folder or file. */
  id: string;
  /** Absolute path of the Markdown file. */
  path: string;
  /** The same as staff see it, `content/articles/2026/…/index.md`. */
  file: string;
  /** Absolute path of the folder of its own pictures and attachments; undefined for a single file. */
  folder: string | undefined;
  format: 'md' | 'mdx';
  /** Names of what else lies in its folder; a folder's ends with a slash. */
  beside?: readonly string[];
}

/** What was found in an article's text, whatever fields it has. The body stays in its file. */
interface TextFacts extends BodyFacts {
  /** 1-based line of the file on which the body begins. */
  bodyLine: number;
  /** Hash of its file's text. */
  digest: string;
}

/** What an article's text says: those of its fields that are in order, and what is known of its body. */
export interface ArticleText extends Partial<ArticleFields>, TextFacts {}

/** An article as it was read. */
export interface ReadArticle {
  place: ArticleFile;
  text: ArticleText;
  lines: FieldLines;
}

/** An article that has its column, and so its address. */
export interface PlacedArticle extends ArticleFile, ArticleText {
  /** Slug of its column. */
  column: string;
}

/** An article that is ready for pages: no field is missing, and the files that it names are known. */
export interface Article extends ArticleFile, ArticleFields, TextFacts {
  column: string;
  named: NamedFiles;
  /** How its consultation is at the time of the build, where it has one. */
  consulting?: ConsultationTime;
  /** Under the dev server alone: why readers do not see it, 草稿 or 定时发布 2026-12-01 08:00. */
  preview?: string;
  /** On the desk alone: the whole file as it is being written, which was not saved yet. */
  unsaved?: string;
}

/** Whether every required field of an article is there. */
export function isComplete<T extends Partial<ArticleFields>>(text: T): text is T & ArticleFields {
  const { title, source, date, category } = text;
  return [title, source, date, category].every((field) => field !== undefined);
}
