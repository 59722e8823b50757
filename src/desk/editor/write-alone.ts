/** One block's text, read back among what the body defines: the first spelling that reads as what the editor shows. */
import type { Link, Nodes, RootContent } from 'mdast';
import type { Node } from 'prosemirror-model';
import { spellings } from '../text/write-markdown.ts';
import { loadBody } from './load-body.ts';
import { areAlike } from './tidy.ts';
import { mdastOf } from './write-blocks.ts';

/** The definitions of notes and addresses that a body holds: with them a `[…]` may be more than text. */
export function besideOf(blocks: readonly Node[]): string[] {
  return blocks.flatMap(({ type, attrs }) => {
    if (type.name === 'note') return [`[^${String(attrs['label'])}]: x`];
    const source = type.name === 'card' ? String(attrs['source']) : '';
    return /^\[[^\]^]+\]:.*$/.test(source) ? [source] : [];
  });
}

/** @param block tidy, as it stands at the top of the document */
export function writeAlone(block: Node, beside: readonly string[], isMdx: boolean): string {
  if (block.type.name === 'card') return String(block.attrs['source']);
  const isRight = (text: string): boolean => readsAs(text, block, beside, isMdx);
  const tree = mdastOf(block);
  let first: string | undefined;
  for (const one of [withBareLinks(tree), tree]) {
    for (const text of spellings(one)) {
      if (isRight(text)) return text;
      first ??= text;
    }
  }
  return first ?? '';
}

/** What looks like an item, and is a paragraph by itself, would be one of the list beside it. */
const ITEM = /^(?:[-*+]|\d+[.)])\s/;

function readsAs(text: string, block: Node, beside: readonly string[], isMdx: boolean): boolean {
  if (ITEM.test(text) && block.type.name === 'paragraph') return false;
  const others = text.includes('[') || block.type.name === 'note' ? beside : [];
  const { slices } = loadBody([text, ...others].join('\n\n'), isMdx);
  const [own] = slices;
  return own !== undefined && slices.length === 1 + others.length && areAlike(own.node, block);
}

/** An address in the text is a link by itself. */
function withBareLinks(node: RootContent): RootContent {
  return bare(node) as RootContent;
}

function bare(node: Nodes): Nodes {
  if (node.type === 'link' && isBare(node)) return node.children[0] ?? node;
  if (!('children' in node)) return node;
  return { ...node, children: node.children.map(bare) } as Nodes;
}

function isBare({ url, title, children }: Link): boolean {
  const [only] = children;
  if (children.length !== 1 || only?.type !== 'text' || title) return false;
  return ['', 'http://', 'mailto:'].some((start) => url === start + only.value);
}
