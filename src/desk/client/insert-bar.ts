/** The buttons above a text, in words: each writes what the site reads as a heading, a list, a table … */
import { button, element } from './element.ts';
import { askLink, askTable } from './insert-asked.ts';
import { block, bold, footnote, lineMark, link, table } from './markdown-marks.ts';
import type { TextBox } from './text-box.ts';

/** @param addFiles asked for pictures or attachments with the place where they belong */
export function insertBar(
  box: TextBox,
  addFiles: (files: readonly File[], place: number) => void,
): HTMLElement {
  const picker = (accept: string) => {
    const input = element('input', { type: 'file', multiple: true, accept });
    input.addEventListener('change', () =>
      addFiles([...(input.files ?? [])], box.area.selectionEnd),
    );
    input.click();
  };
  const buttons: [string, string, () => void][] = [
    [
      '小标题',
      '把这一段变成小标题；再按一次变回来',
      () => void box.edit((text, range) => lineMark(text, range, '## ', '小标题')),
    ],
    ['加粗', '加粗选中的文字（Ctrl+B）', () => void box.edit(bold)],
    [
      '列表',
      '把选中的几段变成列表，每段一项',
      () => void box.edit((text, range) => lineMark(text, range, '- ', '第一项')),
    ],
    ['表格', '插入一张空表格', () => void insertTable(box)],
    ['图片', '选择图片，插到光标所在的一段后面', () => picker('image/*')],
    ['附件', '选择文件，插入下载链接', () => picker('')],
    ['链接', '把选中的文字变成链接', () => void insertLink(box)],
    ['脚注', '在光标处加注释序号，注释写在文末', () => void box.edit(footnote)],
    [
      '引用',
      '把选中的几段变成引用',
      () => void box.edit((text, range) => lineMark(text, range, '> ', '引用的文字')),
    ],
  ];
  const bar = element('div', {
    className: 'insert-bar',
    attributes: { role: 'group', 'aria-label': '插入' },
  });
  for (const [words, help, act] of buttons) {
    const made = button(words, act, { title: help });
    // The text keeps the caret, and a word that is being composed its letters.
    made.addEventListener('mousedown', (event) => event.preventDefault());
    bar.append(made);
  }
  box.area.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'b')
      return;
    event.preventDefault();
    void box.edit(bold);
  });
  return bar;
}

async function insertTable(box: TextBox): Promise<void> {
  const size = await askTable();
  if (size) await box.edit((text, range) => table(text, range, size.rows, size.columns));
}

async function insertLink(box: TextBox): Promise<void> {
  const { selectionStart: from, selectionEnd: to, value } = box.area;
  const asked = await askLink({ words: value.slice(from, to).trim(), address: '' });
  if (asked) await box.edit((_, range) => link(range, asked.words, asked.address));
}

/** @param place of the text as it is now */
export function insertBlock(box: TextBox, place: number, written: string): Promise<void> {
  return box.edit((text) => block(text, place, written));
}
