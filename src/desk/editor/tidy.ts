/**
 * A document as Markdown can say it, which is how readers see it too: no spaces at the edges of paragraphs and of bold type, no
 * empty blocks, a link where an address is written.
 */
import { Fragment } from 'prosemirror-model';
import type { Mark, Node } from 'prosemirror-model';
import { bareAddresses } from '../../markdown/bare-address.ts';
import { bodySchema, isList } from './schema.ts';

const SPACES = /^(\s*)([\s\S]*?)(\s*)$/u;
const HAN = /\p{Script=Han}/u;

/** The same where nothing is to be done; undefined for a block of which nothing remains. */
export function tidyBlock(block: Node): Node | undefined {
  const name = block.type.name;
  if (name === 'card' || name === 'rule') return block;
  if (name === 'figure') return withInline(block, trimmed(childrenOf(block)));
  if (block.inlineContent) {
    const content = inlineOf(block);
    return content.length === 0 ? undefined : withInline(block, content);
  }
  if (name === 'table') return tidyTable(block);
  if (name === 'list_item') return tidyItem(block);
  const kept = tidyBlocks(childrenOf(block));
  if (kept.length > 0) return isList(block) ? looseWhere(block, kept) : withChildren(block, kept);
  // An item or a note may be empty: they have a number.
  return name === 'note' ? block : undefined;
}

/** An item begins with a paragraph, be it empty. */
function tidyItem(item: Node): Node {
  const [first, ...others] = childrenOf(item);
  if (!first) return item;
  const paragraph = withInline(first, inlineOf(first));
  const rest = tidyBlocks(others);
  const isSpare = paragraph.childCount === 0 && rest[0]?.type === paragraph.type;
  return withChildren(item, isSpare ? rest : [paragraph, ...rest]);
}

function tidyBlocks(blocks: readonly Node[]): Node[] {
  const kept: Node[] = [];
  for (const block of blocks.flatMap((each) => tidyBlock(each) ?? [])) {
    const one = joinLists(kept.at(-1), block);
    if (one) kept[kept.length - 1] = one;
    else kept.push(block);
  }
  return kept;
}

/** With an empty line within an item Markdown has one between all of them. */
function looseWhere(list: Node, items: readonly Node[]): Node {
  const isLoose = items.some((item) => childrenOf(item).slice(1).some(isParted));
  return isLoose && !list.attrs['isLoose']
    ? list.type.create({ ...list.attrs, isLoose }, Fragment.fromArray([...items]))
    : withChildren(list, items);
}

/** A list may stand right below a paragraph, unless it begins with an empty item. */
function isParted(block: Node): boolean {
  return !isList(block) || block.firstChild?.firstChild?.childCount === 0;
}

/** Two lists of one kind beside one another are one in Markdown, whose number goes on where the second begins at one. */
export function joinLists(one: Node | undefined, other: Node): Node | undefined {
  if (!one || !isList(one) || one.type !== other.type) return undefined;
  const start = Number(other.attrs['start'] ?? 1);
  const items = childrenOf(other).map((item, index) =>
    index === 0 && start !== 1 && item.attrs['value'] === null
      ? item.type.create({ ...item.attrs, value: start }, item.content)
      : item,
  );
  return one.copy(one.content.append(Fragment.fromArray(items)));
}

/** The first row of a table is its head, whichever was the first before; a column is set as its head is. */
function tidyTable(table: Node): Node {
  const { table_header: head, table_cell: cell } = bodySchema.nodes;
  const aligned = table.firstChild ? childrenOf(table.firstChild) : [];
  return mapped(table, (row, rowIndex) =>
    mapped(row, (old, column) => {
      const type = (rowIndex === 0 ? head : cell) ?? old.type;
      const align: unknown = aligned[column]?.attrs['align'] ?? null;
      const tidy = mapped(old, (paragraph) => withInline(paragraph, inlineOf(paragraph)));
      if (type === old.type && align === old.attrs['align']) return tidy;
      return type.create({ ...old.attrs, align }, tidy.content);
    }),
  );
}

/** Whether two tidy blocks look the same: which lists have empty lines between items, Markdown decides by what is around. */
export function areAlike(one: Node, other: Node): boolean {
  return one.eq(other) || withoutLoose(one).eq(withoutLoose(other));
}

