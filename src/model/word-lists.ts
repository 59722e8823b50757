/** wording.yaml (易错词) and redirects.yaml (旧地址). */
import { z } from 'zod';
import { beijingDay, text } from './fields.ts';
import { oldAddress } from './old-address.ts';
import { fail } from './schema-issues.ts';
import { wordingProblems } from './wording-problems.ts';

/** Of a shorter one half is no sign of it. */
const SHORTEST_PHRASE = 4;

export const wordingSchema = z
  .array(
    z.strictObject({
      wrong: text(60).optional().meta({
        title: '错误写法',
        description: '不应出现的词；不写的，正确写法一个字也不能错。',
      }),
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
    const pairs = rules.map(({ wrong = '', right }) => ({ wrong, right }));
    for (const { index, message, fix } of [...shortPhrases(rules), ...wordingProblems(pairs)]) {
      fail(
        { addIssue: (issue) => context.addIssue({ ...issue, path: [index, 'right'] }) },
        message,
        fix,
      );
    }
  });

function shortPhrases(rules: readonly { wrong?: string | undefined; right: string }[]) {
  return rules.flatMap(({ wrong, right }, index) => {
    if (wrong !== undefined || right.length >= SHORTEST_PHRASE) return [];
    const message = `「${right}」只有 ${right.length} 个字，又没有错误写法，看不出写错了没有。`;
    const fix = `写上 wrong（错误写法）；不写 wrong 的，至少 ${SHORTEST_PHRASE} 个字。`;
    return [{ index, message, fix }];
  });
}

/** A word that is wrong, and what is right. */
export interface WordingRule {
  wrong: string;
  right: string;
}

/** The pairs of the list, and what is on it alone: phrases in which no character may be wrong. */
export function wordsOfList(list: z.output<typeof wordingSchema>): {
  wording: WordingRule[];
  phrases: string[];
} {
  return {
    wording: list.flatMap(({ wrong, right }) => (wrong === undefined ? [] : [{ wrong, right }])),
    phrases: list.flatMap(({ wrong, right }) => (wrong === undefined ? [right] : [])),
  };
}

export const redirectsSchema = z.array(
  z.strictObject({
    from: oldAddress.meta({ title: '旧地址', description: '以 / 开头的路径。' }),
    to: text(300).meta({ title: '新地址', description: '稿件编号、/ 开头的路径，或完整网址。' }),
  }),
);

export type Redirect = z.output<typeof redirectsSchema>[number];
