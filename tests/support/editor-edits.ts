/** Edits of a body by chance: what hands, keys and buttons do to a document, one transaction each. */
import { lift, setBlockType, splitBlock, toggleMark, wrapIn } from 'prosemirror-commands';
import { splitListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection } from 'prosemirror-state';
import type { Command, EditorState } from 'prosemirror-state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow } from 'prosemirror-tables';
import { bodySchema } from '../../src/desk/editor/schema.ts';
import type { Random } from './random.ts';

const { nodes, marks } = bodySchema;
const WORDS = [
  '加强公共机构节能管理',
  '2026年11月',
  '3.14万吨',
  '“十四五”',
  '《办法》',
  '，',
  '。',
  ' ',
  '　',
  'A4纸',
  '*',
  '**重点**',
  '_',
  '1. ',
  '# ',
  '- ',
  '| 表 |',
  '<b>',
  '{x}',
  '[1]',
  '[^1]',
  '~~',
  '`',
  'www.example.gov.cn',
  '：',
  '（一）',
  '\\',
  '&amp;',
];

const COMMANDS: readonly Command[] = [
  toggle('strong'),
  toggle('strong'),
  toggle('strong'),
  splitBlock,
  splitBlock,
  block('heading', { depth: 2 }),
  block('paragraph'),
  list('bullet_list'),
  list('ordered_list'),
  wrap('blockquote'),
  lift,
  item,
  addRowAfter,
  addColumnAfter,
  deleteRow,
  deleteColumn,
  (state, dispatch) => {
    dispatch?.(state.tr.deleteSelection());
    return !state.selection.empty;
  },
];

function toggle(name: string): Command {
  return (state, dispatch) => {
    const type = marks[name];
    return type ? toggleMark(type)(state, dispatch) : false;
  };
}

function block(name: string, attrs: object | null = null): Command {
  return (state, dispatch) => {
    const type = nodes[name];
    return type ? setBlockType(type, attrs as null)(state, dispatch) : false;
  };
}

function list(name: string): Command {
  return (state, dispatch) => {
    const type = nodes[name];
    return type ? wrapInList(type)(state, dispatch) : false;
  };
}

function wrap(name: string): Command {
  return (state, dispatch) => {
    const type = nodes[name];
    return type ? wrapIn(type)(state, dispatch) : false;
  };
}

function item(...[state, dispatch]: Parameters<Command>): boolean {
  const type = nodes['list_item'];
  return type ? splitListItem(type, { value: null })(state, dispatch) : false;
}

/** One edit at a place of a document. */
export function editedByChance(random: Random, state: EditorState): EditorState {
  const selected = state.apply(state.tr.setSelection(aSelection(random, state)));
  if (random.next() < 0.4) return selected.apply(selected.tr.insertText(random.pick(WORDS)));
  let next = selected;
  random.pick(COMMANDS)(selected, (tr) => (next = selected.apply(tr)));
  return next;
}

/** Within one block mostly, over several now and then. */
function aSelection(random: Random, { doc }: EditorState): TextSelection {
  const at = random.between(0, doc.content.size);
  const length = random.next() < 0.4 ? 0 : random.next() < 0.9 ? random.between(1, 9) : 80;
  const [from, to] = [doc.resolve(at), doc.resolve(Math.min(doc.content.size, at + length))];
  const selection = TextSelection.between(from, to);
  return selection instanceof TextSelection ? selection : TextSelection.create(doc, 1);
}
