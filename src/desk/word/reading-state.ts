/** What is known while a Word file is read from its beginning to its end. */
import type { Block, Piece } from '../blocks/blocks.ts';
import type { WordFile, Part } from './open-word.ts';

/** A field (页码、目录、超链接) that has begun and not ended. */
interface OpenField {
  code: string;
  isResult: boolean;
}

/** What was left out or changed, counted for one sentence each. */
export interface Tally {
  revisions: number;
  comments: number;
  hidden: number;
  italics: number;
  textBoxes: number;
  contents: number;
}

export interface ReadingState {
  file: WordFile;
  /** The part that is read: the document, or its notes. */
  part: Part;
  fields: OpenField[];
  tally: Tally;
  /** Text boxes of the paragraph that is read, to stand behind it. */
  boxes: Block[];
  /** Notices of the paragraph that is read. */
  notices: string[];
  /** Text of a paragraph whose end was deleted: it runs on into the next one. */
  carried: Piece[];
  /** Within what else it is: files nest text boxes and tables as deep as they like. */
  depth: number;
}

export const DEEPEST_NESTING = 20;

export function newState(file: WordFile): ReadingState {
  return {
    file,
    part: file.main,
    fields: [],
    tally: { revisions: 0, comments: 0, hidden: 0, italics: 0, textBoxes: 0, contents: 0 },
    boxes: [],
    notices: [],
    carried: [],
    depth: 0,
  };
}

/** Whether what comes now is a table of contents, which the page makes itself. */
export function isInContents({ fields }: ReadingState): boolean {
  return fields.some(({ code, isResult }) => isResult && /^\s*TOC\b/i.test(code));
}

/** Whether what comes now is a field's instruction, which nobody reads. */
export function isInCode({ fields }: ReadingState): boolean {
  return fields.some(({ isResult }) => !isResult);
}

/** The address of the link that what comes now belongs to. */
export function linkOfField({ fields }: ReadingState): string | undefined {
  for (const { code, isResult } of fields.toReversed()) {
    const address = isResult ? /^\s*HYPERLINK\s+"([^"]+)"/i.exec(code)?.[1] : undefined;
    if (address !== undefined) return address;
  }
  return undefined;
}

/** A link ends with its paragraph, whether its file says so or not; what follows would be one without end. */
export function endLinks({ fields }: ReadingState): void {
  for (const field of fields) if (/^\s*HYPERLINK\b/i.test(field.code)) field.code = '';
}

/** A field begins, turns from its instruction to its result, or ends. @param kind `w:fldCharType` */
export function turnField(kind: string | undefined, { fields }: ReadingState): void {
  if (kind === 'begin') fields.push({ code: '', isResult: false });
  const field = fields.at(-1);
  if (kind === 'separate' && field) field.isResult = true;
  if (kind === 'end') fields.pop();
}
