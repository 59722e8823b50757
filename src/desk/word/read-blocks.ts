/** The paragraphs and tables of a Word file, in the order in which Word shows them. */
import { UnreadableError } from '../../attachments/text-outcome.ts';
import type { Block, Cell, ParagraphBlock } from '../blocks/blocks.ts';
import { isEmpty } from '../blocks/blocks.ts';
import { unmerged } from '../blocks/merged-cells.ts';
import { readPieces } from './read-pieces.ts';
import { DEEPEST_NESTING, endLinks, isInContents } from './reading-state.ts';
import type { ReadingState } from './reading-state.ts';
import { runFormat } from './run-format.ts';
import { at, below, chosen, elements, valueAt } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** Wider than any sheet: a file may claim that one cell spans a million. */
const MOST_COLUMNS = 64;
const NO_NUMBER = 'Word 里这一段有自动编号，但文件里编号的样子坏了，没有带入，请核对。';
const CONTENTS_STYLE = /^(?:toc|目录) ?\d$/;

/** @param parent the body, a cell, a text box, a note */
export function readBlocks(parent: XmlElement, state: ReadingState): Block[] {
  if (state.depth > DEEPEST_NESTING) throw new UnreadableError('too-large');
  state.depth += 1;
  const blocks: Block[] = [];
  for (const child of elements(parent)) {
    switch (child.name) {
      case 'p':
        blocks.push(...readParagraph(child, state));
        break;
      case 'tbl':
        blocks.push(...readTable(child, state));
        break;
      case 'sdt':
        blocks.push(...readControl(child, state));
        break;
      case 'altChunk':
        blocks.push(...readParagraph({ name: 'p', attributes: {}, children: [child] }, state));
        break;
      case 'sectPr':
      case 'tcPr':
        break;
      case 'del':
      case 'moveFrom':
        state.tally.revisions += 1;
        break;
      case 'AlternateContent':
        blocks.push(...readBlocks(chosen(child), state));
        break;
      default:
        // A wrapper: customXml, ins, smartTag. What has no blocks in it has none.
        blocks.push(...readBlocks(child, state));
    }
  }
  state.depth -= 1;
  return blocks;
}

/** A content control: that of a table of contents holds what the page makes itself. */
function readControl(control: XmlElement, state: ReadingState): Block[] {
  const content = at(control, 'sdtContent');
  if (!content) return [];
  const gallery = valueAt(control, 'sdtPr', 'docPartObj', 'docPartGallery');
  if (gallery !== 'Table of Contents') return readBlocks(content, state);
  for (const block of readBlocks(content, state)) {
    if (block.type === 'paragraph') state.tally.contents += textLength(block);
  }
  return [];
}

function textLength({ pieces }: ParagraphBlock): number {
  return pieces.reduce((sum, piece) => sum + (piece.type === 'text' ? piece.text.length : 0), 0);
}

function readParagraph(paragraph: XmlElement, state: ReadingState): Block[] {
  const properties = at(paragraph, 'pPr');
  const styleId = valueAt(properties, 'pStyle') ?? state.file.styles.paragraph;
  const style = state.file.styles.of(styleId);
  // It counts even where it is empty: Word does so.
  const numbered = state.file.numbering.next(properties, styleId);
  const label = numbered === 'unknown' ? undefined : numbered;
  const [outerBoxes, outerNotices] = [state.boxes, state.notices];
  state.boxes = [];
  state.notices = [];
  const own = readPieces(paragraph, state, (content) => readBox(content, state));
  endLinks(state);
  const pieces = [...state.carried, ...own];
  if (numbered === 'unknown' && pieces.length > 0) state.notices.push(NO_NUMBER);
  state.carried = [];
  const isRunOn = ['del', 'moveFrom'].some((mark) => at(properties, 'rPr', mark) !== undefined);
  if (isRunOn || at(properties, 'rPr', 'ins') !== undefined) state.tally.revisions += 1;
  const block: ParagraphBlock = {
    type: 'paragraph',
    pieces,
    label,
    align: valueAt(properties, 'jc') ?? style.align,
    size: sizeOf(paragraph, style.size ?? 0, state),
    style: style.name,
    outline: outlineOf(properties) ?? style.outline,
    notices: state.notices,
  };
  const boxes = state.boxes;
  state.boxes = outerBoxes;
  state.notices = outerNotices;
  if (isRunOn && boxes.length === 0) {
    state.carried = pieces;
    return [];
  }
  if (CONTENTS_STYLE.test(style.name) || (isInContents(state) && isEmpty(block))) {
    state.tally.contents += textLength(block);
    return boxes;
  }
  return [block, ...boxes];
}

function readBox(content: XmlElement, state: ReadingState): void {
  const { boxes, notices } = state;
  const blocks = readBlocks(content, state).filter((block) => !isEmpty(block));
  // An empty box is a frame that somebody drew.
  if (blocks.length > 0) state.tally.textBoxes += 1;
  state.boxes = [...boxes, ...blocks];
  state.notices = notices;
}

function sizeOf(paragraph: XmlElement, ofStyle: number, state: ReadingState): number {
  let largest = 0;
  for (const run of below(paragraph, 'r', ({ name }) => name === 'txbxContent')) {
    largest = Math.max(largest, runFormat(at(run, 'rPr'), state.file.styles).size ?? 0);
  }
  return largest > 0 ? largest : ofStyle;
}

function outlineOf(properties: XmlElement | undefined): number | undefined {
  const written = valueAt(properties, 'outlineLvl');
  // 9 is plain text, whatever the style says.
  return written !== undefined && /^[0-9]$/.test(written) ? Number(written) : undefined;
}

interface Spanning {
  cell: Cell;
  width: number;
}

function readTable(table: XmlElement, state: ReadingState): Block[] {
  const rows: Cell[][] = [];
  /** By column, the cells that go on below. */
  let above = new Map<number, Spanning>();
  for (const row of below(table, 'tr', ({ name }) => name === 'tr' || name === 'tbl')) {
    if (at(row, 'trPr', 'del')) {
      state.tally.revisions += 1;
      continue;
    }
    const cells: Cell[] = [];
    const current = new Map<number, Spanning>();
    const skip = (name: string): void => {
      const count = Math.min(MOST_COLUMNS, Number(valueAt(row, 'trPr', name) ?? 0) || 0);
      for (let index = 0; index < count; index += 1) cells.push({ blocks: [] });
    };
    skip('gridBefore');
    for (const cell of below(row, 'tc', ({ name }) => name === 'tc')) {
      const column = cells.length;
      const width = Math.min(
        MOST_COLUMNS,
        Math.max(1, Number(valueAt(cell, 'tcPr', 'gridSpan') ?? 1) || 1),
      );
      const merge = at(cell, 'tcPr', 'vMerge');
      const isContinued = merge !== undefined && merge.attributes['val'] !== 'restart';
      // It is read even where the one above stands for it: numbers in it are counted.
      const own = { blocks: readBlocks(cell, state).filter((block) => !isEmpty(block)) };
      const shown = (isContinued ? above.get(column)?.cell : undefined) ?? own;
      if (shown !== own && own.blocks.length > 0) shown.blocks.push(...own.blocks);
      if (merge) current.set(column, { cell: shown, width });
      for (let index = 0; index < width && cells.length < MOST_COLUMNS; index += 1)
        cells.push(shown);
    }
    skip('gridAfter');
    above = current;
    rows.push(cells);
  }
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  for (const cells of rows) {
    while (cells.length < width) cells.push({ blocks: [] });
  }
  return unmerged(rows);
}
