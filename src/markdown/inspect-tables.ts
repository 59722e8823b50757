/** Tables that were read, but not as staff meant them: cells that are not shown, a cell whose text went on below. */
import type { Root, Table, TableRow } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, lineOf, shortened } from './body-problem.ts';
import { hasOtherBars } from './inspect-table-bars.ts';
import { cellsOf, isDelimiters } from './pipe-table.ts';
import { isText } from './remark-table-text.ts';
import type { Source } from './source.ts';

export const tableRule: Rule = {
  id: 'table/cells',
  level: 'stop',
  scope: 'text',
  title: '表格的格子',
  basis: '多出的格子不会显示，对不上的格子会让数字错位。',
};

/** `tree` as it was parsed. */
export function inspectTables(tree: Root, source: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  visit(tree, 'table', (table) => {
    problems.push(...accident(table, source));
    problems.push(...splitCells(table, source), ...extraCells(table, source));
  });
  return problems;
}

/** Text above a line like `| --- |`. */
function accident({ children: [header] }: Table, { lines }: Source): BodyProblem[] {
  if (!header || !isText(header)) return [];
  const line = lineOf(header);
  return [
    {
      line,
      message: `「${shortened(lines[line - 1] ?? '')}」会成为表头，因为下一行是「${shortened(lines[line] ?? '')}」。`,
      fix: '要作表格，表头也用「|」隔开；不是表格，删掉下一行。',
    },
  ];
}

function extraCells({ align, children }: Table, { body }: Source): BodyProblem[] {
  const width = align?.length ?? 0;
  return children.flatMap((row): BodyProblem[] => {
    const extra = row.children.slice(width).filter(({ children: content }) => content.length > 0);
    if (extra.length === 0) return [];
    const cells = extra.map(({ children: content }) =>
      body.slice(content[0]?.position?.start.offset, content.at(-1)?.position?.end.offset),
    );
    return [
      {
        line: lineOf(row),
        message: `表格的这一行有 ${row.children.length} 格，表头只有 ${width} 格，多出的「${shortened(cells.join('｜'))}」不会显示。`,
        fix: `表头和它下面的「---」那一行也写成 ${row.children.length} 格；如果竖线是文字的一部分，写成「\\|」。`,
      },
    ];
  });
}

/** A line break in a cell ends the row; what was behind it begins the next. */
function splitCells(table: Table, { lines }: Source): BodyProblem[] {
  const textOf = (row: TableRow): string =>
    (lines[lineOf(row) - 1] ?? '').slice(columnOf(row)).trimEnd();
  const [header, ...rows] = table.children;
  if (!header || !/^\|.*\|$/.test(textOf(header))) return [];
  return rows.flatMap((row, index): BodyProblem[] => {
    const above = rows[index - 1];
    const text = textOf(row);
    if (!above || text.startsWith('|') || hasOtherBars(text, header.children.length)) return [];
    const first = textOf(above);
    const joined = joinedRow(first, text);
    const fits = cellsOf(joined).length === header.children.length;
    const isCertain = /^\|.*[^|]$/.test(first) && text.endsWith('|') && fits && columnOf(row) === 0;
    const becomes = isCertain ? joined : undefined;
    const below = rows.slice(index + 1, index + 1 + MOST_BETWEEN).map(textOf);
    const head = below.findIndex((line) => line.includes('|'));
    const isBetween = !text.includes('|') && head !== -1 && isDelimiters(below[head + 1] ?? '');
    if (isBetween && columnOf(row) === 0) {
      return [
        {
          line: lineOf(row),
          message: `「${shortened(text)}」夹在两张表格中间，下面那张表格会接到上面那张里。`,
          fix: `在「${shortened(text)}」上面空一行。`,
          edit: { line: lineOf(row), column: 0, was: text, becomes: `\n${text}` },
        },
      ];
    }
    const ownRow = `| ${text}${/(?<!\\)\|$/.test(text) ? '' : ' |'}`;
    return [
      {
        line: lineOf(row),
        message: `表格的这一行「${shortened(text)}」不是以「|」开头，会成为另一行，格子对不上。`,
        fix: fits
          ? `格子里要换行，就写 <br>，接在上一行的后面：「${shortened(joined)}」；要另起一行，在行首写「|」。`
          : `在行首写「|」：「${shortened(ownRow)}」，格数和表头一样；不是表格里的，上面空一行。`,
        ...(becomes && {
          edit: { line: lineOf(above), column: columnOf(above), was: `${first}\n${text}`, becomes },
        }),
      },
    ];
  });
}

/** The text goes into the last cell, be it closed already. */
function joinedRow(first: string, text: string): string {
  const open = first.replace(/\\$|(?<!\\)\|$/, '').trimEnd();
  return `${open}<br>${text}${/(?<!\\)\|$/.test(text) ? '' : ' |'}`;
}

/** Captions and notes between two tables, and the head of the second. */
const MOST_BETWEEN = 6;

function columnOf(row: TableRow): number {
  return (row.position?.start.column ?? 1) - 1;
}
