/** Tables as Markdown's: a cell has one line of text, with breaks in it. */
import type { PhrasingContent, Table } from 'mdast';
import type { Block, PicturePiece, TableBlock } from './blocks.ts';
import type { BodyItem } from './body-item.ts';
import { isRealDescription } from './captions.ts';
import { labelled, trimmed } from './phrasing.ts';
import type { PieceNames } from './phrasing.ts';

export function tableItem({ rows, notices }: TableBlock, names: PieceNames): BodyItem {
  const said = [...notices];
  const node: Table = {
    type: 'table',
    align: (rows[0] ?? []).map(() => null),
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map(({ blocks }) => ({
        type: 'tableCell',
        children: cellContent(blocks, names, said),
      })),
    })),
  };
  return { node, notices: [...new Set(said)] };
}

/**
 * The paragraphs of a cell, a line each.
 * @param notices is added to
 */
export function cellContent(
  blocks: readonly Block[],
  names: PieceNames,
  notices: string[],
): PhrasingContent[] {
  const lines = blocks.flatMap((block): PhrasingContent[][] => {
    notices.push(...block.notices);
    if (block.type === 'table') {
      notices.push('表格里还套着表格，里面的一行写成了一行文字，请核对。');
      return block.rows.map((cells) =>
        joined(
          cells.map((cell) => cellContent(cell.blocks, names, notices)),
          { type: 'text', value: ' ' },
        ),
      );
    }
    const bullet: PhrasingContent[] = block.label?.isBullet ? [{ type: 'text', value: '• ' }] : [];
    const pictures = block.pieces.flatMap((piece) =>
      piece.type === 'picture' ? [inlinePicture(piece, names, notices)] : [],
    );
    return [[...bullet, ...labelled(block, names), ...pictures]];
  });
  return trimmed(joined(lines, { type: 'break' }));
}

function inlinePicture(piece: PicturePiece, names: PieceNames, notices: string[]): PhrasingContent {
  const shown = names.picture(piece);
  if ('fault' in shown) {
    notices.push(shown.fault);
    return { type: 'text', value: '【未导入：图片】' };
  }
  const { description } = piece;
  return {
    type: 'image',
    url: shown.name,
    alt: isRealDescription(description) ? description.trim() : '',
  };
}

/** Parts that hold something, with a node between them. */
function joined(parts: readonly PhrasingContent[][], between: PhrasingContent): PhrasingContent[] {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [between, ...part]));
}
