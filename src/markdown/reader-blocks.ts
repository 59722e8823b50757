/** A body → the blocks that readers see, each piece with its place in the source. */
import type { Definition, Image, ImageReference, Link, Nodes, Parents, Root } from 'mdast';
import { privateWords, privateWordsOfAddress } from '../model/private-words.ts';
import { THING } from '../model/reader-text.ts';
import type { BlockKind, ReaderBlock, Stretch } from '../model/reader-text.ts';
import { attributeTexts } from './readable-text.ts';
import { expressionText } from './mdx-expression.ts';
import { sourceOf } from './source.ts';
import type { Source } from './source.ts';
import { visit } from './visit.ts';

/**
 * The words of a body without its code, comments and addresses; of these what is private alone.
 * @param tree as readers will see it: every plugin has changed it
 * @param firstLine 1-based line of the file on which `body` begins
 */
export function readerBlocks(tree: Root, body: string, firstLine: number): ReaderBlock[] {
  const writer = new BlockWriter(sourceOf(body), firstLine, namedIn(tree, body));
  for (const child of tree.children) writeBlocks(child, writer);
  return writer.blocks;
}

/** The names by which links and pictures call addresses that are written elsewhere. */
function namedIn(tree: Root, body: string): ReadonlySet<string> {
  const named = new Set<string>();
  if (!body.includes(']:')) return named;
  visit(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') named.add(node.identifier);
  });
  return named;
}

function writeBlocks(node: Nodes, writer: BlockWriter): void {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      writer.block(node.type, node);
      break;
    case 'table':
      for (const [row, { children }] of node.children.entries())
        for (const cell of children) writer.block('cell', cell, row);
      break;
    case 'mdxJsxFlowElement':
      for (const text of attributeTexts(node)) writer.aside('caption', text, startOf(node));
      for (const child of node.children) writeBlocks(child, writer);
      break;
    case 'mdxFlowExpression':
      writer.aside('paragraph', expressionText(node) ?? '', startOf(node));
      break;
    case 'code':
      writer.private(privateWords(node.value), startOf(node));
      break;
    case 'definition':
      writer.ofDefinition(node);
      break;
    case 'html':
      break;
    default:
      if ('children' in node) for (const child of node.children) writeBlocks(child, writer);
  }
}

function startOf(node: Nodes): number | undefined {
  return node.position?.start.offset;
}

/** Words of which it is not known where they stand are looked for no further than this behind what stands before them. */
const REACH = 400;

class BlockWriter {
  readonly blocks: ReaderBlock[] = [];
  readonly #source: Source;
  readonly #firstLine: number;
  /** Offset in the body behind what was written last. */
  #cursor = 0;
  #text = '';
  #stretches: Stretch[] = [];
  #isOpen = false;
  #asides: ReaderBlock[] = [];

  readonly #named: ReadonlySet<string>;

  constructor(source: Source, firstLine: number, named: ReadonlySet<string>) {
    this.#source = source;
    this.#named = named;
    this.#firstLine = firstLine;
  }

