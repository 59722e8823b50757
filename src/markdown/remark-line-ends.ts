/** Lines that staff pasted as paragraphs, without empty lines between them, become paragraphs. */
import type { Break, Nodes, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { type LinedParagraph, linedParagraphs } from './paragraph-lines.ts';
import { Source } from './source.ts';

/** Parts paragraphs where `judgeLineEnds` says so; in a list's item by a line break. Must see the tree as it was parsed. */
export function remarkLineEnds() {
  return (tree: Root, file: { value: unknown }): void => {
    const source = new Source(String(file.value));
    const parted = linedParagraphs(tree, source).filter(({ ends }) => ends.includes('part'));
    const below = new Map<Nodes, Paragraph[]>();
    for (const [parent, own] of Map.groupBy(parted, (found) => found.parent)) {
      const replaced = new Map(own.map((found) => [found.paragraph, part(found, source)]));
      const last = replaced.get(parent.children.at(-1) as Paragraph);
      if (last && isMarked(parent)) below.set(parent, leaving(parent, last, source));
      parent.children = parent.children.flatMap((child): Nodes[] =>
        child.type === 'paragraph' ? (replaced.get(child) ?? [child]) : [child],
      ) as typeof parent.children;
    }
    if (below.size === 0) return;
    tree.children = tree.children.flatMap((child) => [child, ...(below.get(child) ?? [])]);
  };
}

function isMarked({ type }: Parents): boolean {
  return type === 'blockquote' || type === 'footnoteDefinition';
}

/** Takes the paragraphs out of a quotation or note whose lines do not bear its mark: Markdown lets them stay in it. */
function leaving(parent: Parents, paragraphs: Paragraph[], { lines }: Source): Paragraph[] {
  const mark = parent.type === 'blockquote' ? /^\s*>/ : /^\s/;
  const first = paragraphs.findIndex(
    ({ position }, index) => index > 0 && !mark.test(lines[(position?.start.line ?? 1) - 1] ?? ''),
  );
  return first === -1 ? [] : paragraphs.splice(first);
}

function part({ paragraph, parent, ends }: LinedParagraph, source: Source): Paragraph[] {
  const passed = { lines: 0 };
  const isItem = parent.type === 'listItem';
  const firstLine = paragraph.position?.start.line ?? 1;
  const parts: Paragraph[] = [];
  let content: PhrasingContent[] = [];
  let line = firstLine;
  const close = (): void => {
    const point = { line, column: 1, offset: source.offsetOf(line) };
    parts.push({ type: 'paragraph', children: content, position: { start: point, end: point } });
    content = [];
    line = firstLine + passed.lines;
  };
  for (const child of withBreaks(paragraph, ends, passed, () => (isItem ? newBreak() : PART))) {
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
