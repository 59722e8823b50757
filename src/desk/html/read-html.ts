/** The HTML of an old site's article, or of the clipboard, as blocks: what a reader saw, without how it was made to look. */
import type { Element, Nodes, Root } from 'hast';
import { htmlFragment } from '../../markdown/html-fragment.ts';
import { raisedText } from '../../markdown/raised-text.ts';
import type { Block, Label, ParagraphBlock, Piece } from '../blocks/blocks.ts';
import { isEmpty } from '../blocks/blocks.ts';
import { readTable } from './html-table.ts';
import { inlineLook, PLAIN } from './inline-look.ts';
import type { InlineLook } from './inline-look.ts';
import { collapseSpaces } from './shown-text.ts';
import type { RawPiece } from './shown-text.ts';
import { isWordLabel, wordLabel } from './word-label.ts';

/** Deeper than any page; each level costs a call. */
const DEEPEST = 200;
const TOO_DEEP = '嵌套太深的内容';

/** Elements that begin a paragraph of their own. */
const BLOCKS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form header hr legend li main nav p pre section summary'.split(
    ' ',
  ),
);
/** Nothing of these is seen. */
const UNSEEN = new Set(
  'script style noscript template head title meta link base param source track col colgroup'.split(
    ' ',
  ),
);
/** What is seen and cannot be text. */
const LOST: Readonly<Record<string, string>> = {
  video: '视频',
  audio: '音频',
  embed: '播放器',
  object: '播放器',
  iframe: '嵌入的网页',
  canvas: '图形',
  svg: '图形',
  math: '公式',
  input: '表单',
  select: '表单',
  textarea: '表单',
  button: '按钮',
};

interface Reading {
  blocks: Block[];
  open: ParagraphBlock & { pieces: RawPiece[] };
  depth: number;
  /** Lists around what is read. */
  lists: number;
}

/** @param html of a body; never throws for what it holds */
export function readHtml(html: string): Block[] {
  let tree: Root;
  try {
    tree = htmlFragment.parse(html);
  } catch (error) {
    // The parser calls itself for what lies in another thing.
    if (!(error instanceof RangeError)) throw error;
    const reading: Reading = { blocks: [], open: paragraph({}), depth: 0, lists: 0 };
    addLost(TOO_DEEP, reading);
    return [reading.open];
  }
  return readNodes(tree.children, 0);
}

function readNodes(nodes: readonly Nodes[], depth: number, align?: string): Block[] {
  const reading: Reading = { blocks: [], open: paragraph({ align }), depth, lists: 0 };
  for (const node of nodes) read(node, reading, PLAIN);
  flush(reading, {});
  return reading.blocks.filter((block) => !isEmpty(block));
}

function read(node: Nodes, reading: Reading, look: InlineLook): void {
  if (node.type === 'text') addText(node.value, look, reading);
  if (node.type !== 'element' || UNSEEN.has(node.tagName)) return;
  if (reading.depth > DEEPEST) {
    addLost(TOO_DEEP, reading);
    return;
  }
  const inner = inlineLook(node, look);
  // Its text is the paragraph's number.
  if (inner.isHidden || isWordLabel(node)) return;
  reading.depth += 1;
  readElement(node, reading, inner);
  reading.depth -= 1;
}

function readElement(node: Element, reading: Reading, look: InlineLook): void {
  const { tagName } = node;
  const lost = LOST[tagName];
  if (lost !== undefined) {
    addLost(lost, reading);
  } else if (tagName === 'br') {
    reading.open.pieces.push({ type: 'break' });
  } else if (tagName === 'img') {
    addPicture(node, reading);
  } else if (/^h[1-6]$/.test(tagName)) {
    inParagraph(node, reading, look, { outline: Number(tagName[1]) - 1 });
  } else if (tagName === 'ul' || tagName === 'ol' || tagName === 'menu') {
    readList(node, reading, look);
  } else if (tagName === 'table') {
    const { align } = reading.open;
    flush(reading, { align });
    const read = readTable(node, (cell) => readNodes(cell.children, reading.depth));
    for (const block of read) reading.blocks.push(block);
  } else if (BLOCKS.has(tagName)) {
    inParagraph(node, reading, look, {});
  } else {
    for (const child of node.children) read(child, reading, look);
  }
}

