/** inspection.yaml (扣分标准): how many points a fault costs, as the bureau's superiors published it. */
import { z } from 'zod';
import { beijingDay, text, words } from './fields.ts';
import { fail } from './schema-issues.ts';

const MOST_POINTS = 100;

/** More than nothing, in whole points or parts of a hundredth. */
const points = z.string().transform((value, context) => {
  const written = value.trim();
  const number = Number(written);
  if (/^\d{1,3}(?:\.\d{1,2})?$/.test(written) && number > 0 && number <= MOST_POINTS) return number;
  const fix = `请写大于 0、不超过 ${MOST_POINTS} 的数，最多两位小数，例如 0.5。`;
  fail(context, `这一项写的是「${value}」。`, fix);
  return z.NEVER;
});

export const deductionsSchema = z
  .strictObject({
    source: text(200).meta({ title: '出处', description: '哪个文件、通报规定的：名称和文号。' }),
    date: beijingDay.meta({ title: '公布日期', description: '那个文件的日期，例如 2026-04-10。' }),
    rows: z.array(
      z.strictObject({
        indicator: text(80).meta({ title: '指标', description: '照文件里的名称写。' }),
        points: points.meta({ title: '分值', description: '每发现一处扣几分。' }),
        most: points.optional().meta({ title: '最多扣', description: '这一项最多扣几分。' }),
        rules: words.optional().meta({
          title: '规则',
          description:
            '按哪些规则查出的问题算，几个之间用顿号，编号见自查报告的问题台账；不写的要人查。',
        }),
      }),
    ),
  })
  .superRefine(({ rows }, context) => {
    const known: string[] = [];
    for (const [index, { rules = [] }] of rows.entries()) {
      for (const rule of rules) {
        const at = { path: ['rows', index, 'rules'] };
        const twice = known.find((other) => isWithin(rule, other) || isWithin(other, rule));
        if (twice !== undefined) {
          fail(
            { addIssue: (issue) => context.addIssue({ ...issue, ...at }) },
            twice === rule
              ? `规则「${rule}」写了两次，同一处问题会扣两次分。`
              : `规则「${rule}」和「${twice}」有一样的，同一处问题会扣两次分。`,
            '只留在一个指标里。',
          );
        }
        known.push(rule);
      }
    }
  });

/** Whether a rule is another one, or of its family: text/typo is of text. */
function isWithin(rule: string, other: string): boolean {
  return rule === other || rule.startsWith(`${other}/`);
}

export type DeductionTable = z.output<typeof deductionsSchema>;

/** What stands for a file that is not there, or is empty. */
export const NO_DEDUCTIONS: DeductionTable = { source: '', date: '', rows: [] };
