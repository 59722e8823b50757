/** A copy of a text, set in the same type behind its field: a box for each line, so that a key lays out one line anew. */
import { element } from './element.ts';

export interface TextCopy {
  node: HTMLElement;
  follow(text: string): void;
  lines(): number;
  /** Pixels from the top; undefined where there is no such line. */
  topOfLine(line: number): number | undefined;
}

export function textCopy(): TextCopy {
  const node = element('div', { className: 'copy', attributes: { 'aria-hidden': 'true' } });
  let shown: string[] = [];
  return {
    node,
    follow(text) {
      const lines = text.split('\n');
      const most = Math.min(lines.length, shown.length);
      let start = 0;
      while (start < most && lines[start] === shown[start]) start += 1;
      let end = 0;
      while (end < most - start && lines.at(-1 - end) === shown.at(-1 - end)) end += 1;
      const next = node.children[shown.length - end] ?? null;
      for (let gone = shown.length - end - start; gone > 0; gone -= 1)
        node.children[start]?.remove();
      // An empty line is as high as any other.
      const boxes = lines
        .slice(start, lines.length - end)
        .map((line) => element('div', {}, line === '' ? '\n' : line));
      const added = document.createDocumentFragment();
      added.append(...boxes);
      node.insertBefore(added, next);
      shown = lines;
    },
    lines: () => shown.length,
    topOfLine(line) {
      const box = node.children[line - 1];
      return box && box.getBoundingClientRect().top - node.getBoundingClientRect().top;
    },
  };
}
