/** Which paragraphs are headings: by Word's styles, and by the numbers that official texts have (一、 第一章). */
import type { Block, ParagraphBlock } from './blocks.ts';
import { wordsOf } from './blocks.ts';
import type { PictureGroup } from './captions.ts';

export type Depth = 2 | 3 | 4;

const LONGEST_HEADING = 60;
const LONGEST_NUMBERED = 32;
const CHAPTER = /^第[一二三四五六七八九十百\d]+[编章]/u;
const SECTION = /^第[一二三四五六七八九十百\d]+节/u;
const POINT = /^[一二三四五六七八九十]{1,3}、/u;
const SUB_POINT = /^[（(][一二三四五六七八九十]{1,3}[）)]/u;
/** From the first level to the last. */
const NUMBERED = [CHAPTER, SECTION, POINT, SUB_POINT];

/** @returns the depth of each paragraph that is one; 2 is the first below the page's title */
export function findHeadings(
  blocks: readonly (Block | PictureGroup)[],
): ReadonlyMap<ParagraphBlock, Depth> {
  const found = new Map<ParagraphBlock, Depth>();
  const styled = blocks.filter(isStyled);
  // Levels in use, whatever they are called: 标题 2 and 标题 3 alone are a first and a second.
  const levels = [...new Set(styled.map(({ outline }) => outline))].toSorted(
    (a, b) => (a ?? 0) - (b ?? 0),
  );
  for (const block of styled) {
    found.set(block, Math.min(4, 2 + levels.indexOf(block.outline)) as Depth);
  }
  const hasStyles = styled.length > 0;
  const paragraphs = blocks.flatMap((block) => (block.type === 'paragraph' ? [block] : []));
  const used = NUMBERED.filter((pattern) => paragraphs.some((block) => mayBe(block, pattern)));
  for (const [index, pattern] of used.entries()) {
    const depth = Math.min(4, 2 + index) as Depth;
    // Where styles say what is a heading, a number alone says nothing more.
    if (hasStyles && pattern !== CHAPTER && pattern !== SECTION) continue;
    for (const block of paragraphs) {
      if (found.has(block) || !mayBe(block, pattern)) continue;
      const next = blocks[blocks.indexOf(block) + 1];
      // Short points one below the other, or at the end, are a list and head nothing.
      const isListed = next === undefined || (next.type === 'paragraph' && mayBe(next, pattern));
      if (!isListed || pattern === CHAPTER) found.set(block, depth);
    }
  }
  return found;
}

function isStyled(block: Block | PictureGroup): block is ParagraphBlock {
  if (block.type !== 'paragraph' || block.outline === undefined || block.outline > 8) return false;
  const words = wordsOf(block);
  // Whole paragraphs are given a level by accident.
  return words.length <= LONGEST_HEADING && !/[。；]$/u.test(words);
}

function mayBe(block: ParagraphBlock, pattern: RegExp): boolean {
  const words = wordsOf(block);
  if (!pattern.test(words) || words.length > LONGEST_NUMBERED) return false;
  return !/[。；！？：:，,]/u.test(words.replace(pattern, ''));
}
