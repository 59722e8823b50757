/** A body as its Markdown: where the editor cannot show it, or is not there. */
import type { BodyField, BodyFieldOptions } from './body-field.ts';
import { insertBar, insertBlock } from './insert-bar.ts';
import { element } from './element.ts';
import { fileAdder, takeIn } from './taken-in.ts';
import { textBox } from './text-box.ts';
import { headingBefore } from './text-lines.ts';

export function markdownBody(options: BodyFieldOptions): BodyField {
  const { id, isReadOnly, onChange, onAdded } = options;
  const box = textBox('正文', onChange);
  const addFiles = fileAdder(id, box, onAdded);
  box.area.readOnly = isReadOnly;
  if (!isReadOnly) takeIn(box, options, addFiles);
  const bar = insertBar(box, (chosen, place) => void addFiles(chosen, place));
  bar.hidden = isReadOnly;
  return {
    node: element('div', {}, bar, box.node),
    fill(text) {
      box.fill(text);
      return true;
    },
    text: () => box.area.value,
    isComposing: box.isComposing,
    mark: box.mark,
    goToLine: box.goToLine,
    wordsOfLine: (line) => `第 ${line} 行`,
    heading: () => headingBefore(box.area.value, box.area.selectionStart),
    insertFile({ name, isPicture }) {
      const target = /[\s()<>]/u.test(name) ? `<${name}>` : name;
      const written = isPicture ? `![](${target})` : `[${name}](${target})`;
      void insertBlock(box, box.area.selectionEnd, written);
    },
    async exchangePicture(name, other) {
      const pieces = box.area.value.split(`](${name})`);
      const text = pieces.join(`](${other})`);
      const select = { from: 0, to: 0 };
      if (pieces.length > 1) await box.edit((now) => ({ from: 0, to: now.length, text, select }));
      return pieces.length - 1;
    },
    close() {
      // A field goes with its page.
    },
  };
}
