/** The last net below all rules: text of the body that no reader would see. */
import type { Nodes, Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { type BodyProblem, shortened } from './body-problem.ts';
import { Source } from './source.ts';
import type { WrittenPiece } from './written-text.ts';

export const lostTextRule: Rule = {
  id: 'markdown/lost-text',
  level: 'stop',
  scope: 'text',
  title: '没有显示的文字',
  basis: '正文里的字一个也不能少。',
};

/** ASCII signs may be marks of Markdown, blanks are moved about; all other characters must be there. */
const NOT_COMPARED = /[\s\u0085!-/:-@[-`{-~]+/g;

/**
 * The lines whose characters are missing in what is shown.
 * @param tree what readers will see
 */
export function inspectLostText(
  written: readonly WrittenPiece[],
  tree: Root,
  body: string,
): BodyProblem[] {
  const shown = compared(shownText(tree));
  const all = compared(written.map(({ text }) => text).join(''));
  if (all === shown || endOfMatch(all, shown, 0) !== undefined) return [];
  const source = new Source(body);
  const problems: BodyProblem[] = [];
  let from = 0;
  for (const { line, text } of linesOf(written, source)) {
    const wanted = compared(text);
    // Far below, the same characters would be others.
    const end = endOfMatch(wanted, shown, from, wanted.length + 200);
    if (end === undefined) problems.push(lost(line, source.lines[line - 1] ?? text));
    else from = end;
  }
  return problems;
}

function lost(line: number, text: string): BodyProblem {
  return {
    line,
    message: `这一行「${shortened(text)}」里有文字没有显示出来。`,
    fix: '多半是「<」「[」「|」这样的符号被当成了标记：在它前面加反斜杠「\\」，或者换成全角的符号。',
  };
}

function* linesOf(
  written: readonly WrittenPiece[],
  source: Source,
): Generator<{ line: number; text: string }> {
  const lines = new Map<number, string>();
  for (const { offset, text } of written) {
    const { line } = source.placeOf(offset);
    for (const [index, row] of text.split('\n').entries())
      lines.set(line + index, (lines.get(line + index) ?? '') + row);
  }
  for (const [line, text] of lines) yield { line, text };
}

/** Where `wanted` ends when its characters are found in `shown` from an index on, in their order. */
function endOfMatch(
  wanted: string,
  shown: string,
  from: number,
  most = Infinity,
): number | undefined {
  const end = Math.min(shown.length, from + most);
  let at = from;
  for (let index = 0; index < wanted.length; index += 1, at += 1) {
    while (at < end && shown[at] !== wanted[index]) at += 1;
    if (at >= end) return undefined;
  }
  return at;
}

function compared(text: string): string {
  return text.replaceAll(NOT_COMPARED, '');
}

function shownText(tree: Root): string {
  const texts: string[] = [];
  collect(tree, texts);
  return texts.join('');
}

function collect(node: Nodes, texts: string[]): void {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') {
    texts.push(node.value);
  } else if (node.type === 'image' || node.type === 'imageReference') {
    texts.push(node.alt ?? '');
  } else if (node.type === 'table') {
    // Cells beyond those of the header are dropped, and named by `inspectTables`.
    for (const row of node.children) for (const cell of row.children) collect(cell, texts);
  } else if ('children' in node) {
    for (const child of node.children) collect(child, texts);
  }
}
