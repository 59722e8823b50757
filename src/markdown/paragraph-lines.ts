/** The lines of paragraphs as readers would see them, for `judgeLineEnds`. */
import type { Nodes, Paragraph, Parents, Root } from 'mdast';
import { homeOf } from './home-of-line.ts';
import { judgeLineEnds } from './judge-line-ends.ts';
import type { Line, LineEnd } from './line-ends.ts';
import type { Source } from './source.ts';

/** A paragraph of more than one line. */
export interface LinedParagraph {
  paragraph: Paragraph;
  /** What it lies in, the root first. */
  ancestors: Parents[];
  lines: Line[];
  /** For each line the place in `ancestors` of that to which its indentation and marks say it belongs. */
  homes: number[];
  /** What follows each line but the last; `break` is a line break that was written as one. */
  ends: (LineEnd | 'break')[];
}

/** Judges the line ends of a whole body; `tree` as it was parsed. */
export function linedParagraphs(tree: Root, source: Source): LinedParagraph[] {
  const found: LinedParagraph[] = [];
  for (const { paragraph, ancestors } of paragraphsIn(tree, [])) {
    const texts = [''];
    const breaks: boolean[] = [];
    collect(paragraph, texts, breaks);
    if (texts.length > 1) found.push(lined(paragraph, ancestors, { texts, breaks }, source));
  }
  const judged = judgeLineEnds(found.map(({ lines }) => lines));
  for (const [index, { ends }] of found.entries()) {
    for (const [place, end] of ends.entries())
      if (end !== 'break') ends[place] = judged[index]?.[place] ?? 'join';
  }
  return found;
}

function* paragraphsIn(
  parent: Parents,
  above: readonly Parents[],
): Generator<{ paragraph: Paragraph; ancestors: Parents[] }> {
  const ancestors = [...above, parent];
  for (const child of parent.children) {
    if (child.type === 'paragraph') yield { paragraph: child, ancestors };
    else if ('children' in child) yield* paragraphsIn(child, ancestors);
  }
}

function lined(
  paragraph: Paragraph,
  ancestors: Parents[],
  { texts, breaks }: { texts: readonly string[]; breaks: readonly boolean[] },
  source: Source,
): LinedParagraph {
  const first = paragraph.position?.start.line ?? 1;
  const isWhole = paragraph.position?.end.line === first + texts.length - 1;
  const depth = ancestors.length - 1;
  const isItem = ancestors[depth]?.type === 'listItem';
  const homes: number[] = [];
  const lines = texts.map((text, index): Line => {
    const written = isWhole ? (source.lines[first + index - 1] ?? '') : text;
    const home = isWhole && index > 0 ? homeOf(written, ancestors) : depth;
    homes.push(home);
    const leavesItem = isItem && home < depth;
    const isIndented =
      /^[\u00a0\u3000]/u.test(text) ||
      ((depth === 0 || leavesItem) && /^(?:\t| {2})/.test(written));
    return { text, written: written.replace(/^[\s>]+/, ''), isIndented, leavesItem };
  });
  const ends = breaks.map((isBreak): LineEnd | 'break' => (isBreak ? 'break' : 'join'));
  return { paragraph, ancestors, homes, lines, ends };
}

/** Unicode's own sign for a thing that stands among letters. */
export const PICTURE = '\ufffc';

function collect(node: Nodes, texts: string[], breaks: boolean[]): void {
  if (node.type === 'text' || node.type === 'inlineCode') {
    const [first = '', ...rest] = node.value.split('\n');
    texts[texts.length - 1] += first;
    for (const line of rest) {
      breaks.push(false);
      texts.push(line);
    }
  } else if (node.type === 'break') {
    breaks.push(true);
    texts.push('');
  } else if (node.type === 'image') {
    texts[texts.length - 1] += PICTURE;
  } else if ('children' in node) {
    for (const child of node.children) collect(child, texts, breaks);
  }
}
