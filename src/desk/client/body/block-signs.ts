/** Signs of problems beside the blocks that they are in. They stand outside of what is edited, and change nothing in it. */
import type { Node } from 'prosemirror-model';
import type { EditorView } from 'prosemirror-view';
import type { SavedBody } from '../../editor/save-body.ts';
import { element } from '../element.ts';
import type { LineMark } from '../text-box.ts';

export interface BlockSigns {
  node: HTMLElement;
  show(marks: readonly LineMark[], saved: SavedBody): void;
  /** Puts them beside their blocks again. */
  place(): void;
}

export function blockSigns(view: EditorView): BlockSigns {
  const node = element('div', { className: 'gutter', attributes: { 'aria-hidden': 'true' } });
  let shown: { mark: LineMark; block: Node }[] = [];

  function place() {
    node.replaceChildren();
    // The window may be resized once more behind an article that was left.
    if (view.isDestroyed) return;
    const top = view.dom.getBoundingClientRect().top;
    view.state.doc.forEach((block, offset) => {
      const marks = shown.filter((one) => one.block === block).map(({ mark }) => mark);
      const dom = marks.length > 0 ? view.nodeDOM(offset) : undefined;
      if (!(dom instanceof HTMLElement)) return;
      const level = marks.some((mark) => mark.level === 'stop') ? 'stop' : (marks[0]?.level ?? '');
      const title = marks.map(({ words }) => words).join('\n');
      const sign = element(
        'span',
        { className: `sign ${level}`, title },
        level === 'stop' ? '!' : '·',
      );
      sign.style.insetBlockStart = `${dom.getBoundingClientRect().top - top}px`;
      node.append(sign);
    });
  }

  return {
    node,
    place,
    show(marks, saved) {
      shown = marks.flatMap((mark) => {
        const block = blockOfLine(saved, mark.line);
        return block ? [{ mark, block }] : [];
      });
      place();
    },
  };
}

/** The block in which a line of the saved text is: the last that begins above it, or on it. */
export function blockOfLine({ lines }: SavedBody, line: number): Node | undefined {
  return lines.findLast((one) => one.line <= line)?.block ?? lines[0]?.block;
}
