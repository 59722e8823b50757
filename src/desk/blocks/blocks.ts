/** What a text from an office holds, as it is read: paragraphs and tables in their order, formatting reduced to what a page shows. */
/** What stands before a paragraph. */
export interface Label {
  /** `（一）`, `第一条` with the space that parts it from the text; empty for a bullet. */
  text: string;
  /** 0 is the outermost. */
  level: number;
  isBullet: boolean;
  /** Whether Word's own number format is a plain 1, 2, 3. */
  isDecimal: boolean;
  /** Whether the outermost level of its list counts in Chinese, as official texts do. */
  isOfficial: boolean;
}

/** A stretch of a paragraph. */
export type Piece = TextPiece | BreakPiece | PicturePiece | NotePiece;

export interface TextPiece {
  type: 'text';
  text: string;
  isBold: boolean;
  isStruck: boolean;
  /** Address of a link that leads out of the file. */
  href?: string | undefined;
}

interface BreakPiece {
  type: 'break';
}

export interface PicturePiece {
  type: 'picture';
  /** Path of its bytes within the file. */
  part: string;
  /** What its writer said of it for those who do not see it; often a machine's guess. */
  description: string;
  /** What Word does not show of it, as parts of its width and height. */
  crop?: { left: number; top: number; right: number; bottom: number } | undefined;
  /** Degrees clockwise, in quarters. */
  turn: 0 | 90 | 180 | 270;
}

export interface NotePiece {
  type: 'note';
  kind: 'footnote' | 'endnote';
  id: string;
}

export interface ParagraphBlock {
  type: 'paragraph';
  pieces: Piece[];
  label: Label | undefined;
  /** `center`, `right`, `both` … as Word names them. */
  align: string | undefined;
  /** Of its largest letters, half points. */
  size: number;
  /** Name of its style, small letters. */
  style: string;
  /** 0 is the first level of headings. */
  outline: number | undefined;
  /** What staff have to be told of it, whole Chinese sentences. */
  notices: string[];
}

export interface TableBlock {
  type: 'table';
  /** Cells by row, merged ones repeated, so that each row has as many. */
  rows: Cell[][];
  notices: string[];
}

export interface Cell {
  blocks: Block[];
}

export type Block = ParagraphBlock | TableBlock;

/** A whole file. */
export interface OfficeText {
  blocks: Block[];
  /** By `footnote:2`. */
  notes: ReadonlyMap<string, Block[]>;
  /** Of the file as a whole. */
  notices: string[];
}

/** The words of a paragraph, its automatic number first; a line break is a space. */
export function wordsOf({ label, pieces }: ParagraphBlock): string {
  const text = pieces
    .map((piece) => (piece.type === 'text' ? piece.text : piece.type === 'break' ? ' ' : ''))
    .join('');
  return `${label?.text ?? ''}${text}`.trim();
}

export function hasPicture({ pieces }: ParagraphBlock): boolean {
  return pieces.some(({ type }) => type === 'picture');
}

/** Whether nothing of it would be seen. */
export function isEmpty(block: Block): boolean {
  return block.type === 'paragraph' && block.pieces.every(isBlank) && block.notices.length === 0;
}

function isBlank(piece: Piece): boolean {
  if (piece.type === 'text') return piece.text.trim() === '';
  return piece.type === 'break';
}

/** Word parts number and text by a tab; in print 一、 and （一） need none, and 第一条 has a full-width space. */
export function parted(number: string): string {
  if (/[、．，：；。）)①-⒛㉑-㊿㊀-㊉]$/u.test(number)) return number;
  return /[章节条编款]$/u.test(number) ? `${number}\u3000` : `${number} `;
}
