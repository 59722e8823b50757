/** A table as Markdown writes it. */

export type Alignment = 'left' | 'right' | 'center' | undefined;

/**
 * The lines of a table; its first row is the header.
 * @param rows cells as Markdown; rows that are too short are filled up
 */
export function pipeTable(
  rows: readonly (readonly string[])[],
  alignments: readonly Alignment[] = [],
): string[] {
  const [header = [], ...body] = rows;
  const width = header.length;
  const delimiters = header.map((_, column) => DELIMITERS[alignments[column] ?? 'none']);
  return [header, delimiters, ...body].map((cells) => {
    const missing = Array.from({ length: Math.max(0, width - cells.length) }, () => '');
    return `| ${[...cells, ...missing].join(' | ')} |`;
  });
}

const DELIMITERS = { left: ':--', right: '--:', center: ':-:', none: '---' };

/** The cells between the pipes of a line, trimmed; the outer pipes may be missing. */
export function cellsOf(line: string): string[] {
  const cells = line
    .trim()
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.at(-1) === '') cells.pop();
  return cells;
}

const DASHES = /[-\u2010-\u2015\u2212\uff0d\uff3f_]/u;
const DASHED_ROW = /^\|?(?:\s*[:：]?[-\u2010-\u2015\u2212\uff0d\uff3f_]+[:：]?\s*\|?)+$/u;

/** Whether a line, its bars in ASCII, is the row of dashes below a header; the dashes may be of any kind. */
export function isDelimiters(line: string): boolean {
  return line.includes('|') && DASHES.test(line) && DASHED_ROW.test(line);
}
