/** What comes into a text from outside: pasted pages and Word texts, pasted and dropped files. */
import type { BodyFieldOptions } from './body-field.ts';
import { deskApi, wordsOf } from './desk-api.ts';
import { element } from './element.ts';
import { insertBlock } from './insert-bar.ts';
import { notice } from './notices.ts';
import { copiedText, pasteText } from './pasted-text.ts';
import type { CopiedText } from './pasted-text.ts';
import type { TextBox } from './text-box.ts';
import { movedPlace } from './text-lines.ts';

/** Sends files and puts each into the text where it was meant to be, however long that takes. */
export type AddFiles = (files: readonly File[], place: number) => Promise<void>;

/** @param onAdded the article has other files now */
export function fileAdder(id: string, box: TextBox, onAdded: () => void): AddFiles {
  return async (files, place) => {
    let at = place;
    const failed: string[] = [];
    for (const file of files) {
      const before = box.area.value;
      notice('done', `正在放入「${file.name}」…`);
      try {
        const { markdown } = await deskApi.addFile(id, file, file.name);
        at = movedPlace(before, box.area.value, at);
        await insertBlock(box, at, markdown);
        at = box.area.selectionEnd;
        if (markdown.startsWith('![](')) selectCaption(box, at - markdown.length);
      } catch (error) {
        failed.push(`「${file.name}」没有放进来：${wordsOf(error)}`);
      }
    }
    const done = files.length - failed.length;
    if (failed.length > 0) notice('problem', ...failed.map((words) => element('p', {}, words)));
    else notice('done', `放进来 ${done} 个文件。图片说明写在方括号里。`);
    if (done > 0) onAdded();
  };
}

/** The caret goes where the words under a picture are written. */
function selectCaption({ area }: TextBox, start: number): void {
  area.setSelectionRange(start + 2, start + 2);
}

export function takeIn(box: TextBox, options: BodyFieldOptions, addFiles: AddFiles): void {
  const { area } = box;
  let isPlain = false;
  area.addEventListener('keydown', ({ shiftKey }) => (isPlain = shiftKey));
  area.addEventListener('keyup', () => (isPlain = false));
  area.addEventListener('paste', (event) => {
    const { clipboardData: board } = event;
    if (!board || isPlain) return;
    const copied = copiedText(board);
    // Word and Excel put a picture of the text beside it; a picture that was copied has a page without words.
    if (copied.html !== '' && hasWords(copied.html)) {
      event.preventDefault();
      void paste(box, copied, options);
    } else if (board.files.length > 0) {
      event.preventDefault();
      void addFiles([...board.files].map(named), area.selectionEnd);
    }
  });
  area.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  });
  area.addEventListener('drop', (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    void addFiles(files, placeAt(area, event) ?? area.selectionEnd);
  });
}

/** In the place of what is selected now, wherever that is when it comes. */
function paste(box: TextBox, copied: CopiedText, options: BodyFieldOptions): Promise<void> {
  const { value: before, selectionStart, selectionEnd } = box.area;
  const typeOver = (text: string): Promise<void> =>
    box.edit((now) => {
      const from = movedPlace(before, now, selectionStart);
      const to = Math.max(from, movedPlace(before, now, selectionEnd));
      const end = from + text.length;
      return { from, to, text, select: { from: end, to: end } };
    });
  return pasteText(copied, options, { markdown: typeOver, words: typeOver });
}

/** Whether the clipboard's page says anything. */
export function hasWords(html: string): boolean {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const hidden of page.querySelectorAll('style, script, title')) hidden.remove();
  return page.body.textContent.trim() !== '';
}

/** A picture from the clipboard is `image.png`, whatever it shows and however many there are. */
export function named(file: File): File {
  if (!/^image\.\w+$/u.test(file.name)) return file;
  const moment = new Date().toISOString().replaceAll(/\D/gu, '').slice(2, 14);
  return new File([file], file.name.replace('image', `图${moment}`), { type: file.type });
}

/** The place of the text under the pointer, where the browser knows it. */
function placeAt(area: HTMLTextAreaElement, { clientX, clientY }: MouseEvent): number | undefined {
  const found = document.caretPositionFromPoint?.(clientX, clientY);
  return found && (found.offsetNode === area || area.contains(found.offsetNode))
    ? found.offset
    : undefined;
}
