/** A table from a CSV file beside the article: its rows, and what staff must mend before it can be shown. */
import type { Issue } from '../model/issue.ts';
import { ruled } from '../model/rule.ts';
import type { Rule } from '../model/rule.ts';
import type { CsvRow } from './csv-rows.ts';
import { type SeparatedText, separate, separatorName } from './csv-separator.ts';
import { type CsvProblem, decodeCsv } from './csv-text.ts';

export const csvRule: Rule = {
  id: 'table/csv',
  level: 'stop',
  scope: 'file',
  title: 'CSV 表格文件',
  basis: '格数对不上的表格会让数字错位。',
};

export type CsvTable = { rows: string[][] } | { problems: CsvProblem[] };

/** Where one row is wrong many are, in the same way. */
const MOST_PROBLEMS = 5;

/** The rows of a CSV file, all of one length; the first is the header. */
export function readCsv(bytes: Uint8Array, size = bytes.length): CsvTable {
  const decoded = decodeCsv(bytes, size);
  if ('problem' in decoded) return { problems: [decoded.problem] };
  const table = separate(decoded.text);
  if ('problem' in table) return { problems: [table.problem] };
  const { rows } = table;
  if (rows.length < 2) return { problems: [rows.length === 0 ? EMPTY : WITHOUT_ROWS] };
  const title = titleProblem(table);
  if (title) return { problems: [title] };
  const problems = rows.flatMap((row) => rowProblem(row, table, decoded.text) ?? []);
  if (problems.length > 0) return { problems: problems.slice(0, MOST_PROBLEMS) };
  // Excel pads what it saves with columns of nothing.
  const width = Math.max(...rows.map(({ cells }) => usedLength(cells)));
  return {
    rows: rows.map(({ cells }) => Array.from({ length: width }, (_, at) => cells[at] ?? '')),
  };
}

/**
 * What staff must mend in a CSV file before it can be shown.
 * @param bytes of a file that is too large, its beginning is enough
 */
export function inspectCsv(bytes: Uint8Array, file: string, size = bytes.length): Issue[] {
  const table = readCsv(bytes, size);
  if ('rows' in table) return [];
  return table.problems.map((problem) => ruled(csvRule, { file, ...problem }));
}

const FORM = '第一行写表头，下面每行一条，各格之间用英文逗号分开。';
const EMPTY: CsvProblem = { message: '表格文件是空的。', fix: FORM };
const WITHOUT_ROWS: CsvProblem = { message: '表格文件里没有内容。', fix: FORM };

/** The number of cells up to the last that holds something. */
function usedLength(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '') + 1;
}

/** A first line of one cell above rows of several: the table's name, where its header should be. */
function titleProblem({
  rows: [header, ...rows],
  separator,
}: SeparatedText): CsvProblem | undefined {
  const wider = rows.find(({ cells }) => usedLength(cells) > 1);
  if (!header || header.cells.length > 1 || !wider) return undefined;
  return {
    line: header.line,
    message: `表格的第一行只有一格「${beginning(header.cells.join(''))}」，第 ${wider.line} 行却有 ${usedLength(wider.cells)} 格。`,
    fix: `第一行写各列的名称；表格的名称写在稿件的 caption="…" 里。如果那些${separatorName(separator)}是格子里的字，给每一格加上英文双引号。`,
  };
}

function rowProblem(
  { cells, line }: CsvRow,
  { rows, separator }: SeparatedText,
  text: string,
): CsvProblem | undefined {
  const expected = rows[0]?.cells.length ?? 0;
  const used = usedLength(cells);
  const name = separatorName(separator);
  if (cells.some((cell) => cell.includes('\n') && cell.endsWith(separator)))
    return { line, ...SWALLOWED };
  if (used > expected) {
    return {
      line,
      message: `表头只有 ${expected} 格，这一行有 ${used} 格：「${beginning(cells.join(separator))}」。`,
      fix: `第一行要写全各列的名称。如果某一格里本来就有${name}，给这一格加上英文双引号，例如 "1${separator}234"。`,
    };
  }
  if (cells.length >= expected) return undefined;
  if (cells.some((cell) => cell.includes('\n') && cell.includes(separator)))
    return { line, ...SWALLOWED };
  const other = otherSeparator(text.split('\n')[line - 1] ?? '', expected, separator);
  if (other === undefined) return undefined;
  return {
    line,
    message: `表头的各格用${name}分开，这一行却好像用${separatorName(other)}：「${beginning(cells.join(separator))}」。`,
    fix: `这一行也用${name}分开。如果${separatorName(other)}是格子里的字，给这一格加上英文双引号。`,
  };
}

const SWALLOWED: Pick<CsvProblem, 'message' | 'fix'> = {
  message: '表格文件里有一格以英文引号「"」开头，后面没有另一半，下面的行都算进了这一格。',
  fix: '补上另一半引号，或者改用中文引号“ ”。',
};

/** The separator under which a line has as many cells as the header. */
function otherSeparator(line: string, expected: number, separator: string): string | undefined {
  return OTHERS.find((other) => {
    if (other === separator || !line.includes(other)) return false;
    const read = separate(`sep=${other}\n${line}`);
    return 'rows' in read && read.separator === other && read.rows[0]?.cells.length === expected;
  });
}

const OTHERS = [',', '，', '\t', ';', '；'];

function beginning(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > 24 ? `${line.slice(0, 23)}…` : line;
}
