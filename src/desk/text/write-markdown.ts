/**
 * A Markdown tree as text that reads back as the same tree. Markdown has many spellings for one thing, and Chinese beside
 * asterisks, brackets and digits misreads the usual one: each block is written, read by the site's own parser, and
 * written more carefully where that gives another.
 */
import type {
  Html,
  Link,
  List,
  ListItem,
  Nodes,
  Parents,
  PhrasingContent,
  RootContent,
  Strong,
  Text,
} from 'mdast';
import { remark } from 'remark';
import type { Info, Options, State } from 'mdast-util-to-markdown';
import remarkCjkFriendly from 'remark-cjk-friendly/serializeOnly';
import remarkCjkFriendlyGfmStrikethrough from 'remark-cjk-friendly-gfm-strikethrough/serializeOnly';
import remarkGfm from 'remark-gfm';
import { readMarkdown, shownForm } from './read-markdown.ts';

/** A block as it was written. */
export interface WrittenBlock {
  text: string;
  /** Whether it reads back as something else, whatever was tried. */
  isAltered: boolean;
}

const STYLE = {
  bullet: '-',
  emphasis: '*',
  strong: '*',
  rule: '-',
  listItemIndent: 'one',
  fences: true,
  incrementListMarker: true,
  resourceLink: true,
} as const;

type Handlers = NonNullable<Options['handlers']>;

function writer(text: ((value: string) => string) | undefined, link = plainLink) {
  const handlers: Partial<Handlers> = {
    listItem,
    // Of the two ways to write one the one that is seen.
    break: () => '\\\n',
    ...(text && { text: (node: Text) => text(node.value), link }),
  };
  return remark()
    .use(remarkGfm, { tablePipeAlign: false, singleTilde: false })
    .use(remarkCjkFriendlyGfmStrikethrough)
    .use(remarkCjkFriendly)
    .data('settings', { ...STYLE, handlers })
    .freeze();
}

/** An item with the number that it has: of the others each is one more than the one before. */
function listItem(node: ListItem, parent: Parents | undefined, state: State, info: Info): string {
  const sign = state.bulletCurrent ?? STYLE.bullet;
  const list = parent?.type === 'list' ? parent : undefined;
  const bullet = list?.ordered ? `${numberIn(list, node)}${sign}` : sign;
  const size = bullet.length + 1;
  const tracker = state.createTracker(info);
  tracker.move(`${bullet} `);
  tracker.shift(size);
  const exit = state.enter('listItem');
  const lines = state.containerFlow(node, tracker.current());
  exit();
  return state.indentLines(lines, (line, index, isBlank) =>
    index === 0 ? (isBlank ? bullet : `${bullet} ${line}`) : isBlank ? '' : ' '.repeat(size) + line,
  );
}

function numberIn({ start, children }: List, item: ListItem): number {
  let number = start ?? 1;
  for (const [index, { data }] of children.entries()) {
    number = Number(data?.hProperties?.['value'] ?? (index === 0 ? number : number + 1));
    if (children[index] === item) break;
  }
  return number;
}

/** The address as it is: `&` in one needs no sign before it. What it does to others is seen when it is read. */
function plainLink(node: Link, _parent: unknown, state: State, info: Info): string {
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  return `[${words}](${node.url})`;
}

/** With an end that no sign behind it is taken for a part of. */
function enclosedLink(node: Link, _parent: unknown, state: State, info: Info): string {
  const words = state.containerPhrasing(node, { ...info, before: '[', after: ']' });
  return `[${words}](<${node.url}>)`;
}

