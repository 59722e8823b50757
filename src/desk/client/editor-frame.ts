/** How the parts of an open article stand on the page. */
import type { EditorHead } from './editor-head.ts';
import { element } from './element.ts';
import { tabs, type Tabs } from './tabs.ts';

interface EditorParts {
  head: EditorHead;
  bar: HTMLElement;
  texts: { write: HTMLElement; source: HTMLElement };
  problems: { node: HTMLElement };
  preview: { node: HTMLElement };
}

/** The text in its two forms, and the preview where it does not stand beside them. */
export function editorTabs(
  texts: EditorParts['texts'],
  preview: EditorParts['preview'],
  onChoose: (name: string) => Promise<boolean>,
): Tabs {
  return tabs(
    [
      { name: 'write', words: '正文', panel: texts.write },
      { name: 'source', words: '源文件', panel: texts.source },
      { name: 'preview', words: '预览', panel: preview.node },
    ],
    onChoose,
  );
}

/** @returns the whole, and the part in which one writes */
export function editorFrame({ head, bar, texts, problems, preview }: EditorParts): {
  node: HTMLElement;
  main: HTMLElement;
} {
  const main = element(
    'div',
    { className: 'editor-main' },
    head.node,
    element('div', { className: 'editor-bar' }, bar, head.steps),
    element('div', { className: 'editor-scroll' }, texts.write, texts.source),
    problems.node,
  );
  return { node: element('div', { className: 'editor' }, main, preview.node), main };
}
