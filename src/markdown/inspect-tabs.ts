/** Cells copied from Excel: parted by tabs, which a page shows as one space. */
import type { Root } from 'mdast';
import { type BodyProblem, shortened } from './body-problem.ts';
import { readRows } from './csv-rows.ts';
import { pipeTable } from './pipe-table.ts';
import type { Source } from './source.ts';
import { type TabBlock, tabBlocks } from './tab-rows.ts';

/** What Word writes before the tab behind an automatic number, bullet or label. */
const WORD_MARK =
  /^(?:[一二三四五六七八九十百]{1,4}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}(?:\.\d{1,3})*[.．、)）]|\d{1,2}(?:\.\d{1,2}){1,3}|[①-⒛㈠-㈩]|[A-Za-z][.．、)）]|第[一二三四五六七八九十百\d]{1,5}[章节条款项]|[\p{So}·•●○◆◇■□▪►➢√\uf000-\uf0ff–—*-]|.*[：:](?:\d{1,3}[.．、)）])?)$/u;
const CONTENTS = /^[\s#*]*目\s*[录次][\s*]*$/u;
const PAGE = /^(?:[-–—] ?)?[\divxIVX]{1,4}(?: ?[-–—])?$/;

/** One problem for each table of such cells; `tree` as it was parsed. */
export function inspectTabs(tree: Root, source: Source): BodyProblem[] {
  return tabBlocks(tree, source).flatMap((block) => problem(block, source));
}

function problem(block: TabBlock, { lines }: Source): BodyProblem[] {
  const written = lines.slice(block.first - 1, block.last);
  const { rows, isRead } = rowsIn(written);
  const inner = rows.filter((row) => filled(row).length > 1);
  const width = inner[0]?.length ?? 0;
  const others = rows.filter((row) => !inner.includes(row) && row.length === width);
  if (inner.length === 0 || inner.length + others.length < 2) return [];
  const isContents = CONTENTS.test(above(lines, block.first));
  const texts = inner.filter((row) => isText(row, isContents));
  if (texts.length === inner.length) return [];
  const { first: line, last: lastLine } = block;
  const message = `从这一行起的 ${rows.length} 行像是从 Excel 粘贴来的，各格会连在一起。`;
  const right = pipeTable(rows.map((row) => row.map(inCell)));
  const isEven = rows.every((row) => row.length === width);
  const header = filled(rows[0] ?? []);
  const hasHeader = header.length > 1 && !WORD_MARK.test(header[0] ?? '');
  if (!isRead || !isEven || !hasHeader || !block.isWhole || texts.length > 0) {
    return [
      {
        line,
        lastLine,
        message,
        fix: `写成「${shortened(right[0] ?? '')}」这样的表格，第一行是表头，第二行是「| --- |」，每行的格数要一样，空的格也要留着；或者另存成 CSV 文件，用 .mdx 稿件的 <CsvTable> 组件。`,
      },
    ];
  }
  return [
    {
      line,
      lastLine,
      message,
      fix: `写成表格，每格之间用「|」：第一行「${shortened(right[0] ?? '')}」，第二行「${right[1]}」，下面每行一条。`,
      edit: { line, column: 0, was: written.join('\n'), becomes: right.join('\n') },
    },
  ];
}

function above(lines: readonly string[], line: number): string {
  return lines.slice(0, line - 1).findLast((text) => text.trim() !== '') ?? '';
}

/** Without the rows and the outer columns in which nothing stands. */
function rowsIn(written: readonly string[]): { rows: string[][]; isRead: boolean } {
  const read = readRows(written.join('\n'), '\t', 1);
  const isRead = !('problem' in read);
  const rows = isRead ? read.map(({ cells }) => cells) : written.map((text) => text.split('\t'));
  while (rows.length > 0 && rows.every(([first, second]) => second !== undefined && !first?.trim()))
    for (const row of rows) row.shift();
  while (rows.length > 0 && rows.every((row) => row.length > 1 && !row.at(-1)?.trim()))
    for (const row of rows) row.pop();
  return { rows, isRead };
}

function filled(row: readonly string[]): string[] {
  return row.map((cell) => cell.trim()).filter(Boolean);
}

/** A numbered line, one behind a label, one of a table of contents. */
function isText(row: readonly string[], isContents: boolean): boolean {
  const cells = filled(row);
  const [mark = '', ...rest] = cells;
  if (isContents && PAGE.test(rest.at(-1) ?? '')) return true;
  return cells.length === 2 && WORD_MARK.test(mark);
}

function inCell(text: string): string {
  return text
    .trim()
    .replaceAll(/(?<!\\)\|/g, '\\|')
    .replaceAll(/\s*\n\s*/g, '<br>');
}
