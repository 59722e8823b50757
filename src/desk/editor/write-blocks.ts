/** From the editor's blocks to a Markdown tree. */
import type {
  BlockContent,
  Blockquote,
  Heading,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  TableCell,
  TableRow,
} from 'mdast';
import type { Mark, Node } from 'prosemirror-model';
import { childrenOf } from './tidy.ts';

/** @param block tidy, and no card */
export function mdastOf(block: Node): RootContent {
  const { attrs } = block;
  switch (block.type.name) {
    case 'paragraph':
      return { type: 'paragraph', children: phrasing(block) };
    case 'heading':
      return {
        type: 'heading',
        depth: attrs['depth'] as Heading['depth'],
        children: phrasing(block),
      };
    case 'figure': {
      const { src: url, title } = attrs as { src: string; title: string | null };
      return paragraphOf([{ type: 'image', url, title, alt: block.textContent }]);
    }
    case 'blockquote':
      return { type: 'blockquote', children: blocks(block) as Blockquote['children'] };
    case 'note': {
      const label = String(attrs['label']);
      const children = blocks(block).filter((child) => !isEmpty(child)) as BlockContent[];
      return { type: 'footnoteDefinition', identifier: label, label, children };
    }
    case 'bullet_list':
    case 'ordered_list': {
      const spread = Boolean(attrs['isLoose']);
      const isOrdered = block.type.name === 'ordered_list';
      return {
        type: 'list',
        ordered: isOrdered,
        ...(isOrdered && { start: Number(attrs['start']) }),
        spread,
        children: childrenOf(block).map((item) => itemOf(item, spread)),
      };
    }
    case 'rule':
      return { type: 'thematicBreak' };
    case 'card':
      return { type: 'html', value: String(attrs['source']) };
    case 'table': {
      const [head] = childrenOf(block);
      return {
        type: 'table',
        align: head ? childrenOf(head).map(alignOf) : [],
        children: childrenOf(block).map(rowOf),
      };
    }
    default:
      throw new Error(`No Markdown for ${block.type.name}`);
  }
}

function paragraphOf(children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function blocks(parent: Node): RootContent[] {
  return childrenOf(parent).map(mdastOf);
}

function isEmpty(node: RootContent): boolean {
  return node.type === 'paragraph' && node.children.length === 0;
}

function itemOf(item: Node, spread: boolean): ListItem {
  const value = item.attrs['value'] as number | null;
  const children = blocks(item) as BlockContent[];
  return {
    type: 'listItem',
    spread,
    children: children[0] && isEmpty(children[0]) ? children.slice(1) : children,
    ...(value !== null && { data: { hProperties: { value: String(value) } } }),
  };
}

function alignOf({ attrs }: Node): 'left' | 'right' | 'center' | null {
  return (attrs['align'] ?? null) as 'left' | 'right' | 'center' | null;
}

function rowOf(row: Node): TableRow {
  return {
    type: 'tableRow',
    children: childrenOf(row).map((cell): TableCell => {
      const { firstChild } = cell;
      return { type: 'tableCell', children: firstChild ? phrasing(firstChild) : [] };
    }),
  };
}

function phrasing(block: Node): PhrasingContent[] {
  return nested(childrenOf(block), []);
}

/** Which of two that are equally long is the outer one. */
const ORDER = ['link', 'del', 'strong', 'em'];

/** Marks lie flat in the editor; in Markdown that which lasts longest is around the others. */
function nested(nodes: readonly Node[], open: readonly Mark[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (let index = 0; index < nodes.length;) {
    const node = nodes[index];
    if (!node) break;
    const outer = outerMark(nodes, index, open);
    if (!outer) {
      result.push(leafOf(node));
      index += 1;
      continue;
    }
    const { mark, length } = outer;
    const inner = nested(nodes.slice(index, index + length), [...open, mark]);
    result.push(marked(mark, inner));
    index += length;
  }
  return result;
}

function outerMark(nodes: readonly Node[], index: number, open: readonly Mark[]) {
  let found: { mark: Mark; length: number } | undefined;
  for (const name of ORDER) {
    const mark = nodes[index]?.marks.find(({ type }) => type.name === name);
    if (!mark || open.some((one) => one.eq(mark))) continue;
    let end = index;
    while (nodes[end] && mark.isInSet(nodes[end]?.marks ?? [])) end += 1;
    const length = end - index;
    if (!found || length > found.length) found = { mark, length };
  }
  return found;
}

function marked({ type, attrs }: Mark, children: PhrasingContent[]): PhrasingContent {
  switch (type.name) {
    case 'link':
      return { type: 'link', url: String(attrs['href']), title: attrs['title'] as null, children };
    case 'strong':
      return { type: 'strong', children };
    case 'em':
      return { type: 'emphasis', children };
    default:
      return { type: 'delete', children };
  }
}

function leafOf(node: Node): PhrasingContent {
  const { attrs, marks, text = '' } = node;
  switch (node.type.name) {
    case 'text':
      return marks.some(({ type }) => type.name === 'code')
        ? { type: 'inlineCode', value: text }
        : { type: 'text', value: text };
    case 'hard_break':
      return { type: 'break' };
    case 'image': {
      const { src: url, alt, title } = attrs as { src: string; alt: string; title: string | null };
      return { type: 'image', url, alt, title };
    }
    case 'note_ref': {
      const label = String(attrs['label']);
      return { type: 'footnoteReference', identifier: label, label };
    }
    default:
      return { type: 'html', value: String(attrs['source']) };
  }
}
