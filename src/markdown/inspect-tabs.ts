/** Cells copied from Excel: parted by tabs, which a page shows as one space. */
import type { Root } from 'mdast';
import { type BodyProblem, shortened } from './body-problem.ts';
import { runsOf } from './inspect-unread-tables.ts';
import { paragraphRows, type Row } from './paragraph-rows.ts';
import { pipeTable } from './pipe-table.ts';
import type { Source } from './source.ts';

/** One problem for each run of lines with tabs inside; `tree` as it was parsed. */
export function inspectTabs(tree: Root, source: Source): BodyProblem[] {
  return paragraphRows(tree, source).flatMap((rows) =>
    runsOf(
      rows.map((row) => whole(row, source)),
      hasCells,
    )
      .filter((run) => run.length > 1)
      .map(problem),
  );
}

/** With the tabs at its beginning, which are empty cells, where nothing but blanks stands before it. */
function whole(row: Row, { lines }: Source): Row {
  const line = lines[row.line - 1] ?? '';
  return line.slice(0, row.column).trim() === '' ? { ...row, column: 0, text: line } : row;
}

function hasCells({ text }: Row): boolean {
  return text.trim().includes('\t');
}

function problem(rows: readonly Row[]): BodyProblem {
  const line = rows[0]?.line ?? 1;
  const cells = cellsIn(rows);
  const width = cells[0]?.length ?? 0;
  const message = `从这一行起的 ${rows.length} 行像是从 Excel 粘贴来的，各格会连在一起。`;
  if (cells.some((row) => row.length !== width) || rows.some(({ column }) => column !== 0)) {
    return {
      line,
      message,
      fix: `写成「${pipeTable(cells)[0]}」这样的表格，每行的格数要一样，空的格也要留着；或者另存成 CSV 文件，用 .mdx 稿件的 <CsvTable> 组件。`,
    };
  }
  const right = pipeTable(cells);
  return {
    line,
    message,
    fix: `写成表格，每格之间用「|」：第一行「${shortened(right[0] ?? '')}」，第二行「${right[1]}」，下面每行一条。`,
    edit: {
      line,
      column: 0,
      was: rows.map(({ text }) => text).join('\n'),
      becomes: right.join('\n'),
    },
  };
}

function cellsIn(rows: readonly Row[]): string[][] {
  const isIndented = rows.every(({ text }) => text.startsWith('\t'));
  return rows.map(({ text }) =>
    (isIndented ? text.slice(1) : text)
      .split('\t')
      .map((cell) => cell.trim().replaceAll(/(?<!\\)\|/g, '\\|')),
  );
}
