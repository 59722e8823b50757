/** `**` and `__` that found no partner: readers would see them. */
import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { endsInNameToMask } from './masked-name.ts';

const LEFT_OVER = /(?<!\*)\*{2,3}(?!\*)/g;
const BLANK_OR_BOLD = /(?<![\w_])__(\p{Script=Han}{2})__(?![\w_])/u;
const ASCII_WORD = /^[\dA-Za-z]$/;

/** @param tree as it was parsed, while lines are still what was written */
export function inspectBold(tree: Root, body: string): BodyProblem[] {
  if (!body.includes('**') && !body.includes('__')) return [];
  const problems: BodyProblem[] = [];
  visit(tree, 'text', (node) => {
    if (node.value.includes('**') && !isEscaped(node, body, '*')) problems.push(...leftOver(node));
    const blank = BLANK_OR_BOLD.exec(node.value);
    if (blank && !isEscaped(node, body, '_')) problems.push(blankOrBold(node, blank));
  });
  return problems;
}

/** Whether somebody has said that the signs are to be seen. */
function isEscaped(node: Text, body: string, sign: string): boolean {
  const source = body.slice(node.position?.start.offset, node.position?.end.offset);
  return source.includes(`\\${sign}`) || source.includes('&');
}

function leftOver(node: Text): BodyProblem[] {
  const { value } = node;
  const last = [...value.matchAll(LEFT_OVER)].find(({ 0: { length }, index }) => {
    const before = value.slice(0, index);
    const [previous = '', next = ''] = [value[index - 1], value[index + length]];
    const isNumber = ASCII_WORD.test(previous) && ASCII_WORD.test(next);
    return !isNumber && !endsInNameToMask(before.slice(-12));
  });
  if (!last) return [];
  return [
    {
      line: lineOf(node) + value.slice(0, last.index).split('\n').length - 1,
      message: `「${last[0]}」没有成对，会原样显示：「${around(value, last.index)}」。`,
      fix: '要加粗的文字前后都写「**」，例如 **重点**；不加粗就删掉；要显示星号，写成 \\*\\*。',
    },
  ];
}

function blankOrBold(
  node: Text,
  { 0: written, 1: word = '', index }: RegExpExecArray,
): BodyProblem {
  return {
    line: lineOf(node) + node.value.slice(0, index).split('\n').length - 1,
    message: `「__」会原样显示：「${around(node.value, index)}」。`,
    fix: `要加粗，写成 **${word}**；是空白处，写成 ${written.replaceAll('_', '\\_')}。`,
  };
}

/** The line of a text in which a place is. */
function around(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  return shortened(text.slice(Math.max(start, index - 20), end === -1 ? undefined : end));
}
