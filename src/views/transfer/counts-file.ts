/** Counts as a file: CSV for a spreadsheet, JSON for programs, SQL for `wrangler d1 execute`. */
import { parse } from 'csv-parse/sync';
import { SCHEMA } from '../stores/sql.ts';
import type { Numbers } from './archive.ts';

/** A line of a file that holds no count. */
export interface WrongLine {
  line: number;
  text: string;
}

export interface CountsFile {
  /** What stands in the first column (an id, or an address of the old site) and its views. */
  rows: { name: string; views: number; line: number }[];
  wrong: WrongLine[];
}

const WRITERS: Record<string, (numbers: Numbers) => string> = {
  csv: (numbers) => ['id,views', ...[...numbers].map(([id, n]) => `${id},${n}`), ''].join('\n'),
  json: (numbers) => `${JSON.stringify(Object.fromEntries(numbers), null, 2)}\n`,
  sql: (numbers) =>
    [
      `${SCHEMA};`,
      ...[...numbers].map(
        ([id, n]) =>
          `INSERT INTO views VALUES ('${id.replaceAll("'", "''")}', ${n}) ON CONFLICT (id) DO UPDATE SET n = n + excluded.n;`,
      ),
      '',
    ].join('\n'),
};

export const COUNTS_FORMATS = Object.keys(WRITERS);

/** The text of a counts file, sorted by id; `undefined` for a format there is none of. */
export function writeCounts(numbers: Numbers, format: string): string | undefined {
  const sorted = new Map([...numbers].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return WRITERS[format]?.(sorted);
}

/** Reads CSV (two columns, a heading or none) or, where it begins with `{`, JSON. */
export function readCounts(text: string): CountsFile {
  const result: CountsFile = { rows: [], wrong: [] };
  for (const [index, { line, cells }] of linesOf(text).entries()) {
    const [name = '', written] = cells;
    const views = parseViews(written);
    if (views !== undefined && name !== '') result.rows.push({ name: String(name), views, line });
    else if (index > 0 || /\d/.test(String(written))) {
      result.wrong.push({ line, text: [name, written].join(',') });
    }
  }
  return result;
}

/** What csv-parse gives with `info: true`; its types do not tell. */
interface CsvLine {
  info: { lines: number };
  record: string[];
}

function linesOf(text: string): { line: number; cells: unknown[] }[] {
  if (text.trimStart().startsWith('{')) {
    const entries = Object.entries(JSON.parse(text) as Record<string, unknown>);
    return entries.map((cells, index) => ({ line: index + 2, cells }));
  }
  const how = { bom: true, relax_column_count: true, trim: true, skip_empty_lines: true };
  const lines = parse(text, { ...how, info: true }) as unknown as CsvLine[];
  return lines.map(({ info, record }) => ({ line: info.lines, cells: record }));
}

/** `1,234` of a spreadsheet is a number too. */
function parseViews(written: unknown): number | undefined {
  const digits = String(written ?? '').replaceAll(',', '');
  const views = /^\d+$/.test(digits) ? Number(digits) : Number.NaN;
  return Number.isSafeInteger(views) ? views : undefined;
}
