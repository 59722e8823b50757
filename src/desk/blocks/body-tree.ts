/** A Word file's blocks as a Markdown tree, block by block with what staff have to be told of each. */
import type { FootnoteDefinition, Paragraph, PhrasingContent } from 'mdast';
import type { Block, ParagraphBlock, Piece, TableBlock, OfficeText } from './blocks.ts';
import { isEmpty } from './blocks.ts';
import type { BodyItem } from './body-item.ts';
import { groupPictures, isRealDescription } from './captions.ts';
import type { PictureGroup } from './captions.ts';
import { findHeadings } from './headings.ts';
import type { Depth } from './headings.ts';
import { isListItem, joinLists, listOf } from './list-tree.ts';
import { labelled, phrasing } from './phrasing.ts';
import type { PieceNames } from './phrasing.ts';
import { signatureLines } from './signature-lines.ts';
import { cellContent, tableItem } from './table-tree.ts';

/**
 * @param text blocks without the head
 * @param picture what became of a picture
 */
export function bodyTree(text: OfficeText, picture: PieceNames['picture']): BodyItem[] {
  const noteNumbers = new Map<string, number>();
  const names: PieceNames = {
    picture,
    note(key) {
      const number = noteNumbers.get(key) ?? noteNumbers.size + 1;
      noteNumbers.set(key, number);
      return String(number);
    },
  };
  const blocks = groupPictures(text.blocks.filter((block) => !isEmpty(block)));
  const headings = findHeadings(blocks);
  const whole = joinLists(blocks.flatMap((block) => itemsOf(block, headings, names)));
  // A note may name another one: the list grows while it is gone through.
  for (const [key, number] of noteNumbers) {
    whole.push(noteItem(number, text.notes.get(key) ?? [], names));
  }
  return whole;
}

type Headings = ReadonlyMap<ParagraphBlock, Depth>;

function itemsOf(block: Block | PictureGroup, headings: Headings, names: PieceNames): BodyItem[] {
  if (block.type === 'pictures') return pictureItems(block, names);
  return block.type === 'table'
    ? tableItems(block, names)
    : paragraphItems(block, headings.get(block), names);
}

function paragraphItems(
  block: ParagraphBlock,
  depth: Depth | undefined,
  names: PieceNames,
): BodyItem[] {
  const { notices } = block;
  if (depth !== undefined) {
    const plain = { ...block, pieces: block.pieces.map(withoutLook) };
    return [{ node: { type: 'heading', depth, children: labelled(plain, names) }, notices }];
  }
  if (isListItem(block)) {
    return [{ node: listOf(block, phrasing(block.pieces, names)), notices }];
  }
  return signatureLines(block).map((part, index) => ({
    node: { type: 'paragraph', children: labelled(part, names) },
    notices: index === 0 ? notices : [],
  }));
}

/** A heading looks as the page's headings do, and has one line. */
function withoutLook(piece: Piece): Piece {
  if (piece.type === 'break') return { type: 'text', text: ' ', isBold: false, isStruck: false };
  return piece.type === 'text' ? { ...piece, isBold: false } : piece;
}

function pictureItems(group: PictureGroup, names: PieceNames): BodyItem[] {
  return group.pictures.map((piece, index) => {
    const shown = names.picture(piece);
    const described = isRealDescription(piece.description) ? piece.description.trim() : '';
    const alt = group.caption || described;
    const notices = index === 0 ? [...group.notices] : [];
    if ('fault' in shown) notices.push(shown.fault);
    else if (alt === '')
      notices.push('图片没有图说，请在图片下面写一句：图上是什么。在源文件里写在方括号里。');
    const child: PhrasingContent =
      'fault' in shown
        ? { type: 'text', value: `【未导入：图片】${alt}` }
        : { type: 'image', url: shown.name, alt };
    return { node: { type: 'paragraph', children: [child] }, notices };
  });
}

function tableItems(table: TableBlock, names: PieceNames): BodyItem[] {
  const [first, ...others] = table.rows.flat();
  if (!first || others.length > 0) return [tableItem(table, names)];
  // One cell is a frame around text.
  const none: Headings = new Map();
  const items = groupPictures(first.blocks).flatMap((block) => itemsOf(block, none, names));
  items[0]?.notices.push('这一段在原稿里是只有一格的表格，按普通段落带入。');
  return items;
}

function noteItem(number: number, blocks: readonly Block[], names: PieceNames): BodyItem {
  const notices: string[] = [];
  const lines = blocks.flatMap((block): PhrasingContent[][] => {
    if (block.type === 'paragraph') return [cellContent([block], names, notices)];
    notices.push('脚注里的表格写成了文字，请核对。');
    return block.rows.map((cells) =>
      cellContent(
        cells.flatMap((cell) => cell.blocks),
        names,
        notices,
      ),
    );
  });
  if (lines.length === 0) {
    lines.push([{ type: 'text', value: '【未导入：脚注内容】' }]);
    notices.push('这条脚注在 Word 文件里没有内容，请补写或者删去。');
  }
  const children = lines.map((line): Paragraph => ({ type: 'paragraph', children: line }));
  const label = String(number);
  const node: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children,
  };
  return { node, notices };
}
