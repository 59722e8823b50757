/** columns.yaml: the columns (栏目) as one list, each naming its parent. */
import { z } from 'zod';
import { isShortName } from './article-name.ts';
import { text, webAddress, wholeNumber, words } from './fields.ts';
import { fail } from './schema-issues.ts';

const slug = z.string().transform((value, context) => {
  const name = value.trim();
  if (isShortName(name)) return name;
  fail(context, `栏目地址「${name}」不能用。`, '只用小写字母、数字和连字符，例如 tpxw。');
  return z.NEVER;
});

export const columnSchema = z
  .strictObject({
    slug: slug.meta({ title: '栏目地址', description: '小写字母，例如 tpxw。' }),
    name: text(20).meta({ title: '栏目名称', description: '例如 图片新闻。' }),
    parent: slug.optional().meta({ title: '上级栏目', description: '上级栏目的 slug。' }),
    kind: z
      .enum(['list', 'page', 'link'])
      .default('list')
      .meta({ title: '栏目类型', description: 'list 稿件列表、page 单页、link 外部链接。' }),
    style: z
      .enum(['headlines', 'pictures', 'policy', 'consultation', 'video'])
      .default('headlines')
      .meta({
        title: '列表样式',
        description:
          'headlines 标题列表、pictures 带图片、policy 政策文件、consultation 意见征集、video 视频。',
      }),
    page: slug.optional().meta({ title: '单页', description: 'content/pages 里的文件名。' }),
    url: webAddress.optional().meta({ title: '链接', description: 'kind: link 时的网址。' }),
    description: text(200)
      .optional()
      .meta({ title: '栏目描述', description: '一句话，检查时要看。' }),
    keywords: words.optional().meta({ title: '栏目关键词', description: '几个词，用顿号分开。' }),
    type: text(20)
      .optional()
      .meta({ title: '栏目类别', description: '概况类、政务动态类、信息公开类等。' }),
    updateDays: wholeNumber(1, 3660)
      .optional()
      .meta({ title: '更新期限', description: '最多多少天更新一次。' }),
    hidden: z
      .enum(['true', 'false'])
      .optional()
      .transform((value) => value === 'true')
      .meta({ title: '不进导航', description: 'true 表示不出现在导航里。' }),
  })
  .superRefine((column, context) => {
    if (column.kind === 'page' && !column.page) {
      fail(context, `栏目「${column.name}」是单页，却没有写 page。`, '加一行「page: 文件名」。');
    }
    if (column.kind === 'link' && !column.url) {
      fail(context, `栏目「${column.name}」是链接，却没有写 url。`, '加一行「url: https://…」。');
    }
  });

export const columnsSchema = z.array(columnSchema);

/** A column (栏目): a list of articles, a single page, or a link elsewhere. */
export type Column = z.output<typeof columnSchema>;
