/** `~~` that strikes nothing out: readers would see it. Between numbers it is a range, which they can read. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { signsInAddresses } from './bare-address.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';

export const tildeRule: Rule = {
  id: 'markdown/tilde',
  level: 'warn',
  scope: 'text',
  title: '波浪号',
  basis: '没有成对的符号会原样显示给读者。',
};

const LEFT_OVER = /(?<!~)~~(?!~)/g;

/** @param tree as it was parsed, while lines are still what was written */
export function inspectTildes(tree: Root, body: string): BodyProblem[] {
  if (!body.includes('~~')) return [];
  const problems: BodyProblem[] = [];
  visit(tree, 'text', ({ value, position }) => {
    const source = body.slice(position?.start.offset, position?.end.offset);
    // Somebody has said that they are to be seen.
    if (source.includes('\\~')) return;
    const isInAddress = signsInAddresses(value);
    for (const { index } of value.matchAll(LEFT_OVER)) {
      if (isInAddress(index)) continue;
      const before = value.slice(0, index);
      if (/[\d%％‰℃°十百千万亿]$/u.test(before) && /^\d/.test(value.slice(index + 2))) continue;
      const start = Math.max(before.lastIndexOf('\n') + 1, index - 20);
      const [quoted = ''] = value.slice(start).split('\n');
      problems.push({
        line: lineOf({ position }) + before.split('\n').length - 1,
        level: 'warn',
        message: `「~~」会原样显示：「${shortened(quoted)}」。`,
        fix: '表示起止，写成「～」；要画删除线，前后都写「~~」，例如 ~~文字~~；要显示波浪线，写成 \\~\\~。',
      });
    }
  });
  return problems;
}
