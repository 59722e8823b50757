/** The buttons above a text, in words: each writes what the site reads as a heading, a list, a table … */
import { CANCEL, confirmed, dialogField } from './dialogs.ts';
import { button, element } from './element.ts';
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
    ['表格', '插入一张空表格', () => void askTable(box)],
    ['图片', '选择图片，插到光标所在的一段后面', () => picker('image/*')],
    ['附件', '选择文件，插入下载链接', () => picker('')],
    ['链接', '把选中的文字变成链接', () => void askLink(box)],
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

async function askTable(box: TextBox): Promise<void> {
  const rows = element('input', { type: 'number', min: '2', max: '50', value: '4' });
  const columns = element('input', { type: 'number', min: '2', max: '12', value: '3' });
  const isOk = ({ value, min, max }: HTMLInputElement) =>
    /^\d+$/u.test(value) && Number(value) >= Number(min) && Number(value) <= Number(max);
  const answer = await confirmed({
    title: '插入表格',
    content: [
      dialogField('行数', rows, '连表头一行在内，2 到 50。'),
      dialogField('列数', columns, '2 到 12。'),
    ],
    choices: [
      CANCEL,
      {
        value: 'insert',
        words: '插入',
        kind: 'main',
        refuse: () =>
          isOk(rows) && isOk(columns) ? undefined : '行数写 2 到 50，列数写 2 到 12。',
      },
    ],
  });
  if (answer === undefined) return;
  await box.edit((text, range) => table(text, range, Number(rows.value), Number(columns.value)));
}

async function askLink(box: TextBox): Promise<void> {
  const { selectionStart: from, selectionEnd: to, value } = box.area;
  const words = element('input', { value: value.slice(from, to).trim() });
  const address = element('input', { placeholder: 'https://', inputMode: 'url' });
  const answer = await confirmed({
    title: '插入链接',
    content: [
      dialogField('显示的文字', words),
      dialogField('网址', address, '从浏览器的地址栏复制，以 http 开头；本站的页面以 / 开头。'),
    ],
    choices: [
      CANCEL,
      {
        value: 'insert',
        words: '插入',
        kind: 'main',
        refuse: () =>
          words.value.trim() === ''
            ? '写上显示的文字。'
            : /^(?:https?:\/\/\S|\/|mailto:|tel:|#)/u.test(address.value.trim())
              ? undefined
              : '网址以 http://、https:// 或 / 开头。',
      },
    ],
  });
  if (answer === undefined) return;
  await box.edit((_, range) => link(range, words.value.trim(), address.value.trim()));
}

/** @param place of the text as it is now */
export function insertBlock(box: TextBox, place: number, written: string): Promise<void> {
  return box.edit((text) => block(text, place, written));
}
