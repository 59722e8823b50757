/** reported.yaml (找错台账): what readers told by 我为政府网站找错, and how the bureau answered. */
import { z } from 'zod';
import { beijingDay, text } from './fields.ts';
import { maskPersonal } from './personal-data.ts';
import { fail } from './schema-issues.ts';

export const reportedSchema = z.array(
  z
    .strictObject({
      page: text(300).meta({ title: '网页', description: '留言说的是哪一页：标题或者网址。' }),
      said: text(200).meta({
        title: '反映的问题',
        description: '一句话，不写留言人的姓名、电话。',
      }),
      received: beijingDay.meta({
        title: '收到日期',
        description: '平台转来的那一天，例如 2026-11-20。',
      }),
      answered: beijingDay.optional().meta({
        title: '答复日期',
        description: '在平台上答复的那一天；还没有答复的不写。',
      }),
      done: text(300).optional().meta({ title: '处理结果', description: '改了什么，怎么答复的。' }),
    })
    .superRefine(({ page, said, received, answered, done }, context) => {
      const at = (field: string): Parameters<typeof fail>[0] => ({
        addIssue: (issue) => context.addIssue({ ...issue, path: [field] }),
      });
      if (answered !== undefined && answered < received) {
        fail(
          at('answered'),
          `答复日期 ${answered} 早于收到日期 ${received}。`,
          '核对两个日期，改正写错的那一个。',
        );
      }
      if (answered !== undefined && done === undefined) {
        fail(at('answered'), '写了答复日期，没有写怎么处理的。', '加一行 done，写改了什么。');
      }
      for (const [field, value] of Object.entries({ page, said, done: done ?? '' })) {
        if (maskPersonal(value) === value) continue;
        fail(
          at(field),
          `这里写着完整的号码「${maskPersonal(value)}」。`,
          '照遮挡后的样子写，例如 138****1234，或者不写。',
        );
      }
    }),
);

/** One message of a reader's. */
export type Reported = z.output<typeof reportedSchema>[number];
