/** The cells of neighbouring lines with tabs. */
import { readRows } from './csv-rows.ts';

export interface TabCells {
  /** Without the rows and the outer columns in which nothing stands. */
  rows: string[][];
  /** Whether it is certain that these are the cells, with nothing lost. */
  isRead: boolean;
}

/** Excel puts a cell between quotation marks when it holds a line break, a tab or a quotation mark, and no other. */
const NEEDLESS_QUOTES = /(?:^|\t)"[^"\t\n]*"(?=\t|$)/m;
const EXCEL_QUOTES = /(?:^|\t)"(?:[^"]|"")*(?:\n|"")/m;
/** A line break of Markdown's, which a cell cannot hold. */
const LAST_BACKSLASH = /\\[ \t]*(?:[\t\n]|$)/;

export function tabCells(lines: readonly string[]): TabCells {
  const written = lines.join('\n');
  const isQuoted = EXCEL_QUOTES.test(written);
  const read = isQuoted ? readRows(written, '\t', 1) : undefined;
  const isRead = (read === undefined || !('problem' in read)) && !LAST_BACKSLASH.test(written);
  const rows =
    read && !('problem' in read)
      ? read.map(({ cells }) => cells)
      : lines
          .filter((text) => text.trim() !== '')
          .map((text) => text.split('\t').map((cell) => cell.trim()));
  while (rows.length > 0 && rows.every(([first, second]) => second !== undefined && !first?.trim()))
    for (const row of rows) row.shift();
  while (rows.length > 0 && rows.every((row) => row.length > 1 && !row.at(-1)?.trim()))
    for (const row of rows) row.pop();
  return { rows, isRead: isRead && !(isQuoted && NEEDLESS_QUOTES.test(written)) };
}
