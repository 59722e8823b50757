/**
 * The field of a long text. A copy behind it, set in the same type, makes it as high as its text and knows where on the
 * screen a line is. Texts are changed as if they were typed, so that Ctrl+Z takes back what a button did.
 */
import { element } from './element.ts';
import type { TextEdit } from './markdown-marks.ts';
import { textCopy } from './text-copy.ts';
import { movedPlace, rangeOfLine, type TextRange } from './text-lines.ts';

export interface TextBox {
  /** What is shown: the field and what is beside its lines. */
  node: HTMLElement;
  area: HTMLTextAreaElement;
  /** Exchanges the whole text; what was typed before cannot be taken back. */
  fill(text: string): void;
  /** Changes it as if it were typed, once no word is being composed. */
  edit(make: (text: string, range: TextRange) => TextEdit): Promise<void>;
  isComposing(): boolean;
  goToLine(line: number): void;
  /** Marks beside lines, until the text has other lines. */
  mark(marks: readonly LineMark[]): void;
}

export interface LineMark {
  line: number;
  level: string;
  words: string;
}

export function textBox(label: string, onChange: () => void): TextBox {
  const area = element('textarea', { spellcheck: false, attributes: { 'aria-label': label } });
  const copy = textCopy();
  const gutter = element('div', { className: 'gutter', attributes: { 'aria-hidden': 'true' } });
  const node = element('div', { className: 'text-box' }, gutter, copy.node, area);
  let isComposing = false;
  let waiting: (() => void)[] = [];
  let marked: { lines: number; marks: readonly LineMark[] } = { lines: 0, marks: [] };

  const fit = () => copy.follow(area.value);
  const placeMarks = () => {
    gutter.replaceChildren();
    const isExact = area.scrollHeight <= area.clientHeight + 1;
    if (!isExact || copy.lines() !== marked.lines) return;
    for (const { line, level, words } of marked.marks) {
      const top = copy.topOfLine(line);
      if (top === undefined) continue;
      const sign = element(
        'span',
        { className: `sign ${level}`, title: words },
        level === 'stop' ? '!' : '·',
      );
      sign.style.insetBlockStart = `${top}px`;
      gutter.append(sign);
    }
  };
  area.addEventListener('input', () => {
    fit();
    if (copy.lines() !== marked.lines) gutter.replaceChildren();
    onChange();
  });
  area.addEventListener('compositionstart', () => (isComposing = true));
  area.addEventListener('compositionend', () => {
    isComposing = false;
    for (const goOn of waiting) setTimeout(goOn);
    waiting = [];
  });
  new ResizeObserver(placeMarks).observe(area);

  return {
    node,
    area,
    fill(text) {
      const { value: before, selectionStart, selectionEnd } = area;
      if (before !== text) {
        area.value = text;
        const places = [selectionStart, selectionEnd].map((place) =>
          movedPlace(before, text, place),
        );
        area.setSelectionRange(places[0] ?? 0, places[1] ?? 0);
      }
      fit();
    },
    async edit(make) {
      if (isComposing) await new Promise<void>((resolve) => waiting.push(resolve));
      const edit = make(area.value, { from: area.selectionStart, to: area.selectionEnd });
      area.focus({ preventScroll: true });
      typeInto(area, edit);
      area.setSelectionRange(edit.select.from, edit.select.to);
    },
    isComposing: () => isComposing,
    goToLine(line) {
      const range = rangeOfLine(area.value, line);
      area.focus({ preventScroll: true });
      if (!range) return;
      area.setSelectionRange(range.from, range.to);
      const top = copy.topOfLine(line) ?? 0;
      const anchor = element('span', { className: 'scroll-anchor' });
      anchor.style.insetBlockStart = `${top}px`;
      node.append(anchor);
      anchor.scrollIntoView({ block: 'center' });
      anchor.remove();
    },
    mark(marks) {
      marked = { lines: copy.lines(), marks };
      placeMarks();
    },
  };
}

/** `execCommand` is the one way to change a field that the browser can undo; without it the change is made all the same. */
function typeInto(area: HTMLTextAreaElement, { from, to, text }: TextEdit): void {
  area.setSelectionRange(from, to);
  if (from === to && text === '') return;
  const isDone =
    text === '' ? document.execCommand('delete') : document.execCommand('insertText', false, text);
  if (isDone) return;
  area.setRangeText(text, from, to, 'end');
  area.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
