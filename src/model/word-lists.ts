/** wording.yaml (易错词) and redirects.yaml (旧地址). */
import { z } from 'zod';
import { beijingDay, text } from './fields.ts';
import { oldAddress } from './old-address.ts';
import { fail } from './schema-issues.ts';
import { wordingProblems } from './wording-problems.ts';

export const wordingSchema = z
  .array(
    z.strictObject({
      wrong: text(60).meta({ title: '错误写法', description: '不应出现的词。' }),
      right: text(60).meta({ title: '正确写法', description: '应当怎样写。' }),
      source: text(100)
        .optional()
        .meta({ title: '依据', description: '哪份文件、哪一条，没有就不写。' }),
      date: beijingDay
        .optional()
        .meta({ title: '日期', description: '依据是哪一天的，例如 2026-03-05。' }),
    }),
  )
  .superRefine((rules, context) => {
    for (const { index, message, fix } of wordingProblems(rules)) {
      fail(
        { addIssue: (issue) => context.addIssue({ ...issue, path: [index, 'right'] }) },
        message,
        fix,
      );
    }
  });

export type WordingRule = z.output<typeof wordingSchema>[number];

export const redirectsSchema = z.array(
  z.strictObject({
    from: oldAddress.meta({ title: '旧地址', description: '以 / 开头的路径。' }),
    to: text(300).meta({ title: '新地址', description: '稿件编号、/ 开头的路径，或完整网址。' }),
  }),
);

export type Redirect = z.output<typeof redirectsSchema>[number];
