/** Lists whose mark may have been meant as text: a minus or plus before a number, an asterisk before a remark. */
import type { List, ListItem, Nodes, Parents, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import type { Source } from './source.ts';

export const listMarkRule: Rule = {
  id: 'markdown/list-mark',
  level: 'stop',
  scope: 'text',
  title: '行首的减号、加号、星号',
  basis: '行首的符号会变成列表的圆点，数字的正负会看不见。',
};

/** `- 10℃`: of several items with other numbers the list is evident. A date or a word's number has no sign. */
const SIGNED = /^[-+][ \t]+\d[\d.,]*(?![\d.,]|[ \t]*(?:[年月日号时]|[-/]\d|\p{Script=Latin}{3}))/u;
const SIGNED_DEGREES = /^[-+][ \t]+\d[\d.]*[ \t]*(?:℃|°|度|摄氏度|[%％‰])/u;

/** `tree` as it was parsed. */
export function inspectListMarks(tree: Root, source: Source): BodyProblem[] {
  return [...problemsIn(tree, source)];
}

function* problemsIn(parent: Parents, source: Source): Generator<BodyProblem> {
  for (const child of parent.children as Nodes[]) {
    if (child.type === 'list' && !child.ordered) yield* problemsOf(child, parent, source);
    if ('children' in child) yield* problemsIn(child, source);
  }
}

function* problemsOf(list: List, parent: Parents, source: Source): Generator<BodyProblem> {
  const isAlone =
    list.children.length === 1 &&
    list.children[0]?.children.length === 1 &&
    parent.type !== 'listItem';
  for (const item of list.children) {
    const { text, line } = writtenOf(item, source);
    const rest = text.slice(1).trim();
    if (SIGNED_DEGREES.test(text) || (isAlone && SIGNED.test(text))) {
      const [sign = ''] = text;
      yield {
        line,
        message: `「${shortened(text)}」行首的「${sign}」会变成列表的圆点，${sign === '-' ? '减号' : '加号'}不会显示。`,
        fix: `是正负号，去掉后面的空格，写成「${shortened(sign + rest)}」；是列表的一项，写成「• ${shortened(rest)}」。`,
      };
    } else if (isAlone && text.startsWith('*') && rest !== '') {
      yield {
        line,
        message: `「${shortened(text)}」行首的「*」会变成列表的圆点，星号不会显示。`,
        fix: `是注释的星号，在前面加一个反斜杠，写成「\\${shortened(text)}」；是列表的一项，写成「- ${shortened(rest)}」。`,
      };
    }
  }
}

function writtenOf(item: ListItem, { lines }: Source): { line: number; text: string } {
  const line = lineOf(item);
  const column = (item.position?.start.column ?? 1) - 1;
  return { line, text: (lines[line - 1] ?? '').slice(column).trimEnd() };
}