/** What an element holds stands in paragraphs of its own. */
function inParagraph(
  node: Element,
  reading: Reading,
  look: InlineLook,
  { outline, label }: { outline?: number | undefined; label?: Label | undefined },
): void {
  const { align: outer } = reading.open;
  const align = alignOf(node) ?? outer;
  // `<li><p>`: the number stands before the first paragraph of its item.
  const isFirst = reading.open.pieces.every(isSpace);
  flush(reading, {
    align,
    outline,
    label: label ?? wordLabel(node) ?? (isFirst ? reading.open.label : undefined),
  });
  for (const child of node.children) read(child, reading, look);
  flush(reading, { align: outer });
}

function readList(list: Element, reading: Reading, look: InlineLook): void {
  const isNumbered = list.tagName === 'ol';
  let number = Number(list.properties['start'] ?? 1) || 1;
  const level = reading.lists;
  reading.lists += 1;
  for (const child of list.children) {
    if (child.type !== 'element') {
      read(child, reading, look);
    } else if (child.tagName === 'li') {
      const label: Label = {
        text: isNumbered ? `${number}. ` : '',
        level,
        isBullet: !isNumbered,
        isDecimal: isNumbered,
        isOfficial: false,
      };
      number += 1;
      inParagraph(child, reading, look, { label });
    } else {
      read(child, reading, look);
    }
  }
  reading.lists -= 1;
}

/** Ends the paragraph at hand; the next begins with these. */
function flush(reading: Reading, next: Partial<ParagraphBlock>): void {
  const pieces = collapseSpaces(reading.open.pieces);
  // One by one: a call takes only so many words.
  for (const block of atBreaks({ ...reading.open, pieces })) reading.blocks.push(block);
  reading.open = paragraph(next);
}

/** Old editors end paragraphs by `<br>`, two of them or one before an indent. */
function atBreaks(block: ParagraphBlock): ParagraphBlock[] {
  const parts: ParagraphBlock[] = [{ ...block, pieces: [] }];
  for (const [index, piece] of block.pieces.entries()) {
    const next = block.pieces[index + 1];
    const isEnd =
      piece.type === 'break' && (next === undefined || next.type === 'break' || isIndented(next));
    if (isEnd) parts.push({ ...block, pieces: [], label: undefined, notices: [] });
    else parts.at(-1)?.pieces.push(piece);
  }
  return parts.filter((part) => !isEmpty(part));
}

function isSpace(piece: Piece): boolean {
  return piece.type === 'text' && piece.text.trim() === '';
}

function isIndented(piece: Piece): boolean {
  return piece.type === 'text' && /^[\u3000\u00a0]/u.test(piece.text);
}

function addText(written: string, look: InlineLook, { open }: Reading): void {
  const text = look.raised ? (raisedText(look.raised, written) ?? written) : written;
  const { isBold, isStruck, isKept, href } = look;
  open.pieces.push({ type: 'text', text, isBold, isStruck, isKept, href });
}

function addPicture({ properties }: Element, { open }: Reading): void {
  const source = String(properties['src'] ?? '').trim();
  if (source === '') return;
  const description = String(properties['alt'] ?? properties['title'] ?? '');
  open.pieces.push({ type: 'picture', part: source, description, turn: 0 });
}

function addLost(name: string, { open }: Reading): void {
  open.notices.push(`${name}没有带入，请另外处理。`);
  open.pieces.push({ type: 'text', text: `【未导入：${name}】`, isBold: false, isStruck: false });
}

function paragraph(fields: Partial<ParagraphBlock>): ParagraphBlock {
  return {
    type: 'paragraph',
    pieces: [],
    label: fields.label,
    align: fields.align,
    size: 0,
    style: '',
    outline: fields.outline,
    notices: [],
  };
}

function alignOf({ tagName, properties }: Element): string | undefined {
  if (tagName === 'center' || tagName === 'figcaption') return 'center';
  const written = `${String(properties['align'] ?? '')} ${String(properties['style'] ?? '')}`;
  return /(?:^|text-align\s*:\s*)(center|right)\b/i.exec(written)?.[1]?.toLowerCase();
}
