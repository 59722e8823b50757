/** migrated.yaml (补登台账): articles that came to the site later than they are dated, by whom and why. */
import { z } from 'zod';
import { beijingTime, text } from './fields.ts';
import { fail } from './schema-issues.ts';

export const migratedSchema = z.array(
  z
    .strictObject({
      person: text(40).meta({ title: '补登人', description: '谁补登的，姓名。' }),
      reason: text(200).meta({ title: '补登原因', description: '为什么晚于发布日期入库。' }),
      imported: beijingTime.meta({
        title: '补登日期',
        description: '最后一批入库的那一天；以后再补的，另写一条。',
      }),
      articles: z
        .array(text(100))
        .optional()
        .meta({ title: '稿件', description: '稿件编号，每行一个；整批的写 from 和 to。' }),
      from: beijingTime.optional().meta({ title: '起', description: '发布日期从哪一天起。' }),
      to: beijingTime.optional().meta({ title: '止', description: '发布日期到哪一天止。' }),
    })
    .superRefine(({ articles, from, to }, context) => {
      const isRange = from !== undefined && to !== undefined;
      if (isRange || articles) return;
      fail(
        context,
        '没有写是哪些稿件。',
        '写 articles（稿件编号的列表），或者 from 和 to（发布日期的起止）。',
      );
    }),
);

/** One entry of the ledger. */
export type Migrated = z.output<typeof migratedSchema>[number];
