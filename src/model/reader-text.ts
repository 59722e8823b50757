/** A text as readers see it, cut into blocks, with the places where its words stand in their file. */
import type { Edit } from './issue.ts';

export type BlockKind =
  'title' | 'summary' | 'paragraph' | 'heading' | 'cell' | 'alt' | 'caption' | 'name';

/** One paragraph, heading, cell, caption or field; a `name` is one of a file, or an address. */
export interface ReaderBlock {
  kind: BlockKind;
  /** The words alone; a picture, code, or an address that stands for itself among them is `THING`. */
  text: string;
  /** In the order of the text; the first begins at 0. */
  stretches: readonly Stretch[];
  /** Of a cell: its row, the header's being 0. */
  row?: number;
}

/** A piece of a block that stands in the file as it is, on one line. */
export interface Stretch {
  /** UTF-16 offset in the block's text at which it begins. */
  at: number;
  /** 1-based line of the file. */
  line: number;
  /** 0-based UTF-16 column of that line; undefined where it is written otherwise: an entity, a field's value. */
  column: number | undefined;
  /** Words that lead somewhere. */
  isLink?: true;
}

/** Unicode's own sign for a thing that stands among letters. */
export const THING = '\ufffc';

/** The stretch to which an offset of a block's text belongs. */
export function stretchAt({ stretches }: ReaderBlock, offset: number): Stretch | undefined {
  return stretches.findLast(({ at }) => at <= offset) ?? stretches[0];
}

/** The exchange of words as a change of the file; undefined where they are not written there in one piece. */
export function editOfWords(
  block: ReaderBlock,
  offset: number,
  was: string,
  becomes: string,
): Edit | undefined {
  const stretch = stretchAt(block, offset);
  if (stretch?.column === undefined || was === '' || was.includes('\n')) return undefined;
  if (stretchAt(block, offset + was.length - 1) !== stretch) return undefined;
  return { line: stretch.line, column: stretch.column + offset - stretch.at, was, becomes };
}

/** A field's text as a block: where in its line the words stand is left to whoever reads the file. */
export function fieldBlock(kind: BlockKind, text: string, line: number): ReaderBlock {
  return { kind, text, stretches: [{ at: 0, line, column: undefined }] };
}
