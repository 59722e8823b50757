/** A form (申请表、审批表) as paragraphs: a row each, every cell once and in its order, for it has no columns to be read by. */
import type { Block, Cell, ParagraphBlock, Piece } from './blocks.ts';

const NOTICE =
  '这是一张填写用的表，每一行的格子不一样，网页上排不成表格：一行写成了一段，每格写一次，后面空着要填的格子写成“：”，请核对。要给读者下载填写的，把原来的 Word 文件放到附件里。';
/** What parts the cells of a row. */
const GAP: Piece = plain('\u3000');

/** @param rows the cells of a merged one being the same object */
export function formRows(rows: readonly (readonly Cell[])[]): Block[] {
  const written = new Set<Cell>();
  const blocks = rows.flatMap((cells) => {
    const own = [...new Set(cells)].filter((cell) => !written.has(cell));
    for (const cell of own) written.add(cell);
    const [only, ...others] = own.filter(({ blocks: inCell }) => inCell.length > 0);
    if (!only) return [];
    return others.length === 0 && own.length === 1 ? only.blocks : rowOf(own);
  });
  return blocks.map((block, index) =>
    index === 0 ? { ...block, notices: [...block.notices, NOTICE] } : block,
  );
}

/** One paragraph, and behind it the tables that stood in its cells. */
function rowOf(cells: readonly Cell[]): Block[] {
  const pieces: Piece[] = [];
  const notices: string[] = [];
  const tables: Block[] = [];
  let size = 0;
  for (const [index, { blocks }] of cells.entries()) {
    const paragraphs = blocks.filter(isParagraph);
    tables.push(...blocks.filter((block) => block.type === 'table'));
    if (paragraphs.length === 0) continue;
    if (pieces.length > 0) pieces.push(GAP);
    for (const [line, paragraph] of paragraphs.entries()) {
      if (line > 0) pieces.push({ type: 'break' });
      pieces.push(...labelOf(paragraph), ...paragraph.pieces);
      notices.push(...paragraph.notices);
      size = Math.max(size, paragraph.size);
    }
    const isToFill = cells[index + 1]?.blocks.length === 0;
    if (isToFill) markToFill(pieces);
  }
  const row: ParagraphBlock = {
    type: 'paragraph',
    pieces,
    label: undefined,
    align: undefined,
    size,
    style: '',
    outline: undefined,
    notices,
  };
  return pieces.length === 0 ? tables : [row, ...tables];
}

function labelOf({ label }: ParagraphBlock): Piece[] {
  if (!label) return [];
  return [plain(label.isBullet ? '• ' : label.text)];
}

function isParagraph(block: Block): block is ParagraphBlock {
  return block.type === 'paragraph';
}

/** What stands before an empty cell is what is to be filled in. */
function markToFill(pieces: Piece[]): void {
  const last = pieces.at(-1);
  if (last?.type !== 'text' || !/[\p{L}\p{N}）)]\s*$/u.test(last.text)) return;
  pieces[pieces.length - 1] = { ...last, text: last.text.trimEnd() };
  pieces.push(plain('：'));
}

function plain(text: string): Piece {
  return { type: 'text', text, isBold: false, isStruck: false };
}
