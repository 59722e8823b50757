/** What stands in a paragraph of a Word file: text, breaks, pictures, notes. All that is left out is said. */
import { addDrawing, addLost, addSign, addText, isShown, usable } from './add-pieces.ts';
import type { Around } from './add-pieces.ts';
import type { Piece, TextPiece } from '../blocks/blocks.ts';
import { placeholderIn } from './placeholders.ts';
import { turnField } from './reading-state.ts';
import type { ReadingState } from './reading-state.ts';
import { runFormat } from './run-format.ts';
import { at, chosen, elements, isOn, textOf } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** Elements that hold no text of the document, or say only how it looks. */
const PASSED = new Set([
  'pPr',
  'rPr',
  'instrText',
  'delInstrText',
  'delText',
  'commentRangeStart',
  'commentRangeEnd',
  'lastRenderedPageBreak',
  'proofErr',
  'bookmarkStart',
  'bookmarkEnd',
  'permStart',
  'permEnd',
  'footnoteRef',
  'endnoteRef',
  'annotationRef',
  'separator',
  'continuationSeparator',
  'softHyphen',
  'sdtPr',
  'sdtEndPr',
  'smartTagPr',
  'customXmlPr',
  'fldData',
  'ffData',
  'rt',
]);

const NOT_FILLED =
  'Word 里留着填写内容的地方还没有填写，这里只留下了记号，请写上内容；不用写的，把记号删掉。';

/** @param onBox is given the contents of each text box */
export function readPieces(
  paragraph: XmlElement,
  state: ReadingState,
  onBox: (content: XmlElement) => void,
): Piece[] {
  const format = runFormat(undefined, state.file.styles);
  const pieces: Piece[] = [];
  for (const child of elements(paragraph)) {
    readElement(child, { state, format, href: undefined, pieces, onBox });
  }
  return joined(pieces);
}

function readElement(element: XmlElement, around: Around): void {
  const { state } = around;
  if (PASSED.has(element.name)) return;
  switch (element.name) {
    case 'r':
      readRun(element, around);
      return;
    case 'del':
    case 'moveFrom':
      state.tally.revisions += 1;
      return;
    case 'ins':
    case 'moveTo':
      state.tally.revisions += 1;
      break;
    case 'hyperlink': {
      const relation = state.part.relations.get(element.attributes['id'] ?? '');
      const anchor = element.attributes['anchor'];
      const isOut = relation?.isOutside === true;
      const address = isOut ? relation.target + (anchor === undefined ? '' : `#${anchor}`) : '';
      readAll(element, { ...around, href: usable(address, state) ?? around.href });
      return;
    }
    case 'sdt': {
      const shown = placeholderIn(element);
      if (shown === undefined) break;
      if (shown !== '') addLost(`还没有填写的“${shown}”`, NOT_FILLED, around);
      return;
    }
    case 'fldSimple': {
      const code = element.attributes['instr'] ?? '';
      state.fields.push({ code, isResult: true });
      readAll(element, around);
      state.fields.pop();
      return;
    }
    case 'oMath':
    case 'oMathPara':
      addLost(
        `公式：${[...mathText(element)].join('')}`,
        '公式没有带入，请截图作为图片插入。',
        around,
      );
      return;
    case 'AlternateContent':
      readAll(chosen(element), around);
      return;
    case 'subDoc':
    case 'altChunk':
      addLost('另一个文件', '这里嵌着另一个文件，它的内容没有带入，请另外导入。', around);
      return;
    default:
  }
  readAll(element, around);
}

function readAll(parent: XmlElement, around: Around): void {
  for (const child of elements(parent)) readElement(child, around);
}

function readRun(run: XmlElement, around: Around): void {
  const format = runFormat(at(run, 'rPr'), around.state.file.styles);
  if (isOn(at(run, 'rPr', 'del')) === true) return;
  for (const child of elements(run)) readPiece(child, { ...around, format });
}

function readPiece(element: XmlElement, around: Around): void {
  const { state, pieces } = around;
  switch (element.name) {
    case 't':
      addText(textOf(element), around);
      return;
    case 'tab':
    case 'ptab':
      addText('\u3000', around);
      return;
    case 'noBreakHyphen':
      addText('-', around);
      return;
    case 'br':
    case 'cr':
      // A page ends; the text goes on.
      if (!/^(?:page|column)$/.test(element.attributes['type'] ?? '') && isShown(around))
        pieces.push({ type: 'break' });
      return;
    case 'sym':
      addSign(element, around);
      return;
    case 'fldChar':
      turnField(element.attributes['fldCharType'], state);
      return;
    case 'instrText': {
      const field = state.fields.at(-1);
      if (field && !field.isResult) field.code += textOf(element);
      return;
    }
    case 'commentReference':
      state.tally.comments += 1;
      return;
    case 'footnoteReference':
    case 'endnoteReference': {
      const kind = element.name === 'footnoteReference' ? 'footnote' : 'endnote';
      pieces.push({ type: 'note', kind, id: element.attributes['id'] ?? '' });
      return;
    }
    case 'AlternateContent':
      for (const child of elements(chosen(element))) readPiece(child, around);
      return;
    case 'drawing':
    case 'pict':
    case 'object':
      addDrawing(element, around);
      return;
    case 'ruby': {
      const reading = at(element, 'rt');
      readAll(element, around);
      if (reading) {
        readAll(reading, around);
        state.notices.push(`拼音“${textOf(reading).trim()}”排在了字的后面，请核对。`);
      }
      return;
    }
    default:
      readElement(element, around);
  }
}

/** A formula's letters in their order, so that it can be found again. */
function* mathText(parent: XmlElement): Generator<string> {
  for (const child of elements(parent)) {
    if (child.name === 't') yield textOf(child);
    else yield* mathText(child);
  }
}

/** Word cuts text into runs at every turn of its spelling checker. */
function joined(pieces: readonly Piece[]): Piece[] {
  const whole: Piece[] = [];
  for (const piece of pieces) {
    const last = whole.at(-1);
    if (piece.type === 'text' && last?.type === 'text' && looksLike(piece, last)) {
      whole[whole.length - 1] = { ...last, text: last.text + piece.text };
    } else {
      whole.push(piece);
    }
  }
  return whole;
}

function looksLike(one: TextPiece, other: TextPiece): boolean {
  return one.isBold === other.isBold && one.isStruck === other.isStruck && one.href === other.href;
}
