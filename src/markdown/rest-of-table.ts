/** Rows of a table that an empty line cut off: they are no second table, and none of them is its head. */
import type { BodyProblem } from './body-problem.ts';
import { drawsTable } from './drawn-table.ts';
import type { Row } from './paragraph-rows.ts';
import { cellsOf, pipeTable } from './pipe-table.ts';
import type { Source } from './source.ts';

/** How many cells a row has, by the line on which a table ends. */
export type TableEnds = Map<number, number>;

/**
 * Undefined for rows that come behind no table.
 * @param rows without a row of dashes
 * @param ends of the tables above; that of a rest which is to be joined to one is added
 */
export function restOfTable(
  rows: readonly Row[],
  ends: TableEnds,
  { lines }: Source,
): BodyProblem | undefined {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || rows.some(({ column }) => column > 0)) return undefined;
  let above = first.line - 1;
  while (above > 0 && lines[above - 1]?.trim() === '') above -= 1;
  const width = ends.get(above);
  if (width === undefined || above === first.line - 1) return undefined;
  const cells = rows.map(({ text }) => cellsOf(text.replaceAll('｜', '|')));
  const [own, delimiters] = pipeTable(cells);
  const another = `要另作一个表格，前两行写成「${own}」和「${delimiters}」。`;
  const message = '从这一行起的表格和上面的表格之间隔着空行，没有认出来，会原样显示。';
  const odd = cells.find((each) => each.length !== width);
  if (odd) {
    return {
      line: first.line,
      message,
      fix: `要接在上面的表格里，删掉空行，每行写成和它一样的 ${width} 格；${another}`,
    };
  }
  ends.set(last.line, width);
  const table = pipeTable(cells);
  return {
    line: first.line,
    message,
    fix: `删掉空行，它就接在上面的表格里；${another}`,
    ...(drawsTable(table, { lines, first: first.line, last: last.line }) && {
      edit: {
        line: above + 1,
        column: 0,
        was: lines.slice(above, last.line).join('\n'),
        becomes: table.toSpliced(1, 1).join('\n'),
      },
    }),
  };
}
