/** How the parts of an open article stand on the page. */
import type { EditorHead } from './editor-head.ts';
import { element } from './element.ts';

interface EditorParts {
  head: EditorHead;
  bar: HTMLElement;
  texts: { write: HTMLElement; source: HTMLElement };
  problems: { node: HTMLElement };
  preview: { node: HTMLElement };
}

/**
 * @param isReader who is here may not write: the page has the place of the text
 * @returns the whole, and the part in which one writes
 */
export function editorFrame(
  { head, bar, texts, problems, preview }: EditorParts,
  isReader: boolean,
): { node: HTMLElement; main: HTMLElement } {
  const main = element(
    'div',
    { className: 'editor-main' },
    head.node,
    element('div', { className: 'editor-bar' }, bar, head.steps),
    element('div', { className: 'editor-scroll' }, texts.write, texts.source),
    problems.node,
  );
  const className = isReader ? 'editor only-read' : 'editor';
  return { node: element('div', { className }, main, preview.node), main };
}
