/** The buttons above a body. Those that are on are pressed; those of a table or a list are there where the caret is in one. */
import { redo, undo } from 'prosemirror-history';
import type { Command, EditorState } from 'prosemirror-state';
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
} from 'prosemirror-tables';
import { button, element } from '../element.ts';
import {
  isBare,
  isBold,
  isHeading,
  isInQuote,
  listKind,
  moveIn,
  moveOut,
  toggleBold,
  toggleHeading,
  toggleList,
  toggleQuote,
} from './commands.ts';

export interface Toolbar {
  node: HTMLElement;
  show(state: EditorState): void;
}

/** What asks or fetches something, and is more than a command. */
export interface Asking {
  table: () => void;
  picture: () => void;
  attachment: () => void;
  link: () => void;
  note: () => void;
  component: () => void;
}

interface Tool {
  words: string;
  help: string;
  command?: Command;
  ask?: () => void;
  isOn?: (state: EditorState) => boolean;
  /** Where it would do nothing; a command says so itself. */
  isOff?: (state: EditorState) => boolean;
  /** One of the few that are there where there is little room. */
  isFirst?: true;
}

/** @param run carries a command out on the document as it is then */
export function toolbar(run: (command: Command) => void, asking: Asking): Toolbar {
  const always: Tool[] = [
    tool('小标题', '把这一段变成小标题；再按一次变回来', toggleHeading(0), (state) =>
      isHeading(state, 0),
    ),
    tool('下级标题', '小标题下面再分一层', toggleHeading(1), (state) => isHeading(state, 1)),
    tool('加粗', '加粗选中的文字（Ctrl+B）', toggleBold, isBold),
    tool(
      '列表',
      '把选中的几段变成列表，每段一项',
      toggleList('bullets'),
      (state) => listKind(state) === 'bullets',
    ),
    tool(
      '编号',
      '把选中的几段变成 1. 2. 3.',
      toggleList('numbers'),
      (state) => listKind(state) === 'numbers',
    ),
    tool('引用', '把选中的几段变成引用', toggleQuote, isInQuote),
    { words: '表格', help: '插入一张空表格', ask: asking.table, isOff: isInTable },
    {
      words: '图片',
      help: '选择图片，插到光标所在的一段后面',
      ask: asking.picture,
      isFirst: true,
    },
    { words: '附件', help: '选择文件，插入下载链接', ask: asking.attachment },
    { words: '链接', help: '把选中的文字变成链接', ask: asking.link, isOff: isBare },
    { words: '脚注', help: '在光标处加注释序号，注释写在文末', ask: asking.note, isOff: isBare },
    { words: '组件', help: '视频、提示框等', ask: asking.component },
    { words: '撤销', help: 'Ctrl+Z', command: undo },
    { words: '重做', help: 'Ctrl+Y', command: redo },
  ];
  const inTable: Tool[] = [
    { words: '加一行', help: '在光标所在的行下面', command: addRowAfter },
    { words: '加一列', help: '在光标所在的列右边', command: addColumnAfter },
    { words: '删这一行', help: '', command: deleteRow },
    { words: '删这一列', help: '', command: deleteColumn },
    { words: '删表格', help: '', command: deleteTable },
  ];
  const inList: Tool[] = [
    { words: '降一级', help: '排到上一项下面（Tab）', command: moveIn },
    { words: '升一级', help: '往外移一层（Shift+Tab）', command: moveOut },
  ];
  const made = new Map<Tool, HTMLButtonElement>();
  const buttonOf = (one: Tool): HTMLButtonElement => {
    const { words, help, command, ask } = one;
    const act = () => {
      if (command) run(command);
      else if (node.getAttribute('aria-disabled') !== 'true') ask?.();
    };
    const node = button(words, act, { title: help, className: one.isFirst ? 'first' : '' });
    if (one.isOn) node.setAttribute('aria-pressed', 'false');
    // The text keeps the caret, and a word that is being composed its letters.
    node.addEventListener('mousedown', (event) => event.preventDefault());
    made.set(one, node);
    return node;
  };
  const group = (name: string, tools: readonly Tool[]): HTMLElement =>
    element(
      'div',
      { className: 'tools', attributes: { role: 'group', 'aria-label': name } },
      ...tools.map(buttonOf),
    );
  const ofTable = group('表格', inTable);
  const ofList = group('列表', inList);
  const first = group('插入', always);
  first.append(moreTools());
  const node = element('div', { className: 'insert-bar' }, first, ofTable, ofList);
  return {
    node,
    show(state) {
      ofTable.hidden = !isInTable(state);
      ofList.hidden = listKind(state) === undefined;
      for (const [{ command, isOn, isOff }, pressed] of made) {
        const isUseless = command ? !command(state) : (isOff?.(state) ?? false);
        if (isOn) pressed.setAttribute('aria-pressed', String(isOn(state)));
        pressed.setAttribute('aria-disabled', String(isUseless));
      }
    },
  };
}

/** Shows the others where there is little room; elsewhere it is not seen. */
function moreTools(): HTMLButtonElement {
  const more = button('', () => open(more.getAttribute('aria-expanded') !== 'true'), {
    className: 'more-tools',
    title: '其余的按钮',
  });
  const open = (isOpen: boolean): void => {
    more.setAttribute('aria-expanded', String(isOpen));
    more.textContent = isOpen ? '收起▴' : '更多▾';
    more.setAttribute('aria-label', isOpen ? '收起工具' : '更多工具');
  };
  open(false);
  more.addEventListener('mousedown', (event) => event.preventDefault());
  return more;
}

const FIRST: readonly string[] = ['小标题', '加粗', '列表'];

function tool(
  words: string,
  help: string,
  command: Command,
  isOn: (state: EditorState) => boolean,
): Tool {
  return { words, help, command, isOn, ...(FIRST.includes(words) && { isFirst: true }) };
}