/** From the plainest spelling to the surest. */
const writers = [
  writer((value) => value),
  writer(undefined),
  writer((value) => value.replaceAll(/[!-/:-@[-`{-~]/g, reference)),
  writer((value) => value.replaceAll(/[!-/:-@[-`{-~\d]/g, reference)),
  writer((value) => value.replaceAll(/[!-/:-@[-`{-~]/g, reference), enclosedLink),
];

/** Words and Chinese marks alone: most paragraphs of an archive, and nothing in them that Markdown reads. */
const PLAIN_WORDS = /^\p{L}[\p{L}\p{N}，。、；：？！“”‘’（）《》…—·％]*$/u;

/** @param node any block but raw HTML */
export function writeBlock(node: RootContent): WrittenBlock {
  const wanted = shownForm(node);
  let first: string | undefined;
  for (const text of spellings(node)) {
    if (readsAs(text, node, wanted)) return { text, isAltered: false };
    first ??= text;
  }
  // Without bold type nothing is left that Markdown could misread.
  const bare = withoutMarks(node) as RootContent;
  const bareForm = shownForm(bare);
  for (const text of spellings(bare)) {
    if (readsAs(text, bare, bareForm)) return { text, isAltered: true };
  }
  return { text: first ?? '', isAltered: true };
}

/**
 * A block in the spellings that Markdown has for it, the plainest first: whoever asks takes the first that reads as it is
 * meant.
 */
export function* spellings(node: RootContent): Generator<string> {
  for (const vary of [same, withCarefulBold]) {
    const varied = forCells(vary(node));
    for (const processor of writers) {
      yield processor.stringify({ type: 'root', children: [varied] }).trimEnd();
    }
  }
}

/** Blocks with a blank line between them, as the file has them. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function same(node: RootContent): RootContent {
  return node;
}

/** Notes are read only where they are defined. */
function readsAs(text: string, node: RootContent, wanted: string): boolean {
  if (node.type === 'paragraph' && PLAIN_WORDS.test(text)) return true;
  const labels = [...new Set(notesIn(node))];
  const body = text + labels.map((label) => `\n\n[^${label}]: x`).join('');
  const { children } = readMarkdown(body);
  const [read, ...others] = children;
  return read !== undefined && others.length === labels.length && shownForm(read) === wanted;
}

function* notesIn(node: Nodes): Generator<string> {
  if (node.type === 'footnoteReference') yield node.label ?? node.identifier;
  if ('children' in node) for (const child of node.children) yield* notesIn(child);
}

function reference(character: string): string {
  return `&#x${character.codePointAt(0)?.toString(16).toUpperCase()};`;
}

/** In a cell a break is a tag: Markdown has no other way. */
function forCells(node: RootContent): RootContent {
  if (node.type !== 'table') return node;
  return mapped(node, (child) =>
    child.type === 'break' ? { type: 'html', value: '<br>' } : child,
  ) as RootContent;
}

/**
 * Bold type whose first and last characters are written as references, where beside a letter or a sign the asterisks
 * would be taken for text: 依据**《办法》**第3条.
 */
function withCarefulBold(node: RootContent): RootContent {
  return mapped(node, (child) => {
    if (child.type !== 'strong') return child;
    const [open, close] = [child.children.at(0), child.children.at(-1)];
    if (open?.type !== 'text' || close?.type !== 'text') return child;
    return { ...child, children: edged(child) };
  }) as RootContent;
}

function edged({ children }: Strong): PhrasingContent[] {
  return children.flatMap((child, index): PhrasingContent[] => {
    if (child.type !== 'text') return [child];
    const letters = Array.from(child.value);
    const head = index === 0 ? letters.splice(0, 1).join('') : '';
    const tail = index === children.length - 1 ? letters.splice(-1, 1).join('') : '';
    const middle: Text = { type: 'text', value: letters.join('') };
    return [raw(head), middle, raw(tail)].filter(({ value }) => value !== '');
  });
}

/** HTML is written as it stands, and a reference is read as its character. */
function raw(letters: string): Html {
  return { type: 'html', value: Array.from(letters, reference).join('') };
}

function withoutMarks(node: Nodes): Nodes {
  if (!('children' in node)) return node;
  const children = node.children.flatMap((child): Nodes[] => {
    const bare = withoutMarks(child);
    return (bare.type === 'strong' || bare.type === 'delete') && 'children' in bare
      ? bare.children
      : [bare];
  });
  return { ...node, children } as Nodes;
}

function mapped(node: Nodes, change: (node: Nodes) => Nodes): Nodes {
  const changed = change(node);
  if (!('children' in changed)) return changed;
  return { ...changed, children: changed.children.map((child) => mapped(child, change)) } as Nodes;
}
