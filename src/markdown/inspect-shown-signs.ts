/** Marks of Markdown that readers would see as they are, where no other rule has named the reason. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';

export const shownSignRule: Rule = {
  id: 'markdown/shown-sign',
  level: 'stop',
  scope: 'text',
  title: '原样显示的符号',
  basis: '没有起作用的符号会原样显示给读者。',
};

const SIGN = /^#{2,6}(?!#)|(?<![#\s])#{2,6}$|`{3}|~{3}|\|[ \t]*:?-{2,}:?[ \t]*\|/m;

/** @param tree what readers will see */
export function inspectShownSigns(tree: Root): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    for (const child of node.children) {
      const sign = child.type === 'text' && SIGN.exec(child.value)?.[0];
      if (!sign) continue;
      problems.push({
        line: lineOf(node),
        message: `「${shortened(sign)}」是 Markdown 的符号，没有起作用，会原样显示。`,
        fix: '要它起作用，单独写一行，前后各空一行；不要它，就删掉。',
      });
    }
  });
  return problems;
}