function withoutLoose(node: Node): Node {
  if (node.inlineContent || node.isLeaf) return node;
  const children = childrenOf(node).map(withoutLoose);
  return node.type.create(
    isList(node) ? { ...node.attrs, isLoose: false } : node.attrs,
    Fragment.fromArray(children),
  );
}

export function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, index) => node.child(index));
}

function mapped(node: Node, change: (child: Node, index: number) => Node): Node {
  return withChildren(node, childrenOf(node).map(change));
}

/** The node itself where its children are what they were. */
function withChildren(node: Node, children: readonly Node[]): Node {
  const isSame =
    children.length === node.childCount &&
    children.every((child, index) => child === node.child(index));
  return isSame ? node : node.copy(Fragment.fromArray([...children]));
}

function withInline(node: Node, children: readonly Node[]): Node {
  const content = Fragment.fromArray(joined(children));
  return content.eq(node.content) ? node : node.copy(content);
}

function inlineOf(node: Node): Node[] {
  return linked(trimmed(childrenOf(node).flatMap(withoutEdges)));
}

/** Bold type and the like may not begin or end with a space, and is none on spaces alone; Chinese has no italics. */
function withoutEdges(node: Node): Node[] {
  if (!node.isText) return [node];
  const text = node.text ?? '';
  const kept = node.marks.filter(({ type }) => type.name === 'link' || type.name === 'code');
  if (kept.length === node.marks.length) return [node];
  const [, before = '', inner = '', after = ''] = SPACES.exec(text) ?? [];
  const isItalic = node.marks.some(({ type }) => type.name === 'strong') || !HAN.test(inner);
  const own = node.marks.filter(({ type }) => isItalic || type.name !== 'em');
  return [textOf(before, kept), textOf(inner, own), textOf(after, kept)].flat();
}

function textOf(text: string, marks: readonly Mark[]): Node[] {
  return text === '' ? [] : [bodySchema.text(text, marks)];
}

/** No spaces at the beginning or the end of a line, and no line without words at either end. */
function trimmed(nodes: readonly Node[]): Node[] {
  const lines: Node[][] = [[]];
  const breaks: Node[] = [];
  for (const node of nodes) {
    if (node.type.name === 'hard_break') {
      breaks.push(node);
      lines.push([]);
    } else {
      lines.at(-1)?.push(node);
    }
  }
  const cut = lines.map(trimmedLine);
  const first = cut.findIndex((line) => line.length > 0);
  const last = cut.findLastIndex((line) => line.length > 0);
  if (first === -1) return [];
  return cut
    .slice(first, last + 1)
    .flatMap((line, index) => (index === 0 ? line : [breakAt(breaks, first + index), ...line]));
}

function breakAt(breaks: readonly Node[], line: number): Node {
  const found = breaks[line - 1];
  if (!found) throw new Error('There is a break before each line but the first');
  // Bold or not, it looks the same.
  return found.mark([]);
}

function trimmedLine(line: readonly Node[]): Node[] {
  const kept = [...line];
  for (const end of [0, -1] as const) {
    for (let node = kept.at(end); node?.isText; node = kept.at(end)) {
      const text = end === 0 ? (node.text ?? '').trimStart() : (node.text ?? '').trimEnd();
      if (text === node.text) break;
      kept.splice(end, 1, ...textOf(text, node.marks));
      if (text !== '') break;
    }
  }
  return kept;
}

/** What the site makes a link of. */
function linked(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    const isPlain =
      node.isText && !node.marks.some(({ type }) => /^(?:link|code)$/.test(type.name));
    if (!isPlain) return [node];
    const text = node.text ?? '';
    const pieces: Node[] = [];
    let end = 0;
    for (const { index, written, url } of bareAddresses(text)) {
      const mark = bodySchema.marks['link']?.create({ href: url });
      pieces.push(...textOf(text.slice(end, index), node.marks));
      pieces.push(...textOf(written, mark?.addToSet(node.marks) ?? node.marks));
      end = index + written.length;
    }
    return end === 0 ? [node] : [...pieces, ...textOf(text.slice(end), node.marks)];
  });
}

function joined(nodes: readonly Node[]): Node[] {
  const result: Node[] = [];
  for (const node of nodes) {
    const last = result.at(-1);
    if (last?.isText && node.isText && last.sameMarkup(node)) {
      result[result.length - 1] = bodySchema.text(
        (last.text ?? '') + (node.text ?? ''),
        node.marks,
      );
    } else {
      result.push(node);
    }
  }
  return result;
}
