/** What stands in a paragraph of a Word file: text, breaks, pictures, notes. All that is left out is said. */
import type { Piece, TextPiece } from './blocks.ts';
import { picturesIn } from './read-drawing.ts';
import { isInCode, isInContents, linkOfField } from './reading-state.ts';
import type { ReadingState } from './reading-state.ts';
import { runFormat, shownText, signOf } from './run-format.ts';
import type { RunFormat } from './run-format.ts';
import { at, chosen, elements, isOn, textOf } from './xml-tree.ts';
import type { XmlElement } from './xml-tree.ts';

/** Where a piece stands: what the elements around it say. */
interface Around {
  state: ReadingState;
  format: RunFormat;
  href: string | undefined;
  pieces: Piece[];
  /** The text boxes that are met, read by who reads blocks. */
  onBox: (content: XmlElement) => void;
}

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

function addDrawing(drawing: XmlElement, around: Around): void {
  for (const found of picturesIn(drawing, around.state.part)) {
    if (found.type === 'box') around.onBox(found.content);
    else if (found.type === 'lost') addLost(found.name, found.notice, around);
    else if (found.type === 'text') addText(found.text, around);
    else if (isShown(around)) around.pieces.push(found);
  }
}

function isShown({ state, format }: Around): boolean {
  return !isInCode(state) && !isInContents(state) && !format.isHidden;
}

function addText(written: string, around: Around): void {
  const { state, format, href, pieces } = around;
  if (isInCode(state) || written === '') return;
  if (isInContents(state)) {
    state.tally.contents += written.trim().length;
    return;
  }
  if (format.isHidden) {
    state.tally.hidden += written.trim().length;
    return;
  }
  const { text, notice } = shownText(written, format);
  if (notice !== undefined) state.notices.push(notice);
  if (format.isItalic && text.trim() !== '') state.tally.italics += 1;
  const { isBold, isStruck } = format;
  pieces.push({
    type: 'text',
    text,
    isBold,
    isStruck,
    href: href ?? usable(linkOfField(state) ?? '', state),
  });
}

/** A link that a page may have; what leads into somebody's computer is said. */
function usable(address: string, state: ReadingState): string | undefined {
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(address)) return address;
  if (address !== '') state.notices.push(`链接“${address.slice(0, 80)}”不是网址，只带入了文字。`);
  return undefined;
}

function addSign({ attributes: { font = '', char = '' } }: XmlElement, around: Around): void {
  const code = Number.parseInt(char, 16);
  const sign = Number.isNaN(code) ? undefined : signOf(code, font);
  if (sign !== undefined)
    addText(sign, { ...around, format: { ...around.format, signFont: undefined } });
  else addLost('符号', `符号字体“${font}”里的一个符号没有带入，请补上。`, around);
}

/** A mark that stands where something did; `check` does not let it be published. */
function addLost(name: string, notice: string, around: Around): void {
  if (!isShown(around)) return;
  around.state.notices.push(notice);
  const text = `【未导入：${name}】`;
  around.pieces.push({ type: 'text', text, isBold: false, isStruck: false });
}

function turnField(kind: string | undefined, { fields }: ReadingState): void {
  if (kind === 'begin') fields.push({ code: '', isResult: false });
  const field = fields.at(-1);
  if (kind === 'separate' && field) field.isResult = true;
  if (kind === 'end') fields.pop();
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
