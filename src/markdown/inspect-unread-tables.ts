/** Lines that were meant as a table and stayed text. */
import type { Root } from 'mdast';
import type { Rule } from '../model/rule.ts';
import { visit } from './visit.ts';
import { type BodyProblem, shortened } from './body-problem.ts';
import { drawsTable, PARTED } from './drawn-table.ts';
import { paragraphRows, type Row } from './paragraph-rows.ts';
import { type Alignment, cellsOf, isDelimiters, pipeTable } from './pipe-table.ts';
import { restOfTable, type TableEnds } from './rest-of-table.ts';
import type { Source } from './source.ts';

export const unreadTableRule: Rule = {
  id: 'table/unread',
  level: 'stop',
  scope: 'text',
  title: '没有认出的表格',
  basis: '没有认出的表格会原样显示。',
};

/** One problem for each run of such lines; `tree` as it was parsed. */
export function inspectUnreadTables(tree: Root, source: Source): BodyProblem[] {
  const problems: BodyProblem[] = [];
  const ends = tableEnds(tree);
  for (const rows of paragraphRows(tree, source)) {
    if (!rows.some(({ text }) => /[|｜]/u.test(text))) continue;
    const hasDelimiters = rows.some(({ text }) => isDelimiters(withPipes(text)));
    const isRow = ({ text }: Row): boolean => {
      const line = withPipes(text);
      return hasDelimiters ? line.includes('|') : /^\|.*\|/.test(line);
    };
    for (const run of runsOf(rows, isRow)) {
      const rest = hasDelimiters ? undefined : restOfTable(run, ends, source);
      problems.push(...(rest ? [rest] : unread(run, source)));
    }
  }
  return problems;
}

/** Of the tables that stand in no list and no quotation. */
function tableEnds(tree: Root): TableEnds {
  const ends: TableEnds = new Map();
  visit(tree, 'table', ({ position, children }) => {
    if (position?.start.column !== 1) return;
    ends.set(position.end.line, children[0]?.children.length ?? 0);
  });
  return ends;
}

/** The longest runs of neighbouring rows that are alike. */
export function runsOf(rows: readonly Row[], isAlike: (row: Row) => boolean): Row[][] {
  const runs: Row[][] = [];
  let open: Row[] | undefined;
  for (const row of rows) {
    if (!isAlike(row)) open = undefined;
    else if (open) open.push(row);
    else runs.push((open = [row]));
  }
  return runs;
}

function unread(rows: readonly Row[], { lines }: Source): BodyProblem[] {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return [];
  const written = rows.map(({ text }) => withPipes(text));
  const body = written.filter((line) => !isDelimiters(line)).map(cellsOf);
  const line = first.line;
  if (rows.length === 1 || body.length === 0) {
    // In full width it is a sign like any other.
    if (!first.text.includes('|')) return [];
    return [
      {
        line,
        message: `「${shortened(first.text)}」里的竖线会原样显示。`,
        fix: '要作表格，至少写三行：表头、「| --- | --- |」、内容；不是表格，竖线改成全角的「｜」。',
      },
    ];
  }
  const width = body[0]?.length ?? 0;
  const alignments = written.find(isDelimiters)?.split('|').filter(Boolean).map(alignmentOf);
  const right = pipeTable(body, alignments);
  const odd = oddRow(rows, written, width);
  const isDrawn = odd !== '' || drawsTable(right, { lines, first: line, last: last.line });
  const isCertain =
    odd === '' && isDrawn && !isAmbiguous(rows) && rows.every(({ column }) => column === 0);
  return [
    {
      line,
      lastLine: last.line,
      message: '从这一行起的表格没有认出来，会原样显示。',
      fix: `${reasons(rows, written, width)}前两行写成「${right[0]}」和「${right[1]}」。${odd}${isDrawn ? '' : PARTED}`,
      ...(isCertain && {
        edit: {
          line,
          column: 0,
          was: rows.map(({ text }) => text).join('\n'),
          becomes: right.join('\n'),
        },
      }),
    },
  ];
}

/** What must be decided of the first row that has other cells than the header; empty when there is none. */
function oddRow(rows: readonly Row[], written: readonly string[], width: number): string {
  const dashes = written.findIndex((line, index) => index !== 1 && isDelimiters(line));
  if (dashes !== -1)
    return `第 ${dashes + 1} 行「${shortened(rows[dashes]?.text ?? '')}」只有横线：是内容，横线换成文字；不是，就删掉。`;
  const odd = written.findIndex((line) => !isDelimiters(line) && cellsOf(line).length !== width);
  if (odd === -1) return '';
  const count = cellsOf(written[odd] ?? '').length;
  return `第 ${odd + 1} 行「${shortened(rows[odd]?.text ?? '')}」有 ${count} 格，表头有 ${width} 格：每行的格数要一样，空的格也要留着；竖线是文字的，写成「\\|」。`;
}

/** Whether a bar of full width may be a part of a cell: without it the rows are even, too. */
function isAmbiguous(rows: readonly Row[]): boolean {
  const texts = rows.map(({ text }) => text.trim());
  if (!texts.some((text) => text.includes('｜')) || !texts.every((text) => text.includes('|')))
    return false;
  const widths = new Set(texts.map((text) => cellsOf(text).length));
  return widths.size === 1 && !widths.has(1);
}

function reasons(rows: readonly Row[], written: readonly string[], width: number): string {
  const delimiters = written.find(isDelimiters);
  const has = (pattern: RegExp): boolean => rows.some(({ text }) => pattern.test(text));
  return [
    has(/｜/u) ? '竖线要用英文的「|」；' : '',
    has(/^[ \t]*[\u3000\u00a0]/u) ? '行首不要有空格；' : '',
    delimiters === undefined ? '表头下面少一行「| --- |」；' : '',
    delimiters !== undefined && !/^[-:|\s]+$/.test(delimiters) ? '减号要用英文的「-」；' : '',
    delimiters !== undefined && cellsOf(delimiters).length !== width
      ? `「---」那一行要和表头一样，有 ${width} 格；`
      : '',
  ].join('');
}

function withPipes(text: string): string {
  return text.replaceAll('｜', '|').trim();
}

function alignmentOf(cell: string): Alignment {
  const [left, right] = [/^\s*[:：]/u.test(cell), /[:：]\s*$/u.test(cell)];
  if (left && right) return 'center';
  return right ? 'right' : left ? 'left' : undefined;
}
