/** A Word file's blocks as a Markdown tree, block by block with what staff have to be told of each. */
import type {
  FootnoteDefinition,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast';
import type { Block, ParagraphBlock, PicturePiece, TableBlock, WordText } from './blocks.ts';
import { isEmpty } from './blocks.ts';
import { groupPictures, isRealDescription } from './captions.ts';
import type { PictureGroup } from './captions.ts';
import { findHeadings } from './headings.ts';
import { phrasing, trimmed } from './phrasing.ts';
import type { PieceNames } from './phrasing.ts';
import type { PictureOutcome } from './pictures.ts';

/** What became of a picture: the name of its file beside the article, or why it has none. */
type ShownPicture = (picture: PicturePiece) => PictureOutcome;

/** A block of the tree. */
export interface BodyItem {
  node: RootContent;
  notices: string[];
}

/**
 * @param text blocks without the head
 */
export function bodyTree(text: WordText, picture: ShownPicture): BodyItem[] {
  const noteNumbers = new Map<string, number>();
  const names: PieceNames = {
    note(key) {
      const number = noteNumbers.get(key) ?? noteNumbers.size + 1;
      noteNumbers.set(key, number);
      return String(number);
    },
  };
  const blocks = groupPictures(text.blocks.filter((block) => !isEmpty(block)));
  const headings = findHeadings(blocks);
  const items: BodyItem[] = [];
  for (const block of blocks) {
    if (block.type === 'pictures') items.push(...pictureItems(block, picture));
    else if (block.type === 'table') items.push(...tableItems(block, names, picture));
    else items.push(...paragraphItems(block, headings.get(block), names));
  }
  const whole = joinLists(items);
  // A note may name another one: the list grows while it is gone through.
  for (const [key, number] of noteNumbers) {
    whole.push(noteItem(number, text.notes.get(key) ?? [], names));
  }
  return whole;
}

function paragraphItems(
  block: ParagraphBlock,
  depth: 2 | 3 | 4 | undefined,
  names: PieceNames,
): BodyItem[] {
  const { notices, label } = block;
  if (depth !== undefined) {
    const plain = {
      ...block,
      pieces: block.pieces.map((piece) =>
        piece.type === 'text'
          ? { ...piece, isBold: false }
          : piece.type === 'break'
            ? { type: 'text' as const, text: ' ', isBold: false, isStruck: false }
            : piece,
      ),
    };
    return [{ node: { type: 'heading', depth, children: withLabel(plain, names) }, notices }];
  }
  if (label && (label.isBullet || isListNumber(block))) {
    const children = phrasing(block.pieces, names);
    return [{ node: listOf(label.isBullet, numberIn(label.text), label.level, children), notices }];
  }
  return signatureLines(block).map((part, index) => ({
    node: { type: 'paragraph', children: withLabel(part, names) },
    notices: index === 0 ? notices : [],
  }));
}

/** 1. 2. 3. alone are a list; below 一、 and （一） they are the text's own, and stay in its lines. */
function isListNumber({ label }: ParagraphBlock): boolean {
  return (
    label !== undefined && label.isDecimal && !label.isOfficial && /^\d{1,3}\.\s*$/.test(label.text)
  );
}

function numberIn(label: string): number | undefined {
  const digits = /\d+/.exec(label)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

function withLabel({ label, pieces }: ParagraphBlock, names: PieceNames): PhrasingContent[] {
  // `1. ` at the beginning of a line would be a list's.
  const text =
    label && /^\d{1,3}\. $/.test(label.text) ? label.text.trimEnd() : (label?.text ?? '');
  const children = phrasing(pieces, names);
  return text === '' ? children : trimmed([{ type: 'text', value: text }, ...children]);
}

/** Office and date in one paragraph, one below the other: they are two, as the page sets them. */
function signatureLines(block: ParagraphBlock): ParagraphBlock[] {
  const breaks = block.pieces.filter(({ type }) => type === 'break').length;
  if (breaks === 0 || breaks > 4 || block.align === 'center') return [block];
  const lines: ParagraphBlock[] = [{ ...block, pieces: [] }];
  for (const piece of block.pieces) {
    if (piece.type === 'break') lines.push({ ...block, pieces: [], label: undefined });
    else lines.at(-1)?.pieces.push(piece);
  }
  const words = lines.map(({ pieces }) =>
    pieces
      .map((piece) => (piece.type === 'text' ? piece.text : ''))
      .join('')
      .trim(),
  );
  const isSignature =
    DATE.test(words.at(-1) ?? '') &&
    words.slice(0, -1).every((line) => line.length <= 40 && !/[。；]$/u.test(line));
  return isSignature ? lines : [block];
}

const DATE =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇零○一三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)$/u;

function pictureItems(group: PictureGroup, picture: ShownPicture): BodyItem[] {
  return group.pictures.map((piece, index) => {
    const shown = picture(piece);
    const { description } = piece;
    const alt = group.caption || (isRealDescription(description) ? description.trim() : '');
    const notices = index === 0 ? [...group.notices] : [];
    if ('fault' in shown) {
      notices.push(shown.fault);
      const text = `【未导入：图片】${alt}`;
      return { node: { type: 'paragraph', children: [{ type: 'text', value: text }] }, notices };
    }
    if (alt === '') notices.push('图片没有图说，请在方括号里写一句：图上是什么。');
    const image: PhrasingContent = { type: 'image', url: shown.name, alt };
    return { node: { type: 'paragraph', children: [image] }, notices };
  });
}

function tableItems(
  { rows, notices }: TableBlock,
  names: PieceNames,
  picture: ShownPicture,
): BodyItem[] {
  const said = [...notices];
  // One cell is a frame around text.
  const [only] = rows.length === 1 && rows[0]?.length === 1 ? rows[0] : [];
  if (only) {
    const items = groupPictures(only.blocks).flatMap((block): BodyItem[] => {
      if (block.type === 'pictures') return pictureItems(block, picture);
      return block.type === 'table'
        ? tableItems(block, names, picture)
        : paragraphItems(block, undefined, names);
    });
    items[0]?.notices.push('这一段在 Word 里有边框，按普通段落带入。');
    return items;
  }
  const table: Table = {
    type: 'table',
    align: (rows[0] ?? []).map(() => null),
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map(({ blocks }) => ({
        type: 'tableCell',
        children: cellContent(blocks, names, picture, said),
      })),
    })),
  };
  return [{ node: table, notices: [...new Set(said)] }];
}