  block(kind: BlockKind, node: Parents, row?: number): void {
    this.#cursor = startOf(node) ?? this.#cursor;
    this.#text = '';
    this.#stretches = [];
    this.#isOpen = true;
    for (const child of node.children) this.#inline(child, false);
    const text = this.#text;
    const isEmpty = text.replaceAll(THING, '').trim() === '';
    // An empty cell is one, too: of a header it is told.
    if (!isEmpty || row !== undefined) {
      const stretches =
        this.#stretches.length > 0 ? this.#stretches : [this.#place(0, this.#cursor)];
      this.blocks.push({ kind, text, stretches, ...(row !== undefined && { row }) });
    }
    this.blocks.push(...this.#asides);
    this.#asides = [];
    this.#isOpen = false;
  }

  /** What is shown beside the text. */
  aside(kind: BlockKind, text: string, start = this.#cursor): void {
    if (text.trim() === '') return;
    const found = this.#find(text, start);
    const place = this.#place(0, found ?? start);
    const stretch = found === undefined ? { ...place, column: undefined } : place;
    (this.#isOpen ? this.#asides : this.blocks).push({ kind, text, stretches: [stretch] });
  }

  /** Words that are shown, and not judged as such. */
  private(found: readonly string[], start: number | undefined, kind: BlockKind = 'caption'): void {
    for (const words of found) this.aside(kind, words, start);
  }

  /** Nobody reads one that is not called. */
  ofDefinition(node: Definition): void {
    if (this.#named.has(node.identifier)) this.#ofLink(node);
  }

  #ofLink(node: Link | Image | ImageReference | Definition): void {
    if (node.type === 'imageReference') return;
    this.private(privateWords(node.title ?? ''), startOf(node));
    this.private(privateWordsOfAddress(node.url), startOf(node), 'name');
  }

  #inline(node: Nodes, isLink: boolean): void {
    switch (node.type) {
      case 'text':
        this.#words(node.value, startOf(node), isLink);
        break;
      case 'break':
        this.#text += '\n';
        break;
      case 'image':
      case 'imageReference':
        this.#text += THING;
        this.aside('alt', node.alt ?? '', startOf(node));
        this.#ofLink(node);
        break;
      case 'inlineCode':
        this.#text += THING;
        this.private(privateWords(node.value), startOf(node));
        break;
      case 'mdxTextExpression':
        this.#words(expressionText(node) ?? '', startOf(node), isLink);
        break;
      case 'link': {
        const [only] = node.children;
        const isAddress =
          node.children.length === 1 && only?.type === 'text' && node.url.endsWith(only.value);
        if (isAddress) this.#text += THING;
        else for (const child of node.children) this.#inline(child, true);
        this.#ofLink(node);
        break;
      }
      case 'mdxJsxTextElement':
        for (const text of attributeTexts(node)) this.aside('caption', text, startOf(node));
        for (const child of node.children) this.#inline(child, isLink);
        break;
      default:
        if ('children' in node) for (const child of node.children) this.#inline(child, isLink);
    }
  }

  #words(text: string, start: number | undefined, isLink: boolean): void {
    if (text === '') return;
    const { body } = this.#source;
    // A text that was parted keeps the place of its whole.
    let from = Math.max(start ?? 0, this.#cursor);
    const at = this.#text.length;
    this.#text += text;
    if (!body.startsWith(text, from)) {
      const found = this.#find(text, from);
      if (found === undefined) return this.#pieces(text, at, from, isLink);
      from = found;
    }
    this.#cursor = from + text.length;
    let passed = 0;
    for (const line of text.split('\n')) {
      this.#stretches.push(this.#place(at + passed, from + passed, isLink));
      passed += line.length + 1;
    }
  }

  /** Words that are written otherwise: lines joined, signs escaped. What is the same is followed, the rest is passed over. */
  #pieces(text: string, at: number, start: number, isLink: boolean): void {
    const { body } = this.#source;
    let source = start;
    let open = false;
    for (let index = 0; index < text.length; index += 1) {
      if (body[source] !== text[index]) {
        open = false;
        const next = this.#find(text[index] ?? '', source);
        if (next === undefined) {
          const place = this.#place(at + index, source, isLink);
          this.#stretches.push({ ...place, column: undefined });
          continue;
        }
        source = next;
      }
      if (!open) this.#stretches.push(this.#place(at + index, source, isLink));
      open = text[index] !== '\n';
      source += 1;
    }
    this.#cursor = source;
  }

  /** Where a text stands, not far behind an offset. */
  #find(text: string, from: number): number | undefined {
    const near = this.#source.body.slice(from, from + REACH + text.length);
    const found = near.indexOf(text);
    return found === -1 ? undefined : from + found;
  }

  #place(at: number, offset: number, isLink = false): Stretch {
    const { line, column } = this.#source.placeOf(offset);
    return { at, line: this.#firstLine + line - 1, column, ...(isLink && { isLink: true }) };
  }
}
