/** The lines of paragraphs as readers would see them, for `judgeLineEnds`. */
import type { Nodes, Paragraph, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { judgeLineEnds, type Line, type LineEnd } from './line-ends.ts';
import type { Source } from './source.ts';

/** A paragraph of more than one line. */
export interface LinedParagraph {
  paragraph: Paragraph;
  parent: Parents;
  lines: Line[];
  /** What follows each line but the last; `break` is a line break that was written as one. */
  ends: (LineEnd | 'break')[];
}

/** Judges the line ends of a whole body; `tree` as it was parsed. */
export function linedParagraphs(tree: Root, source: Source): LinedParagraph[] {
  const found: LinedParagraph[] = [];
  visit(tree, 'paragraph', (paragraph, _index, parent) => {
    const texts = [''];
    const breaks: boolean[] = [];
    collect(paragraph, texts, breaks);
    if (!parent || texts.length === 1) return;
    const first = paragraph.position?.start.line ?? 1;
    const isWhole = paragraph.position?.end.line === first + texts.length - 1;
    const lines = texts.map((text, index) => {
      const written = isWhole ? (source.lines[first + index - 1] ?? '') : text;
      const isIndented =
        /^[\u00a0\u3000]/u.test(text) || (parent.type === 'root' && /^(?:\t| {2})/.test(written));
      return { text, written: written.replace(/^[\s>]+/, ''), isIndented };
    });
    found.push({
      paragraph,
      parent,
      lines,
      ends: breaks.map((isBreak) => (isBreak ? 'break' : 'join')),
    });
  });
  const judged = judgeLineEnds(found.map(({ lines }) => lines));
  for (const [index, { ends }] of found.entries()) {
    for (const [place, end] of ends.entries())
      if (end !== 'break') ends[place] = judged[index]?.[place] ?? 'join';
  }
  return found;
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
