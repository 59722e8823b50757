/** The editor of a body: the page as readers see it, in which one writes. Its truth is the Markdown that it was read from. */
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import type { Node } from 'prosemirror-model';
import { EditorState, Selection, TextSelection } from 'prosemirror-state';
import type { Command } from 'prosemirror-state';
import { tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { keepNotes } from '../../editor/keep-notes.ts';
import { loadBody } from '../../editor/load-body.ts';
import { bodySaver } from '../../editor/save-body.ts';
import type { SaveBody, SavedBody } from '../../editor/save-body.ts';
import type { BodyField, BodyFieldOptions } from '../body-field.ts';
import { element, newId } from '../element.ts';
import { askLink, askTable } from '../insert-asked.ts';
import { blockOfLine, blockSigns } from './block-signs.ts';
import { keys, outermostDepth } from './commands.ts';
import { followSelection } from './follow-selection.ts';
import { insertBlocks, insertLink, insertNote, insertTable, linkAt } from './insertions.ts';
import { nodeViews } from './node-views.ts';
import { places } from './places.ts';
import { takeIn } from './take-in.ts';
import { toolbar } from './toolbar.ts';

const WAY_OUT = '在表格里 Tab 换格，在列表里 Tab 改级。要离开正文，先按 Esc，再按 Tab。';
const UNFAITHFUL = '正文里有的写法，网站读出来会和这里不一样。请看预览，或者到“源文件”里核对。';

export function bodyEditor(options: BodyFieldOptions): BodyField {
  const plugins = [history(), keymap(keys), tableEditing(), gapCursor(), dropCursor(), keepNotes()];
  const empty = loadBody('', options.isMdx);
  let { isMdx } = options;
  let save = bodySaver(empty);
  let last: { doc: Node; saved: SavedBody } | undefined;
  const stateOf = (doc: Node): EditorState => EditorState.create({ doc, plugins });
  const kept = places(() => view.composing);
  const outside = takeIn(options, kept);
  const warning = element(
    'p',
    { className: 'unfaithful', hidden: true, attributes: { role: 'status' } },
    UNFAITHFUL,
  );

  const help = element('p', { className: 'unseen', id: newId('help') }, WAY_OUT);
  const view: EditorView = new EditorView(null, {
    state: stateOf(empty.doc),
    attributes: (state) => ({
      class: 'body-editor',
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-label': '正文',
      'aria-describedby': help.id,
      ...(options.isReadOnly && { 'aria-readonly': 'true', tabindex: '0' }),
      'data-outermost': String(outermostDepth(state)),
    }),
    editable: () => !options.isReadOnly,
    nodeViews: nodeViews(options, openSource),
    scrollMargin: 80,
    scrollThreshold: 80,
    handleKeyDown: followSelection,
    handlePaste: outside.paste,
    handleDOMEvents: {
      drop: (target, event) => !options.isReadOnly && outside.drop(target, event),
      compositionend: () => {
        kept.composed();
        return false;
      },
    },
    dispatchTransaction(transaction) {
      const before = view.state.doc;
      const { state, transactions } = view.state.applyTransaction(transaction);
      for (const { mapping } of transactions) kept.follow(mapping);
      view.updateState(state);
      bar.show(state);
      if (state.doc === before) return;
      signs.place();
      options.onChange();
    },
  });
  const run = (command: Command) => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const bar = toolbar(run, {
    table: () => void askTable().then((size) => size && dispatch(insertTable(view.state, size))),
    picture: () => pick('image/*'),
    attachment: () => pick(''),
    link: () => {
      const now = linkAt(view.state);
      void askLink(now).then((asked) => {
        if (asked) dispatch(insertLink(view.state, { ...now, ...asked }));
      });
    },
    note: () => dispatch(insertNote(view.state)),
    component: () =>
      void import('./insert-card.ts')
        .then(({ insertCard }) => insertCard(view, options))
        .then((made) => made && dispatch(made)),
  });
  const signs = blockSigns(view);
  new ResizeObserver(signs.place).observe(view.dom);
  bar.show(view.state);
  bar.node.hidden = options.isReadOnly;

  /** The focus first: a view without it is not scrolled to what was put into it. */
  function dispatch(transaction: EditorState['tr']) {
    view.focus();
    view.dispatch(transaction);
  }

  function pick(accept: string) {
    const input = element('input', { type: 'file', multiple: true, accept });
    input.addEventListener('change', () => {
      void outside.addFiles(view, [...(input.files ?? [])], view.state.selection.to);
    });
    input.click();
  }

  function openSource(card: Node) {
    const found = saved().lines.find(({ block }) => block === card);
    if (found) options.onSource(found.line);
  }

  function saved(): SavedBody {
    const { doc } = view.state;
    if (last?.doc !== doc) last = { doc, saved: save(doc) };
    return last.saved;
  }

  return {
    close: () => view.destroy(),
    node: element(
      'div',
      {},
      bar.node,
      warning,
      help,
      element('div', { className: 'body-paper' }, signs.node, view.dom),
    ),
    fill(text) {
      if (text === saved().text && isMdx === options.isMdx) return true;
      const read = readToTheByte(text, options.isMdx);
      if (!read) return false;
      isMdx = options.isMdx;
      [save, last] = [read.save, undefined];
      const { from } = view.state.selection;
      const state = stateOf(read.doc);
      const caret = Selection.near(state.doc.resolve(Math.min(from, state.doc.content.size)));
      view.updateState(state.apply(state.tr.setSelection(caret)));
      bar.show(view.state);
      return true;
    },
    text() {
      const { text, isFaithful } = saved();
      warning.hidden = isFaithful;
      return text;
    },
    isComposing: () => view.composing,
    mark: (marks) => signs.show(marks, saved()),
    goToLine(line) {
      const block = blockOfLine(saved(), line);
      view.state.doc.forEach((one, offset) => {
        if (one !== block) return;
        const caret = TextSelection.near(view.state.doc.resolve(offset + 1));
        view.dispatch(view.state.tr.setSelection(caret));
        // By the view itself it would not be while the focus is elsewhere.
        const dom = view.nodeDOM(offset);
        if (dom instanceof HTMLElement) dom.scrollIntoView({ block: 'center' });
      });
      // The second where it is only read.
      view.focus();
      view.dom.focus({ preventScroll: true });
    },
    wordsOfLine(line) {
      const block = blockOfLine(saved(), line);
      return `第 ${Math.max(1, 1 + saved().lines.findIndex((one) => one.block === block))} 段`;
    },
    heading() {
      let count = 0;
      view.state.doc.nodesBetween(0, view.state.selection.from, ({ type }) => {
        if (type.name === 'heading') count += 1;
      });
      return count;
    },
    insertFile({ name, isPicture }) {
      const block = isPicture ? '![](' : `[${name.replaceAll(/[[\]\\]/gu, String.raw`\$&`)}](`;
      const { slices } = loadBody(`${block}<${name}>)`);
      dispatch(
        insertBlocks(
          view.state,
          view.state.selection.to,
          slices.map(({ node }) => node),
        ),
      );
    },
    async exchangePicture(name, other) {
      const { exchangePicture } = await import('./exchange-picture.ts');
      if (view.isDestroyed) return 0;
      const { transaction, count } = exchangePicture(view.state, name, other);
      if (count > 0) dispatch(transaction);
      return count;
    },
  };
}

/** Undefined where saving it as it is would change a byte, or it cannot be read at all. */
function readToTheByte(text: string, isMdx: boolean): { doc: Node; save: SaveBody } | undefined {
  try {
    const loaded = loadBody(text, isMdx);
    const save = bodySaver(loaded);
    return save(loaded.doc).text === text ? { doc: loaded.doc, save } : undefined;
  } catch {
    // A form that nobody thought of: its Markdown can be written all the same.
    return undefined;
  }
}
