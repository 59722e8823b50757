/** `**`, `* *` and `__` that found no partner: readers would see them. */
import type { Root, Text } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { signsInAddresses } from './bare-address.ts';
import { editWithin } from './body-edit.ts';
import { isBetweenBlanks } from './bold-underscores.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { endsInNameToMask } from './masked-name.ts';
import { type Hiding, hidesAlone, hidesBefore } from './masked-words.ts';

export const boldRule: Rule = {
  id: 'markdown/bold',
  level: 'stop',
  scope: 'text',
  title: '没有成对的加粗符号',
  basis: '没有成对的符号会原样显示给读者。',
};

const LEFT_OVER = /(?<!\*)\*{2,4}(?!\*)/g;
const BLANK_OR_BOLD = /(?<![\w_])__(\p{Script=Han}{2})__(?![\w_])/u;
const PARTED = /(?<!\*)\*(?:[ \u3000]{1,9}\*)+(?!\*)/g;
const PARTED_PAIR = /^\*[ \u3000]{1,9}\*([^*\n]{1,200})\*[ \u3000]{1,9}\*(?!\*)/;
const ASCII_WORD = /^[\dA-Za-z]$/;

/** @param tree as it was parsed, while lines are still what was written */
export function inspectBold(tree: Root, body: string): BodyProblem[] {
  if (!/\*\*|__|\*[ \u3000]+\*/.test(body)) return [];
  const problems: BodyProblem[] = [];
  visit(tree, 'text', (node, _index, parent) => {
    // `<https://…/**Notice**>`
    if (parent?.type === 'link' && parent.url === node.value) return;
    if (node.value.includes('*') && !isEscaped(node, body, '*')) {
      problems.push(...leftOver(node), ...parted(node, body));
    }
    const blank = BLANK_OR_BOLD.exec(node.value);
    if (blank && !isEscaped(node, body, '_') && !isBlank(node.value, blank))
      problems.push(blankOrBold(node, blank));
  });
  return problems;
}

/** Whether somebody has said that the signs are to be seen. */
function isEscaped(node: Text, body: string, sign: string): boolean {
  const source = body.slice(node.position?.start.offset, node.position?.end.offset);
  return source.includes(`\\${sign}`) || source.includes('&');
}

/** The first of each line that hides nothing for certain. */
function leftOver(node: Text): BodyProblem[] {
  const { value } = node;
  const found = new Map<number, BodyProblem>();
  const isInAddress = signsInAddresses(value);
  for (const { 0: sign, index } of value.matchAll(LEFT_OVER)) {
    if (isInAddress(index)) continue;
    const hiding = hides(sign, value.slice(0, index), value.slice(index + sign.length));
    const line = lineOf(node) + lineBreaks(value, index);
    const known = found.get(line);
    if (hiding === 'sure' || (known && (known.level === undefined || hiding))) continue;
    const quoted = around(value, index);
    const problem = isInAddress(index - 1)
      ? behindAddress(line, sign, value.slice(0, index + sign.length))
      : unpaired(line, sign, quoted, hiding === 'perhaps');
    found.set(line, problem);
  }
  return [...found.values()];
}

function hides(sign: string, before: string, after: string): Hiding {
  const isNumber = ASCII_WORD.test(before.at(-1) ?? '') && ASCII_WORD.test(after[0] ?? '');
  if (isNumber || endsInNameToMask(before.slice(-12))) return 'sure';
  if (sign.length > 2 && hidesAlone(before.slice(-1), after.slice(0, 1))) return 'sure';
  const isLineStart = /(?:^|\n)\s*$/.test(before.slice(-20));
  // `**：您好`, `填写：***（单位）`
  const mayHide = isLineStart ? /^[：，、]/u.test(after) : sign.length > 2;
  return hidesBefore(before.slice(-1), after.slice(0, 12)) ?? (mayHide ? 'perhaps' : undefined);
}

function unpaired(line: number, sign: string, quoted: string, mayHide: boolean): BodyProblem {
  const hidden = `是隐去的字，写成「××」或 ${sign.replaceAll('*', '\\*')}；`;
  if (mayHide) {
    return {
      line,
      level: 'warn',
      message: `「${sign}」会原样显示：「${quoted}」。`,
      fix: `${hidden}要加粗，前后都写「**」，例如 **重点**。`,
    };
  }
  return {
    line,
    message: `「${sign}」没有成对，会原样显示：「${quoted}」。`,
    fix: `${hidden}要加粗，前后都写「**」，例如 **重点**；都不是，就删掉。`,
  };
}

/** `https://…/**Notice**`: the first run may be a part of the address, or bold type begins with it. */
function behindAddress(line: number, sign: string, before: string): BodyProblem {
  const address = /[!-;=?-~]*$/.exec(before)?.[0] ?? sign;
  return {
    line,
    message: `「${sign}」和网址连在一起，分不清是不是网址的一部分：「${shortened(address)}」。`,
    fix: `是网址的一部分，把整个网址放在尖括号里，写成 <${address}>；是加粗的符号，在网址和「${sign}」之间空一格。`,
  };
}

/** `* *不走过场* *`: the stars of bold type, parted by spaces. */
function parted(node: Text, body: string): BodyProblem[] {
  const { value } = node;
  const problems: BodyProblem[] = [];
  let passed = 0;
  for (const { 0: written, index } of value.matchAll(PARTED)) {
    if (index < passed) continue;
    passed = index + written.length;
    const [whole, inside = ''] = PARTED_PAIR.exec(value.slice(index)) ?? [];
    const right = `**${inside.trim() || '重点'}**`;
    const edit = whole === undefined ? undefined : editWithin(body, node, whole, right);
    if (whole !== undefined) passed = index + whole.length;
    problems.push({
      line: lineOf(node) + lineBreaks(value, index),
      message: `「${shortened(whole ?? written)}」的星号中间有空格，会原样显示。`,
      fix: `要加粗，写成 ${shortened(right)}；是隐去的字，写成「××」。`,
      ...(edit && { edit }),
    });
  }
  return problems;
}

function lineBreaks(text: string, end: number): number {
  return text.slice(0, end).split('\n').length - 1;
}

/** `第__页共__页` */
function isBlank(value: string, { 0: written, 1: word = '', index }: RegExpExecArray): boolean {
  return isBetweenBlanks(word, value.slice(index + written.length)) || value[index - 1] === '第';
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
