/** Rows of a table whose cells are parted by bars of full width or tabs, which Markdown does not know. */
import type { Root, Table } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { cellsOf, isDelimiters, pipeTable } from './pipe-table.ts';
import type { Source } from './source.ts';

export const tableBarRule: Rule = {
  id: 'table/bar',
  level: 'stop',
  scope: 'text',
  title: '表格的竖线',
  basis: '不是英文竖线的，分不出格子。',
};

/** `tree` as it was parsed. */
export function inspectTableBars(tree: Root, source: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, 'table', (table) => {
    if (table.position?.start.column === 1) problems.push(...oddRows(table, source));
  });
  return problems;
}

function oddRows(table: Table, { lines }: Source): BodyProblem[] {
  const width = table.children[0]?.children.length ?? 0;
  const begin = lineOf(table) + 2;
  const end = table.position?.end.line ?? begin;
  const problems: BodyProblem[] = [];
  for (let line = begin; (lines[line - 1] ?? '').trim() !== ''; line += 1) {
    const text = lines[line - 1] ?? '';
    // What is below is text, unless it begins as a row does.
    if (line > end && !/^[ \t]*｜/u.test(text)) break;
    // Another table, which stands right below.
    if ([text, lines[line] ?? ''].some((row) => isDelimiters(row.replaceAll('｜', '|')))) break;
    if (!hasOtherBars(text, width)) continue;
    const [right = ''] = pipeTable([withOtherBars(text)]);
    const isCertain = !text.includes('|');
    problems.push({
      line,
      message: `表格的这一行「${shortened(text)}」没有用英文的竖线「|」，分不出格子。`,
      fix: `写成「${shortened(right)}」${isCertain ? '' : '；如果「｜」是文字，补上这一行缺的空格子'}。`,
      ...(isCertain && { edit: { line, column: 0, was: text, becomes: right } }),
    });
  }
  return problems;
}

/** Whether such signs part a row into the cells of its table, and `|` does not. */
export function hasOtherBars(text: string, width: number): boolean {
  if (!/[｜\t]/u.test(text) || cellsOf(text).length >= width) return false;
  return withOtherBars(text).length === width;
}

function withOtherBars(text: string): string[] {
  return cellsOf(text.replaceAll(/[｜\t]/gu, '|'));
}
