/** Lines that staff pasted as paragraphs, without empty lines between them, become paragraphs. */
import type { Break, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { leaveContainers } from './leave-containers.ts';
import { type LinedParagraph, linedParagraphs } from './paragraph-lines.ts';
import { Source } from './source.ts';

/**
 * Parts paragraphs where `judgeLineEnds` says so; in a list's item by a line break. What does not belong to the list or
 * quotation that Markdown put it in moves behind that. Must see the tree as it was parsed.
 */
export function remarkLineEnds() {
  return (tree: Root, file: { value: unknown }): void => {
    const source = new Source(String(file.value));
    const parted = linedParagraphs(tree, source).filter(({ ends }) => ends.includes('part'));
    // From the end: what moves takes along what is behind it, which is done by then.
    for (const found of parted.toReversed()) partLines(found, source);
  };
}

interface Part {
  paragraph: Paragraph;
  /** The place in the paragraph's ancestors of that to which it belongs. */
  home: number;
}

function partLines(found: LinedParagraph, source: Source): void {
  const { paragraph, ancestors } = found;
  const depth = ancestors.length - 1;
  const parent = ancestors[depth];
  if (!parent) return;
  const byHome = new Map<number, Part[]>();
  for (const part of partsOf(found, source)) {
    const same = byHome.get(part.home);
    if (same) same.push(part);
    else byHome.set(part.home, [part]);
  }
  const staying = byHome.get(depth)?.map((part) => part.paragraph) ?? [];
  (parent.children as Nodes[]).splice(parent.children.indexOf(paragraph as never), 1, ...staying);
  let last = staying.at(-1);
  let from = depth;
  for (const [home, parts] of byHome) {
    if (home === depth || !last) continue;
    const leaving = parts.map((part) => part.paragraph);
    leaveContainers(ancestors.slice(home, from + 1), last, leaving, source.body);
    last = leaving.at(-1);
    from = home;
  }
}

function partsOf({ paragraph, ancestors, ends, homes }: LinedParagraph, source: Source): Part[] {
  const depth = ancestors.length - 1;
  const isItem = ancestors[depth]?.type === 'listItem';
  const passed = { lines: 0 };
  const firstLine = paragraph.position?.start.line ?? 1;
  const parts: Part[] = [];
  let content: PhrasingContent[] = [];
  let line = firstLine;
  let home = depth;
  const close = (): void => {
    const point = { line, column: 1, offset: source.offsetOf(line) };
    const position = { start: point, end: point };
    parts.push({ paragraph: { type: 'paragraph', children: content, position }, home });
    content = [];
    line = firstLine + passed.lines;
    // What has left a list does not come back to it.
    home = Math.min(home, homes[passed.lines] ?? home);
  };
  const newEnd = (): Break =>
    isItem && Math.min(home, homes[passed.lines] ?? home) === depth ? newBreak() : PART;
  for (const child of withBreaks(paragraph, ends, passed, newEnd)) {
    if (child === PART) close();
    else content.push(child);
  }
  close();
  return parts;
}

/** Stands for the end of a paragraph. */
const PART: Break = { type: 'break' };

function newBreak(): Break {
  return { type: 'break' };
}

function* withBreaks(
  parent: Parents,
  ends: LinedParagraph['ends'],
  passed: { lines: number },
  newEnd: () => Break,
): Generator<PhrasingContent> {
  for (const child of parent.children as PhrasingContent[]) {
    if (child.type === 'text' && child.value.includes('\n')) {
      let open = '';
      for (const [index, text] of child.value.split('\n').entries()) {
        const isParted = index > 0 && ends[passed.lines] === 'part';
        if (index > 0) passed.lines += 1;
        if (isParted) {
          if (open !== '') yield { ...child, value: open };
          yield newEnd();
          open = text;
        } else {
          open += (index > 0 ? '\n' : '') + text;
        }
      }
      if (open !== '') yield { ...child, value: open };
      continue;
    }
    if (child.type === 'break') passed.lines += 1;
    if (child.type === 'inlineCode') passed.lines += child.value.split('\n').length - 1;
    if ('children' in child) {
      // Bold over two lines cannot be parted; a line break keeps them apart.
      child.children = [...withBreaks(child, ends, passed, newBreak)] as typeof child.children;
    }
    yield child;
  }
}
