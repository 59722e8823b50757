/** The rows of a CSV text under one separator, with the lines on which they stand. */
import { CsvError, parse } from 'csv-parse/sync';
import type { CsvProblem } from './csv-text.ts';

export interface CsvRow {
  /** Trimmed. */
  cells: string[];
  /** 1-based line on which the row begins. */
  line: number;
}

/** Five thousand rows of ten cells: more makes a page that no phone can show. */
export const MAX_CELLS = 50_000;
/** Longer rows come from a quotation mark that is not closed. */
const MAX_ROW = 100_000;

/**
 * Rows without any text are left out. Text that begins with = + - @ is text.
 * @param firstLine the text's place in its file
 */
export function readRows(
  text: string,
  separator: string,
  firstLine: number,
): CsvRow[] | { problem: CsvProblem } {
  const rows: CsvRow[] = [];
  let cellCount = 0;
  let lastLine = firstLine - 1;
  const keep = (cells: readonly string[], { lines }: { lines: number }): null => {
    const end = firstLine - 1 + lines;
    const breaks = cells.join('').split('\n').length - 1;
    cellCount += cells.length;
    if (cellCount > MAX_CELLS) throw new RangeError();
    rows.push({ cells: cells.map(cellText), line: end - breaks });
    lastLine = end;
    return null;
  };
  try {
    parse(text, {
      delimiter: separator,
      recordDelimiter: '\n',
      maxRecordSize: MAX_ROW,
      onRecord: keep,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: true,
      skipRecordsWithEmptyValues: true,
      trim: true,
    });
  } catch (error) {
    if (error instanceof RangeError) return { problem: TOO_MANY_CELLS };
    if (!(error instanceof CsvError)) throw error;
    return { problem: { line: lastLine + 1, ...quoteProblem(error) } };
  }
  return rows;
}

/** Excel's way to keep the zeros of 0012 is a formula: `="0012"`. */
function cellText(cell: string): string {
  const kept = /^="((?:[^"]|"")*)"$/.exec(cell.trim());
  return (kept?.[1]?.replaceAll('""', '"') ?? cell).trim();
}

const TOO_MANY_CELLS: CsvProblem = {
  message: `表格超过 ${MAX_CELLS} 格，手机上打不开这样的页面。`,
  fix: '页面上只放主要的几列几行，另存成一个小的表格；完整的表格做成附件。',
};

function quoteProblem({ code }: CsvError): CsvProblem {
  if (code === 'CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE') {
    return {
      message: '表格文件里有一格以英文引号「"」开头，引号合上以后还有字。',
      fix: '引号也要显示的，改用中文引号“ ”；不要显示的，删掉这一对引号。',
    };
  }
  return {
    message: '表格文件里有一格以英文引号「"」开头，后面没有另一半。',
    fix: '补上另一半引号，或者改用中文引号“ ”。',
  };
}
