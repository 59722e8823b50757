/** What a run of a Word file adds to its paragraph, where it is shown; what is not, is counted or said. */
import type { Piece } from '../blocks/blocks.ts';
import { picturesIn } from './read-drawing.ts';
import { isInCode, isInContents, linkOfField } from './reading-state.ts';
import type { ReadingState } from './reading-state.ts';
import { shownText, signOf } from './run-format.ts';
import type { RunFormat } from './run-format.ts';
import type { XmlElement } from './xml-tree.ts';

/** Where a piece stands: what the elements around it say. */
export interface Around {
  state: ReadingState;
  format: RunFormat;
  href: string | undefined;
  pieces: Piece[];
  /** The text boxes that are met, read by who reads blocks. */
  onBox: (content: XmlElement) => void;
}

/** Whether readers of the paper see what stands here. */
export function isShown({ state, format }: Around): boolean {
  return !isInCode(state) && !isInContents(state) && !format.isHidden;
}

/** @param written as it stands in the file */
export function addText(written: string, around: Around): void {
  const { state, format, href, pieces } = around;
  if (written === '') return;
  if (isInCode(state)) {
    state.tally.hidden += written.trim().length;
    return;
  }
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
export function usable(address: string, state: ReadingState): string | undefined {
  if (/^(?:https?:\/\/|mailto:|tel:)/i.test(address)) return address;
  if (address !== '') state.notices.push(`链接“${address.slice(0, 80)}”不是网址，只带入了文字。`);
  return undefined;
}

/** One sign of a sign font (`w:sym`). */
export function addSign(
  { attributes: { font = '', char = '' } }: XmlElement,
  around: Around,
): void {
  const code = Number.parseInt(char, 16);
  const sign = Number.isNaN(code) ? undefined : signOf(code, font);
  if (sign !== undefined)
    addText(sign, { ...around, format: { ...around.format, signFont: undefined } });
  else addLost('符号', `符号字体“${font}”里的一个符号没有带入，请补上。`, around);
}

/** A mark that stands where something did; `check` does not let it be published. */
export function addLost(name: string, notice: string, around: Around): void {
  if (!isShown(around)) return;
  around.state.notices.push(notice);
  const text = `【未导入：${name}】`;
  around.pieces.push({ type: 'text', text, isBold: false, isStruck: false });
}

/** Pictures, text boxes, artistic type. */
export function addDrawing(drawing: XmlElement, around: Around): void {
  for (const found of picturesIn(drawing, around.state.part)) {
    if (found.type === 'box') around.onBox(found.content);
    else if (found.type === 'lost') addLost(found.name, found.notice, around);
    else if (found.type === 'text') addText(found.text, around);
    else if (isShown(around)) around.pieces.push(found);
  }
}