/** The paragraphs of a cell, a line each. */
function cellContent(
  blocks: readonly Block[],
  names: PieceNames,
  picture: ShownPicture,
  notices: string[],
): PhrasingContent[] {
  const lines = blocks.flatMap((block): PhrasingContent[][] => {
    notices.push(...block.notices);
    if (block.type === 'table') {
      notices.push('表格里还套着表格，里面的一行写成了一行文字，请核对。');
      return block.rows.map((cells) => {
        const parts = cells.map((cell) => cellContent(cell.blocks, names, picture, notices));
        return parts.flatMap((part, index) =>
          index === 0 ? part : [{ type: 'text' as const, value: ' ' }, ...part],
        );
      });
    }
    const bullet: PhrasingContent[] = block.label?.isBullet ? [{ type: 'text', value: '• ' }] : [];
    const pictures = block.pieces.flatMap((piece): PhrasingContent[] => {
      if (piece.type !== 'picture') return [];
      const shown = picture(piece);
      if ('fault' in shown) {
        notices.push(shown.fault);
        return [{ type: 'text', value: '【未导入：图片】' }];
      }
      const { description } = piece;
      return [
        {
          type: 'image',
          url: shown.name,
          alt: isRealDescription(description) ? description.trim() : '',
        },
      ];
    });
    return [[...bullet, ...withLabel(block, names), ...pictures]];
  });
  return trimmed(
    lines
      .filter((line) => line.length > 0)
      .flatMap((line, index) => (index === 0 ? line : [{ type: 'break' as const }, ...line])),
  );
}

function noteItem(number: number, blocks: readonly Block[], names: PieceNames): BodyItem {
  const notices: string[] = [];
  const children = blocks.flatMap((block): Paragraph[] => {
    notices.push(...block.notices);
    if (block.type === 'paragraph')
      return [{ type: 'paragraph', children: withLabel(block, names) }];
    notices.push('脚注里的表格写成了文字，请核对。');
    return block.rows.map((cells) => ({
      type: 'paragraph',
      children: cells.flatMap(({ blocks: inner }) =>
        cellContent(inner, names, () => ({ fault: '脚注里的图片没有带入。' }), notices),
      ),
    }));
  });
  const label = String(number);
  if (children.length === 0) {
    children.push({
      type: 'paragraph',
      children: [{ type: 'text', value: '【未导入：脚注内容】' }],
    });
    notices.push('这条脚注在 Word 文件里没有内容，请补写或者删去。');
  }
  const node: FootnoteDefinition = {
    type: 'footnoteDefinition',
    identifier: label,
    label,
    children,
  };
  return { node, notices };
}

function listOf(
  isBullet: boolean,
  start: number | undefined,
  level: number,
  children: PhrasingContent[],
): List {
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children }],
  };
  // The level is kept until the list has its neighbours.
  const list: List & { level?: number } = {
    type: 'list',
    ordered: !isBullet,
    start: isBullet ? null : (start ?? 1),
    spread: false,
    children: [item],
    level,
  };
  return list;
}

/** Items that follow one another are one list; those of a deeper level belong to the item before them. */
function joinLists(items: readonly BodyItem[]): BodyItem[] {
  const whole: BodyItem[] = [];
  for (const item of items) {
    const last = whole.at(-1);
    if (item.node.type === 'list' && last?.node.type === 'list' && mayJoin(last.node, item.node)) {
      last.notices.push(...item.notices);
    } else {
      whole.push({ node: item.node, notices: [...item.notices] });
    }
  }
  return whole;
}

type Levelled = List & { level?: number };

function mayJoin(list: Levelled, next: Levelled): boolean {
  const level = list.level ?? 0;
  if ((next.level ?? 0) > level) {
    const last = list.children.at(-1);
    const inner = last?.children.at(-1);
    if (inner?.type === 'list') return mayJoin(inner, next);
    last?.children.push(next);
    return last !== undefined;
  }
  if ((next.level ?? 0) < level || list.ordered !== next.ordered) return false;
  if (list.ordered && next.start !== (list.start ?? 1) + list.children.length) return false;
  list.children.push(...next.children);
  return true;
}
