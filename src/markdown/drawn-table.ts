/** Whether lines that a remedy writes become the table that was meant, where they are to stand. */
import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';

const gfm = remark().use(remarkGfm).freeze();

/** Lines of one paragraph or table that lie above; no more are looked at. */
const MOST_LINES_ABOVE = 100;

/** What is parsed for one body; the tables behind it are to be parted from their lines, which needs no look. */
const MOST_CHARACTERS = 50_000;
const LONGEST_TABLE = 200_000;
const parsed = new WeakMap<readonly string[], number>();

/**
 * Judged by the parser: a list or table above may take the lines in, one with bars below would become one more row, a
 * bar may lie within code.
 * @param drawn header, dashes, rows
 * @param place the body's lines, the same array for all of its tables, and the 1-based lines of those that give way
 */
export function drawsTable(
  drawn: readonly string[],
  { lines, first, last }: { lines: readonly string[]; first: number; last: number },
): boolean {
  if (drawn.some((line) => /`[^`|]*\|[^`]*`/.test(line) || /(?<!\\)\\[ \t]*\|?$/.test(line)))
    return false;
  const below = lines[last];
  const above = lines.slice(Math.max(0, first - 1 - MOST_LINES_ABOVE), first - 1);
  const near = above.slice(above.findLastIndex((text) => text.trim() === '') + 1);
  const text = [...near, ...drawn, below ?? ''].join('\n');
  const before = parsed.get(lines) ?? 0;
  if (before >= MOST_CHARACTERS || text.length > LONGEST_TABLE) return false;
  parsed.set(lines, before + text.length);
  const tree: Root = gfm.parse(text);
  const table = tree.children.find(({ position }) => position?.start.line === near.length + 1);
  if (table?.type !== 'table') return false;
  const [header, ...rows] = table.children;
  const own = rows.slice(0, drawn.length - 2);
  const isEven = own.every((row) => row.children.length === header?.children.length);
  // A line without bars is taken for a row, too, and made text again.
  const isWhole = rows.length === own.length || !/[|｜\t]/u.test(below ?? '');
  return own.length === drawn.length - 2 && isEven && isWhole;
}

/** What a remedy adds where nothing else keeps the lines from being a table. */
export const PARTED = '表格的上面、下面各空一行。';
