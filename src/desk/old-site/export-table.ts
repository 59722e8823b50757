/** What an old system hands over: a folder with one table of articles (CSV or JSON), and the files that they name. */
import { isUtf8 } from 'node:buffer';
import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** One article, by the names of the table's own columns. */
export type ExportRow = Readonly<Record<string, string>>;

export interface ExportTable {
  /** Name in the folder. */
  file: string;
  rows: ExportRow[];
  /** Names of its columns, in their order. */
  columns: string[];
}

export interface ExportProblem {
  message: string;
  fix: string;
}

const KINDS = new Set(['.csv', '.json', '.jsonl']);
const LARGEST = 500 * 1024 * 1024;
const FORM =
  'CSV 的第一行写列名：标题、正文、栏目、发布时间、来源、作者、网址；JSON 写成一个数组，每篇一个对象。';

/** @param folder absolute path */
export async function readExport(folder: string): Promise<ExportTable | ExportProblem> {
  const names = (await readdir(folder)).filter((name) => KINDS.has(extname(name).toLowerCase()));
  const [file, ...others] = names;
  if (file === undefined)
    return { message: '这个文件夹里没有稿件表（.csv 或 .json）。', fix: FORM };
  if (others.length > 0) {
    return {
      message: `这个文件夹里有 ${names.length} 个表：${names.join('、')}。`,
      fix: '只留下稿件表，其余的移到别处。',
    };
  }
  const path = join(folder, file);
  if ((await stat(path)).size > LARGEST) {
    return { message: `${file} 超过 500 MB。`, fix: '请分成几个文件夹，一批一批导入。' };
  }
  const text = decoded(await readFile(path));
  if (text === undefined) {
    return { message: `看不出 ${file} 里的文字是什么编码。`, fix: '请另存为 UTF-8 编码。' };
  }
  const rows = extname(file).toLowerCase() === '.csv' ? fromCsv(text) : fromJson(text);
  if ('problem' in rows) return { message: `${file} 读不懂：${rows.problem}`, fix: FORM };
  if (rows.length === 0) return { message: `${file} 里没有稿件。`, fix: FORM };
  return { file, rows, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))] };
}

function decoded(bytes: Buffer): string | undefined {
  try {
    const encoding = isUtf8(bytes) ? 'utf-8' : 'gb18030';
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

type Rows = ExportRow[] | { problem: string };

function fromCsv(text: string): Rows {
  try {
    return parse(text, {
      columns: (names: string[]) => names.map((name) => name.trim()),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    });
  } catch (error) {
    const line = error instanceof Error && 'lines' in error ? Number(error.lines) : undefined;
    return { problem: line === undefined ? '不是 CSV。' : `第 ${line} 行的引号没有成对。` };
  }
}

/** An array, an object that holds one, or a line for each article. */
function fromJson(text: string): Rows {
  let found: unknown;
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fromLines(text);
  }
  if (!Array.isArray(found) && typeof found === 'object' && found !== null) {
    found = Object.values(found).find((value) => Array.isArray(value)) ?? [found];
  }
  return Array.isArray(found) ? found.map(rowOf) : { problem: '里面不是一个数组。' };
}

function fromLines(text: string): Rows {
  const rows: ExportRow[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    try {
      rows.push(rowOf(JSON.parse(line)));
    } catch {
      return { problem: `第 ${index + 1} 行不是完整的 JSON。` };
    }
  }
  return rows;
}

function rowOf(value: unknown): ExportRow {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, field]): [string, string][] =>
      typeof field === 'string' || typeof field === 'number' ? [[name, String(field)]] : [],
    ),
  );
}
