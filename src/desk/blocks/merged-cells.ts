/**
 * Tables with merged cells, for pages whose tables have none: Word's grid has a column for each border that any row has, so that
 * a form of three fields a row may have thirty. What a merged cell says is repeated only where a row is not understood without.
 */
import type { Block, Cell, ParagraphBlock, TableBlock } from './blocks.ts';
import { wordsOf } from './blocks.ts';
import { formRows } from './form-rows.ts';

type Rows = Cell[][];

/** What a phone shows of a table row by row, and a desk side by side. */
const MOST_COLUMNS = 8;
/** Rows of a header that become one. */
const DEEPEST_HEADER = 3;

/**
 * @param rows each as long as the others, the cells of a merged one being the same object
 * @returns the table, what stands over all of its width above or below it as paragraphs; a form as paragraphs, a row each; nothing
 * of a table without text
 */
export function unmerged(rows: Rows): Block[] {
  if (rows.every((cells) => cells.every(isBlank))) return [];
  const narrow = withoutUnusedColumns(rows);
  if ((narrow[0]?.length ?? 0) < 2) return [tableOf(narrow, [])];
  const first = narrow.findIndex((cells) => !isOne(cells));
  const last = narrow.findLastIndex((cells) => !isOne(cells));
  if (isForm(narrow.slice(first, last + 1))) return formRows(narrow);
  const above = across(narrow.slice(0, first), '上面');
  const below = across(narrow.slice(last + 1), '下面');
  return [...above, plainTable(narrow.slice(first, last + 1)), ...below];
}

/** Columns in which no row begins another cell. */
function withoutUnusedColumns(rows: Rows): Rows {
  const isUsed = (_: Cell, column: number): boolean =>
    column === 0 || rows.some((cells) => cells[column] !== cells[column - 1]);
  return rows.map((cells) => cells.filter(isUsed));
}

/** Whether its rows are cut into cells in different ways, as those of a form are: no row of headings says what its columns are. */
function isForm(rows: Rows): boolean {
  const inner = rows.filter((cells) => !isOne(cells));
  const depth = headerDepth(inner);
  const body = isWhole(inner[depth - 1] ?? []) ? inner.slice(depth) : inner;
  const cut = body.filter(isMergedAcross);
  return cut.length > 1 && cut.length * 2 >= body.length;
}

/** Whether a cell behind the first reaches over columns: 合计 over the first two says nothing of how a table is made. */
function isMergedAcross(cells: readonly Cell[]): boolean {
  return cells.some((cell, column) => cell !== cells[0] && cell === cells[column - 1]);
}

/** Whether nothing in a row reaches over columns. */
function isWhole(cells: readonly Cell[]): boolean {
  return new Set(cells).size === cells.length;
}

/**
 * How many rows are the header: more than one where cells of the first reach over columns and the others of it down, as
 * “预算（万元）” over “年初数” and “调整数”.
 */
function headerDepth(rows: Rows): number {
  for (let depth = 1; depth <= DEEPEST_HEADER && depth < rows.length; depth += 1) {
    const [above, row] = [rows[depth - 2], rows[depth - 1] ?? []];
    const goesOn = (cell: Cell, column: number): boolean =>
      !above ||
      cell === above[column] ||
      isBlank(cell) ||
      // What reaches over columns from the first is the name of a row.
      (above[column] !== above[0] &&
        (above[column] === above[column - 1] || above[column] === above[column + 1]));
    if (!row.every(goesOn)) return 1;
    if (isWhole(row)) return depth;
  }
  return 1;
}

function plainTable(rows: Rows): TableBlock {
  const notices: string[] = [];
  const depth = headerDepth(rows);
  const [header = [], ...body] = [oneHeader(rows.slice(0, depth)), ...rows.slice(depth)];
  if (depth > 1) notices.push(`表头有 ${depth} 行，已经合成一行，请核对。`);
  const plain = [header, ...body.map(withLabelOnce)];
  const repeated = new Set(
    plain.flatMap((cells, y) =>
      cells.filter(
        (cell, x) => !isBlank(cell) && (cell === cells[x - 1] || cell === plain[y - 1]?.[x]),
      ),
    ),
  );
  if (repeated.size > 0) notices.push(repetitionOf([...repeated]));
  return tableOf(plain, notices);
}

function oneHeader(rows: Rows): Cell[] {
  return (rows[0] ?? []).map((cell, column) => {
    const different = [...new Set(rows.map((cells) => cells[column] ?? cell))];
    return different.length === 1 ? cell : { blocks: different.flatMap(({ blocks }) => blocks) };
  });
}

/** A row's first cell names the row: what it reaches over is empty. What reaches over other columns belongs to each of them. */
function withLabelOnce(cells: readonly Cell[]): Cell[] {
  const end = cells.findIndex((cell) => cell !== cells[0]);
  const reach = end === -1 ? cells.length : end;
  return cells.map((cell, column) => (column > 0 && column < reach ? { blocks: [] } : cell));
}

function repetitionOf(cells: readonly Cell[]): string {
  const named = cells.slice(0, 3).map((cell) => `“${wordsIn(cell)}”`);
  const rest = cells.length > named.length ? `等 ${cells.length} 处` : '';
  return `表格里合并的单元格已拆开，${named.join('、')}${rest}在拆开的每一格里都写了一遍，请核对，不要重复的删掉。`;
}

/** What stands over the whole width of a table is no row of it: a title, a note. */
function across(rows: Rows, where: string): Block[] {
  const cells = new Set(rows.map(([cell]) => cell));
  const blocks = [...cells].flatMap((cell) => cell?.blocks ?? []);
  const notice = `表格${where}横跨整行的一格，作为段落放在了表格${where}，请核对。`;
  return blocks.map((block, index) =>
    index === 0 ? { ...block, notices: [...block.notices, notice] } : block,
  );
}

function tableOf(rows: Rows, notices: readonly string[]): TableBlock {
  const width = rows[0]?.length ?? 0;
  const wide = `这张表格有 ${width} 列，手机上很难看，请拆成几张，或者把原来的文件作为附件、这里只写要点。`;
  return { type: 'table', rows, notices: width > MOST_COLUMNS ? [...notices, wide] : [...notices] };
}

/** Whether one cell is all of a row. */
function isOne([first, ...others]: readonly Cell[]): boolean {
  return others.every((cell) => cell === first);
}

function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell.blocks.length === 0;
}

const LONGEST_QUOTE = 12;

function wordsIn({ blocks }: Cell): string {
  const isParagraph = (block: Block): block is ParagraphBlock => block.type === 'paragraph';
  const words = blocks.filter(isParagraph).map(wordsOf).join(' ');
  if (words === '') return '图片';
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words;
}
