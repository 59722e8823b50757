/** What is asked before a table or a link is put into a text. */
import { CANCEL, confirmed, dialogField } from './dialogs.ts';
import { element } from './element.ts';

export interface TableSize {
  /** With the head. */
  rows: number;
  columns: number;
}

export interface AskedLink {
  words: string;
  address: string;
}

/** Undefined after 取消. */
export async function askTable(): Promise<TableSize | undefined> {
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
  if (answer === undefined) return undefined;
  return { rows: Number(rows.value), columns: Number(columns.value) };
}

/** Undefined after 取消. @param now the words that are selected, and where they lead to already */
export async function askLink(now: AskedLink): Promise<AskedLink | undefined> {
  const words = element('input', { value: now.words });
  const address = element('input', {
    placeholder: 'https://',
    inputMode: 'url',
    value: now.address,
  });
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
  if (answer === undefined) return undefined;
  return { words: words.value.trim(), address: address.value.trim() };
}
