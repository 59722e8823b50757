/** Cells copied from Excel: parted by tabs, which a page shows as one space. Lists of Word are text, their bullets aside. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { type BodyProblem, shortened } from './body-problem.ts';
import { type CellBlock, joinBrokenCells } from './broken-cells.ts';
import { contentsLists } from './contents-list.ts';
import { drawsTable, PARTED } from './drawn-table.ts';
import { pipeTable } from './pipe-table.ts';
import type { Source } from './source.ts';
import { tabCells } from './tab-cells.ts';
import { tabBlocks } from './tab-rows.ts';
import { type Bullets, bulletsIn, inspectBullets } from './word-bullets.ts';
import { countsOn, isWordMark } from './word-marks.ts';

export const tabRule: Rule = {
  id: 'paste/tab-cells',
  level: 'stop',
  scope: 'text',
  title: '从 Excel 粘贴的表格',
  basis: '网页上制表符只是一个空格，各格会连在一起。',
};

/** The first cell of a table whose rows are numbered. */
const NUMBERS_HEADER = /^(?:序 *号|编 *号|项 *次|行 *次|次 *序|No\.?)$/i;

const QUOTE_OR_ITEM = /^[ \t>]*(?:[-*+][ \t]+)?/;

/** One problem for each table of such cells, and each line with a bullet; `tree` as it was parsed. */
export function inspectTabs(tree: Root, source: Source): BodyProblem[] {
  const contents = new Set(contentsLists(tree, source).flatMap(({ lines }) => lines));
  const blocks = tabBlocks(tree, source)
    .filter(({ first, last }) => !contents.has(first) || !contents.has(last))
    .map((block): CellBlock => {
      const written = source.lines.slice(block.first - 1, block.last);
      return {
        ...block,
        ...tabCells(
          written.map((text) => (block.isWhole ? text : text.replace(QUOTE_OR_ITEM, ''))),
        ),
      };
    });
  const bullets = bulletsIn(blocks.flatMap(({ rows }) => rows));
  const lists = blocks.filter(({ rows }) => isList(rows, bullets));
  const tables = joinBrokenCells(
    blocks.filter((block) => !lists.includes(block)),
    source,
  );
  return [
    ...lists.flatMap((block) => inspectBullets(block, bullets, source)),
    ...tables.flatMap((block) => tableProblem(block, bullets, source)),
  ];
}

/** Rows of which each is a mark or label and its text. */
function isList(rows: readonly string[][], bullets: Bullets): boolean {
  const pairs = rows.map(filled).filter((cells) => cells.length > 1);
  const marks = pairs.map(([mark = '']) => mark);
  if (pairs.length === 0) return false;
  if (pairs.every((pair) => isMarked(pair) || bullets.may(pair))) return true;
  return (
    countsOn(marks) && pairs.every((pair) => pair.length === 2 && /\p{L}/u.test(pair[1] ?? ''))
  );
}

/** Marks may follow one another: `附件：`, `1.`, and the text. */
function isMarked(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.slice(0, -1).every(isWordMark);
}

function tableProblem(
  { rows, isRead, first: line, last: lastLine, isWhole, broken }: CellBlock,
  bullets: Bullets,
  { lines }: Source,
): BodyProblem[] {
  const inner = rows.filter((row) => filled(row).length > 1);
  const width = inner[0]?.length ?? 0;
  const others = rows.filter((row) => !inner.includes(row) && row.length === width);
  // Markdown makes a list of the numbers below `序号`.
  const below = NUMBERS_HEADER.test(rows[0]?.[0] ?? '') ? rowsBelow(lines, lastLine) : 0;
  if (inner.length === 0 || inner.length + others.length + below < 2) return [];
  const right = pipeTable(rows.map((row) => row.map(inCell)));
  const mayDraw =
    isRead &&
    isWhole &&
    rows.every((row) => row.length === width) &&
    hasHeader(rows, inner, bullets);
  const isDrawn = mayDraw && drawsTable(right, { lines, first: line, last: lastLine });
  const certain = `写成表格，每格之间用「|」：第一行「${shortened(right[0] ?? '')}」，第二行「${right[1]}」，下面每行一条。`;
  const unsure = `写成「${shortened(right[0] ?? '')}」这样的表格，第一行是表头，第二行是「| --- |」，每行的格数要一样，空的格也要留着；或者另存成 CSV 文件，用 .mdx 稿件的 <CsvTable> 组件。`;
  const inOneCell = broken === undefined ? '' : brokenWords(rows, broken, right);
  const meets = meetsTable(lines, lastLine);
  const written = lines.slice(line - 1, lastLine).join('\n');
  return [
    {
      line,
      lastLine: lastLine + below,
      message: `从这一行起的 ${rows.length + below} 行像是从 Excel 粘贴来的，各格会连在一起。`,
      fix:
        (mayDraw ? certain : unsure) + inOneCell + (mayDraw && (!isDrawn || meets) ? PARTED : ''),
      ...(isDrawn && {
        edit: {
          line,
          column: 0,
          was: written,
          becomes: [...right, ...(meets ? [''] : [])].join('\n'),
        },
      }),
    },
  ];
}

/** Whether text right below leads on to another table: once both are drawn, all of it would be one. */
function meetsTable(lines: readonly string[], last: number): boolean {
  for (let next = last; ; next += 1) {
    const text = (lines[next] ?? '').trim();
    if (text === '') return false;
    if (/^[|｜]|\t/u.test(text)) return true;
  }
}

/** What to do with the lines that may be of one cell. */
function brokenWords(rows: readonly string[][], broken: number, right: readonly string[]): string {
  const [, below = ''] = rows[broken]?.at(-1)?.split('\n') ?? [];
  const row = right[broken && broken + 1] ?? '';
  return `「${shortened(below)}」如果也在上一行的最后一格里，用「<br>」接起来：「${shortened(row)}」；如果不是表格里的，它的上面空一行。`;
}

function rowsBelow(lines: readonly string[], last: number): number {
  let count = 0;
  while (lines[last + count]?.trim().includes('\t')) count += 1;
  return count;
}

/** Whether the first row names the columns, and no row below is text that only stands beside the table. */
function hasHeader(
  rows: readonly string[][],
  inner: readonly string[][],
  bullets: Bullets,
): boolean {
  const header = filled(rows[0] ?? []);
  if (header.length < 2) return false;
  const [first = ''] = header;
  if (NUMBERS_HEADER.test(first)) return true;
  const marks = inner.map((row) => filled(row)[0] ?? '');
  if (isWordMark(first) || marks[1] === first) return false;
  if (marks.length > 1 && countsOn(marks)) return false;
  return !inner.some((row) => isMarked(filled(row)) || bullets.is(filled(row)));
}

function filled(row: readonly string[]): string[] {
  return row.map((cell) => cell.trim()).filter(Boolean);
}

function inCell(text: string): string {
  return text
    .trim()
    .replaceAll(/(?<!\\)\|/g, '\\|')
    .replaceAll(/\s*\n\s*/g, '<br>');
}
