/** Data kept as JSON between builds, under a sum: a letter that a disk exchanged would be believed, and published. */
import { readFileSync } from 'node:fs';
import { shortDigest } from './digest.ts';
import { writeAtomically } from './write-atomically.ts';

/** The first line is the sum of the rest. */
export async function writeKept(file: string, data: unknown): Promise<void> {
  const text = JSON.stringify(data);
  await writeAtomically(file, `${sumOf(text)}\n${text}`);
}

/** What was kept; undefined when there is nothing, or something else than was written. */
export function readKept(file: string): unknown {
  const content = readWhole(file);
  return content && parsed(content.toString());
}

/** So many rows a line: fewer lines are read faster, and no line is as long as a string can be. */
const ROWS_A_LINE = 40;

/** The same for what may be a hundred thousand rows, which as one text would take several times their memory. */
export async function writeKeptRows(
  file: string,
  head: unknown,
  rows: readonly unknown[],
  options: { isDurable?: boolean } = {},
): Promise<void> {
  const lines = [Buffer.from(JSON.stringify(head))];
  for (let start = 0; start < rows.length; start += ROWS_A_LINE) {
    lines.push(Buffer.from(`\n${JSON.stringify(rows.slice(start, start + ROWS_A_LINE))}`));
  }
  const content = Buffer.concat(lines);
  lines.length = 0;
  const sum = Buffer.from(`${sumOf(content)}\n`);
  await writeAtomically(file, Buffer.concat([sum, content]), options);
}

/** Head and rows as they were written; undefined as with `readKept`. */
export function readKeptRows(file: string): { head: unknown; rows: unknown[] } | undefined {
  const content = readWhole(file);
  if (!content) return undefined;
  let head: unknown;
  const rows: unknown[] = [];
  for (let start = 0; start <= content.length;) {
    const found = content.indexOf('\n', start);
    const end = found < 0 ? content.length : found;
    const line = parsed(content.toString('utf8', start, end));
    if (line === undefined) return undefined;
    if (start === 0) head = line;
    else if (Array.isArray(line)) for (const row of line) rows.push(row);
    else return undefined;
    start = end + 1;
  }
  return { head, rows };
}

/** What stands under its sum. */
function readWhole(file: string): Buffer | undefined {
  let content: Buffer;
  try {
    content = readFileSync(file);
  } catch {
    return undefined;
  }
  const end = content.indexOf('\n');
  const rest = content.subarray(end + 1);
  return content.toString('latin1', 0, end) === sumOf(rest) ? rest : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function sumOf(text: string | Uint8Array): string {
  return shortDigest(text, 16);
}
