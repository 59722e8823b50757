/** Program code that was not meant, or does not end: all below it would lose its form. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import type { Source } from './source.ts';

export const codeRule: Rule = {
  id: 'markdown/code',
  level: 'stop',
  scope: 'text',
  title: '没有结束的代码',
  basis: '没有结束的代码会让下面的文字都失去排版。',
};

const FENCE = /(?:^|[\s>])([`~]{3,})(.*)$/;

/** Fences without an end, and words behind one, which are not shown. `tree` as it was parsed. */
export function inspectCode(tree: Root, { lines }: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, 'code', (code) => {
    const { start, end } = code.position ?? {};
    const first = (lines[lineOf(code) - 1] ?? '').slice((start?.column ?? 1) - 1);
    const [, fence = '', words = ''] = FENCE.exec(first) ?? [];
    if (fence === '') return;
    const last = end && end.line > lineOf(code) ? (lines[end.line - 1] ?? '') : '';
    if (!closes(last, fence)) {
      problems.push({
        line: lineOf(code),
        message: `从这一行的「${fence}」起，下面的文字都会成为程序代码：没有结束的「${fence}」。`,
        fix: `不是程序代码，就删掉这一行；是，就在它的末尾加一行「${fence}」。`,
      });
    }
    if (/[^\w\s.,:;{}()[\]"'=#+/-]/.test(words)) {
      problems.push({
        line: lineOf(code),
        message: `「${fence}」后面的「${shortened(words)}」不会显示。`,
        fix: `把它移到下一行；不是程序代码，就删掉「${fence}」。`,
      });
    }
  });
  return problems;
}

/** Compared, not searched for: a pattern of a fence that somebody leant on the key for is too long to be one. */
function closes(line: string, fence: string): boolean {
  const signs = line.replace(/^[\s>]*/, '').trimEnd();
  return signs.startsWith(fence) && signs === fence.charAt(0).repeat(signs.length);
}
