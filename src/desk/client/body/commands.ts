/** What keys and buttons do to a document. */
import {
  autoJoin,
  baseKeymap,
  chainCommands,
  lift,
  setBlockType,
  toggleMark,
  wrapIn,
} from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import type { NodeType } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from 'prosemirror-schema-list';
import { TextSelection } from 'prosemirror-state';
import type { Command, EditorState } from 'prosemirror-state';
import { goToNextCell, isInTable } from 'prosemirror-tables';
import { bodySchema } from '../../editor/schema.ts';

const { nodes, marks } = bodySchema;

function typeOf(name: string): NodeType {
  const type = nodes[name];
  if (!type) throw new Error(`The schema has no ${name}`);
  return type;
}

const item = typeOf('list_item');
const list = { bullets: typeOf('bullet_list'), numbers: typeOf('ordered_list') };

/** The depth of the outermost headings: staff used `##`, or another one. */
export function outermostDepth({ doc }: EditorState): number {
  let depth = 7;
  doc.descendants((node) => {
    if (node.type.name === 'heading') depth = Math.min(depth, node.attrs['depth'] as number);
  });
  return depth === 7 ? 2 : depth;
}

/** @param step 0 is 小标题, 1 the one below it */
export function isHeading(state: EditorState, step: number): boolean {
  const { parent } = state.selection.$from;
  if (parent.type.name !== 'heading') return false;
  const below = (parent.attrs['depth'] as number) - outermostDepth(state);
  return step === 0 ? below === 0 : below > 0;
}

/** A heading, or a paragraph again. */
export function toggleHeading(step: number): Command {
  return (state, dispatch) => {
    if (isHeading(state, step)) return setBlockType(typeOf('paragraph'))(state, dispatch);
    const { parent } = state.selection.$from;
    // The only heading there is may become one below those that will follow.
    const isOnly = step === 1 && parent.type.name === 'heading' && countHeadings(state) === 1;
    const depth = Math.min(6, (isOnly ? 2 : outermostDepth(state)) + step);
    return setBlockType(typeOf('heading'), { depth })(state, dispatch);
  };
}

function countHeadings({ doc }: EditorState): number {
  let count = 0;
  doc.descendants((node) => void (node.type.name === 'heading' && (count += 1)));
  return count;
}

export const toggleBold: Command = (state, dispatch) => {
  const { strong } = marks;
  return strong ? toggleMark(strong, null, { removeWhenPresent: false })(state, dispatch) : false;
};

export function isBold({ selection, storedMarks, doc }: EditorState): boolean {
  const { strong } = marks;
  if (!strong) return false;
  if (selection.empty) {
    const here = storedMarks ?? selection.$from.marks();
    return here.some(({ type }) => type === strong);
  }
  return doc.rangeHasMark(selection.from, selection.to, strong);
}

/** The innermost list in which the caret is: undefined where it is in none. */
export function listKind({ selection: { $from } }: EditorState): 'bullets' | 'numbers' | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { type } = $from.node(depth);
    if (type === list.bullets) return 'bullets';
    if (type === list.numbers) return 'numbers';
  }
  return undefined;
}

/** A list, a list of the other kind, or paragraphs again. */
export function toggleList(kind: 'bullets' | 'numbers'): Command {
  const wrap = autoJoin(wrapInList(list[kind]), [list[kind].name]);
  return (state, dispatch) => {
    const now = listKind(state);
    if (now === undefined) return wrap(state, dispatch);
    if (now === kind) return liftListItem(item)(state, dispatch);
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      const node = $from.node(depth);
      if (node.type !== list[now]) continue;
      const { isLoose } = node.attrs;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), list[kind], { isLoose }));
      return true;
    }
    return false;
  };
}

export function isInQuote({ selection: { $from } }: EditorState): boolean {
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'blockquote') return true;
  return false;
}

export const toggleQuote: Command = (state, dispatch) =>
  isInQuote(state) ? lift(state, dispatch) : wrapIn(typeOf('blockquote'))(state, dispatch);

/** Whether the caret is where there are words alone, as in a caption, or none. */
export function isBare({ selection: { $from } }: EditorState): boolean {
  return !$from.parent.type.contentMatch.matchType(typeOf('note_ref'));
}

const insertBreak: Command = (state, dispatch) => {
  const { parent } = state.selection.$from;
  const type = typeOf('hard_break');
  if (!parent.type.contentMatch.matchType(type)) return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
  return true;
};

/** In a cell a new line is no new paragraph. */
const breakInCell: Command = (state, dispatch) => isInTable(state) && insertBreak(state, dispatch);

/** Behind a caption, or the words of a note, the text goes on. */
const leaveFigure: Command = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type.name !== 'figure') return false;
  const after = $from.after();
  const { tr } = state;
  tr.insert(after, typeOf('paragraph').create());
  dispatch?.(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView());
  return true;
};

export const moveIn: Command = sinkListItem(item);
export const moveOut: Command = liftListItem(item);

/** What each key does. Where a command does not fit, the browser's own way of a key remains: Tab goes on in the page. */
export const keys: Record<string, Command> = {
  ...baseKeymap,
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Mod-b': toggleBold,
  Enter: chainCommands(
    breakInCell,
    leaveFigure,
    splitListItem(item, { value: null }),
    baseKeymap['Enter'] ?? (() => false),
  ),
  'Shift-Enter': insertBreak,
  // Tab has its own use in tables and lists: this is the way out.
  Escape: (_, __, view) => {
    view?.dom.blur();
    return view !== undefined;
  },
  Tab: chainCommands(goToNextCell(1), moveIn),
  'Shift-Tab': chainCommands(goToNextCell(-1), moveOut),
};
