/**
 * A document as a body: blocks that are as they were loaded by their slices of the source, others written anew. What comes out
 * is read once more, and compared with what the editor shows.
 */
import type { Node } from 'prosemirror-model';
import { loadBody } from './load-body.ts';
import type { LoadedBody } from './load-body.ts';
import { areAlike, childrenOf, joinLists, tidyBlock } from './tidy.ts';
import { besideOf, writeAlone } from './write-alone.ts';

export interface SavedBody {
  text: string;
  /** Whether it reads back as what the editor shows. */
  isFaithful: boolean;
  /** The blocks of the document that stand in the text, in order, each with the 1-based line on which it begins. */
  lines: readonly { block: Node; line: number }[];
}

/** A block of the document with its text. */
interface Written {
  /** As the document has it. */
  whole: Node;
  /** As readers see it. */
  block: Node;
  text: string;
  /** Index of its slice, where it is as it was loaded. */
  slice: number | undefined;
}

export type SaveBody = (doc: Node) => SavedBody;

/** @returns saves documents that began as this body; a block that stays as it is, is written once */
export function bodySaver(loaded: LoadedBody): SaveBody {
  let known = new WeakMap<Node, string>();
  let knownBeside = '';
  return (doc) => {
    const blocks = childrenOf(doc);
    const beside = besideOf(blocks);
    // What a `[…]` means depends on them.
    if (beside.join('\n') !== knownBeside) known = new WeakMap();
    knownBeside = beside.join('\n');
    const write = (block: Node): string => {
      const text = known.get(block) ?? writeAlone(block, beside, loaded.isMdx);
      known.set(block, text);
      return text;
    };
    const written = tidied(blocks, loaded).map((part): Written => {
      const { block, slice } = part;
      const found = slice === undefined ? undefined : loaded.slices[slice];
      const text = found ? loaded.source.slice(found.start, found.end) : write(block);
      return { ...part, text };
    });
    const { text, lines } = joined(written, loaded);
    const isFaithful = text === loaded.source || isRead(text, written, loaded.isMdx);
    return { text, isFaithful, lines };
  };
}

/** What readers see of the blocks: lists that stand beside one another now are one. */
function tidied(blocks: readonly Node[], loaded: LoadedBody): Omit<Written, 'text'>[] {
  const slices = slicesOf(blocks, loaded);
  const result: Omit<Written, 'text'>[] = [];
  for (const [index, whole] of blocks.entries()) {
    const slice = slices[index];
    const block = slice === undefined ? tidyBlock(whole) : whole;
    if (!block) continue;
    const last = result.at(-1);
    const stoodSo = last?.slice !== undefined && slice === last.slice + 1;
    const list = stoodSo ? undefined : joinLists(last?.block, block);
    if (last && list) {
      result[result.length - 1] = { ...last, block: tidyBlock(list) ?? list, slice: undefined };
    } else {
      result.push({ whole, block, slice });
    }
  }
  return result;
}

/** For each block the slice that it is: the very node, or one like it at its place, as after an undo. */
function slicesOf(blocks: readonly Node[], { slices }: LoadedBody): (number | undefined)[] {
  const places = new Map(slices.map(({ node }, index) => [node, index]));
  const found = blocks.map((block) => places.get(block));
  let next = slices.length;
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const own = found[index];
    if (own !== undefined) {
      next = own;
      continue;
    }
    const before = found.slice(0, index).findLast((place) => place !== undefined) ?? -1;
    const block = blocks[index];
    const like = slices
      .slice(before + 1, next)
      .findLastIndex(({ node }) => block && node.eq(block));
    if (like === -1) continue;
    found[index] = before + 1 + like;
    next = before + 1 + like;
  }
  return found;
}

/** Between two that stood beside one another stays what stood there. */
function joined(
  written: readonly Written[],
  { source, slices }: LoadedBody,
): Pick<SavedBody, 'text' | 'lines'> {
  const end = source.includes('\r\n') ? '\r\n' : '\n';
  const lines: { block: Node; line: number }[] = [];
  let text = source.slice(0, slices[0]?.start ?? 0);
  let line = 1 + lineEndsIn(text);
  let before: number | undefined;
  for (const [index, { whole, text: own, slice }] of written.entries()) {
    const isNext = slice !== undefined && before !== undefined && slice === before + 1;
    const kept = isNext ? source.slice(slices[slice - 1]?.end, slices[slice]?.start) : end + end;
    const gap = index > 0 ? kept : '';
    line += lineEndsIn(gap);
    lines.push({ block: whole, line });
    line += lineEndsIn(own);
    text += gap + (slice === undefined ? own.replaceAll('\n', end) : own);
    before = slice;
  }
  const last = slices.at(-1);
  if (last) return { text: text + source.slice(last.end), lines };
  return { text: written.length === 0 ? source : text + end, lines };
}

function lineEndsIn(text: string): number {
  return text.split('\n').length - 1;
}

function isRead(text: string, written: readonly Written[], isMdx: boolean): boolean {
  const { slices } = loadBody(text, isMdx);
  return (
    slices.length === written.length &&
    written.every(({ block }, index) => slices[index] && areAlike(slices[index].node, block))
  );
}
