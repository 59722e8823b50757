/** The rows of a body that belong to paragraphs, as they were written. */
import type { Paragraph, Root } from 'mdast';
import { visit } from './visit.ts';
import type { Source } from './source.ts';

export interface Row {
  /** 1-based line in the body. */
  line: number;
  /** 0-based offset in that line at which `text` begins: behind list markers and quotation marks. */
  column: number;
  /** To the end of the line. */
  text: string;
}

/** The rows of one paragraph; `tree` as it was parsed. */
export function rowsOf({ position }: Paragraph, { lines }: Source): Row[] {
  if (!position) return [];
  const rows: Row[] = [];
  for (let { line } = position.start; line <= position.end.line; line += 1) {
    const whole = lines[line - 1] ?? '';
    const isFirst = line === position.start.line;
    const column = isFirst ? position.start.column - 1 : (/^[ \t>]*/.exec(whole)?.[0].length ?? 0);
    rows.push({ line, column, text: whole.slice(column) });
  }
  return rows;
}

/** Every paragraph's rows, in the order of the body. */
export function paragraphRows(tree: Root, source: Source): Row[][] {
  const found: Row[][] = [];
  visit(tree, 'paragraph', (paragraph) => {
    found.push(rowsOf(paragraph, source));
  });
  return found;
}
