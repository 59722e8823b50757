/** 密级: such a paper is not for the web, wherever above its title the mark stands, and however it is spaced. */
import type { Block } from './blocks.ts';
import { wordsOf } from './blocks.ts';

/** 秘密, 机密★10年, 秘 密 ★ 1 年; with a copy's number before it, too (GB/T 9704-2012, 7.2.1 and 7.2.2). */
const MARK = /^(?:份号)?\d{0,6}(?:绝密|机密|秘密)(?:[★☆*＊].{0,12})?$/u;
/** Paragraphs among which a mark is looked for: the head of a paper with its frames and tables. */
const LOOKED_AT = 20;

/**
 * @param blocks of the whole text
 * @param others what stands on the paper beside it: headers and footers
 * @returns the mark as it is written; undefined where there is none
 */
export function secretMark(
  blocks: readonly Block[],
  others: readonly string[],
): string | undefined {
  const lines = [...linesOf(blocks)].filter((line) => line.trim() !== '').slice(0, LOOKED_AT);
  return [...lines, ...others].find((line) => MARK.test(line.replaceAll(/\s/gu, '')))?.trim();
}

function* linesOf(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    if (block.type === 'paragraph') yield* wordsOf(block).split('\n');
    else for (const cell of new Set(block.rows.flat())) yield* linesOf(cell.blocks);
  }
}
