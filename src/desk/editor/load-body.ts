/**
 * A body as the editor's document, with the slice of the source that each of its blocks was read from: a block that is not
 * changed is written by its slice, to the byte.
 */
import type { Root, RootContent } from 'mdast';
import type { Node } from 'prosemirror-model';
import { remark } from 'remark';
import { markdownSyntax, remarkReadingPlugins } from '../../markdown/plugins.ts';
import { componentGroups } from './components-in-source.ts';
import { cardOf, readBlock } from './read-blocks.ts';
import { bodySchema } from './schema.ts';

export interface Slice {
  node: Node;
  /** UTF-16 offsets of the source. */
  start: number;
  end: number;
}

export interface LoadedBody {
  doc: Node;
  source: string;
  /** One for each block of the document; none where the body holds nothing. */
  slices: readonly Slice[];
  /** Whether the file is an .mdx: what stands in it between `<` and `>` or in braces is not text. */
  isMdx: boolean;
}

const reader = remark().use(markdownSyntax).use(remarkReadingPlugins).freeze();

/**
 * @param source no body that is too much to be read (`markdown/inspect-size.ts`): that is shown as its Markdown
 * @param isMdx the file is an .mdx, whose components become cards
 */
export function loadBody(source: string, isMdx = false): LoadedBody {
  const tree = reader.runSync(reader.parse(source), { value: source }) as Root;
  const parts = isMdx ? componentGroups(partsOf(tree, source), source) : partsOf(tree, source);
  const slices = parts.map(({ nodes, start, end, isCard }): Slice => {
    const written = source.slice(start, end);
    const [only] = nodes;
    const node = nodes.length === 1 && only && !isCard ? readBlock(only, written) : cardOf(written);
    return { node, start, end };
  });
  const empty = bodySchema.nodes['paragraph']?.create();
  const blocks = slices.length > 0 ? slices.map(({ node }) => node) : empty ? [empty] : [];
  return { doc: bodySchema.topNodeType.create(null, blocks), source, slices, isMdx };
}

/** Blocks that cannot be told apart in the source are one part. */
export interface Part {
  nodes: RootContent[];
  start: number;
  end: number;
  isCard?: boolean;
}

function partsOf({ children }: Root, source: string): Part[] {
  const parts: Part[] = [];
  for (const node of children) {
    const { start, end } = offsetsOf(node);
    const last = parts.at(-1);
    if (last && (start === undefined || start < last.end || end === undefined)) {
      last.nodes.push(node);
      last.end = Math.max(last.end, end ?? last.end);
    } else {
      parts.push({ nodes: [node], start: start ?? 0, end: end ?? start ?? 0 });
    }
  }
  // Of lines that became paragraphs only the beginning is known; and a number that is text stands before its paragraph.
  let before = 0;
  for (const [index, part] of parts.entries()) {
    part.start = before + lengthOfSpace(source.slice(before, part.start));
    const next = parts[index + 1]?.start ?? source.length;
    if (part.end <= part.start) part.end = before + source.slice(before, next).trimEnd().length;
    before = part.end;
  }
  return parts;
}

function lengthOfSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function offsetsOf({ position }: RootContent): {
  start?: number | undefined;
  end?: number | undefined;
} {
  return { start: position?.start.offset, end: position?.end.offset };
}
