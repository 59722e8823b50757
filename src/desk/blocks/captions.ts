/** Pictures with the line that says what they show, below them or above. */
import type { Block, ParagraphBlock, PicturePiece } from './blocks.ts';
import { hasPicture, wordsOf } from './blocks.ts';

const LONGEST_CAPTION = 120;
/** Half points, 小二: no caption is so large. */
const TITLE_SIZE = 36;
const CREDIT = /(?:摄|摄影|供图|资料图|拍摄)[）)]?[。]?$/u;

/** A run of pictures and their caption. */
export interface PictureGroup {
  type: 'pictures';
  pictures: PicturePiece[];
  /** Empty where there is none. */
  caption: string;
  notices: string[];
}

/** Paragraphs that are pictures alone become groups; text beside a picture stays a paragraph before or after it. */
export function groupPictures(blocks: readonly Block[]): (Block | PictureGroup)[] {
  const parts = blocks.flatMap(partsOf);
  const grouped: (Block | PictureGroup)[] = [];
  for (let index = 0; index < parts.length; index += 1) {
    const part = parts[index];
    if (!part) continue;
    if (part.type !== 'pictures') {
      grouped.push(part);
      continue;
    }
    const group = { ...part, pictures: [...part.pictures], notices: [...part.notices] };
    for (let next = parts[index + 1]; next?.type === 'pictures'; next = parts[index + 1]) {
      group.pictures.push(...next.pictures);
      group.notices.push(...next.notices);
      index += 1;
    }
    const below = parts[index + 1];
    const above = grouped.at(-1);
    if (isCaption(below)) {
      group.caption = wordsOf(below);
      group.notices.push(...below.notices);
      index += 1;
    } else if (isCaption(above) && /^(?:下)?图/u.test(wordsOf(above))) {
      group.caption = wordsOf(above);
      group.notices.push(...above.notices);
      grouped.pop();
    }
    grouped.push(group);
  }
  return grouped;
}

function partsOf(block: Block): (Block | PictureGroup)[] {
  if (block.type !== 'paragraph' || !hasPicture(block)) return [block];
  const parts: (ParagraphBlock | PictureGroup)[] = [];
  const textPart = (): ParagraphBlock => {
    const last = parts.at(-1);
    if (last?.type === 'paragraph') return last;
    // The number stands before the first words alone, and what is to be said, once.
    const isFirst = !parts.some(({ type }) => type === 'paragraph');
    const made = { ...block, pieces: [], label: isFirst ? block.label : undefined, notices: [] };
    parts.push(made);
    return made;
  };
  for (const piece of block.pieces) {
    if (piece.type === 'picture') {
      const last = parts.at(-1);
      if (last?.type === 'pictures') last.pictures.push(piece);
      else parts.push({ type: 'pictures', pictures: [piece], caption: '', notices: [] });
    } else if (piece.type === 'note' || (piece.type === 'text' && piece.text.trim() !== '')) {
      textPart().pieces.push(piece);
    } else if (parts.at(-1)?.type === 'paragraph') {
      textPart().pieces.push(piece);
    }
  }
  parts[0]?.notices.push(...block.notices);
  return parts;
}

function isCaption(block: Block | PictureGroup | undefined): block is ParagraphBlock {
  if (block?.type !== 'paragraph' || block.label) return false;
  const words = wordsOf(block);
  if (words === '' || words.length > LONGEST_CAPTION) return false;
  const isCentred =
    block.align === 'center' && block.outline === undefined && block.size < TITLE_SIZE;
  return (
    isCentred ||
    /^(?:上|下|左|右)?图\s?[\d一二三四五六七八九十：:为]/u.test(words) ||
    CREDIT.test(words)
  );
}

/** What a writer said of a picture, and not a program: 图片 1, IMG_2034.jpg, C:\…. */
export function isRealDescription(description: string): boolean {
  const words = description.trim();
  return (
    /\p{Script=Han}{2,}/u.test(words) &&
    !/^(?:图片|图像|图表)\s*\d*$|[\\/]|\.(?:jpe?g|png|gif|bmp)|描述已自动生成/iu.test(words)
  );
}
