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
  return {
    rows: withoutOuterBlanks(rows),
    isRead: isRead && !(isQuoted && NEEDLESS_QUOTES.test(written)),
  };
}

/** One cell of each row stays, so that its line does. */
function withoutOuterBlanks(rows: readonly string[][]): string[][] {
  const before = Math.min(
    ...rows.map((row) => {
      const index = row.findIndex((cell) => cell.trim() !== '');
      return index === -1 ? row.length - 1 : index;
    }),
  );
  const inner = rows.map((row) => row.slice(before));
  const behind = Math.min(
    ...inner.map((row) => {
      const index = row.findLastIndex((cell) => cell.trim() !== '');
      return index === -1 ? row.length - 1 : row.length - 1 - index;
    }),
  );
  return inner.map((row) => row.slice(0, row.length - Math.min(behind, row.length - 1)));
}
