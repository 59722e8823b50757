/** What is put into a document as a whole: tables, links, notes, and what was written as Markdown. */
import { Fragment, Slice } from 'prosemirror-model';
import type { Node } from 'prosemirror-model';
import { TextSelection } from 'prosemirror-state';
import type { EditorState, Transaction } from 'prosemirror-state';
import { loadBody } from '../../editor/load-body.ts';
import { labelsOf } from '../../editor/keep-notes.ts';
import { bodySchema } from '../../editor/schema.ts';
import type { AskedLink, TableSize } from '../insert-dialogs.ts';

/** Behind the block in which a place is, or in its stead where that is empty. */
export function insertBlocks(
  state: EditorState,
  place: number,
  blocks: readonly Node[],
): Transaction {
  const { doc, tr } = state;
  const at = doc.resolve(Math.min(place, doc.content.size));
  const top = at.depth > 0 ? at.node(1) : undefined;
  const isEmpty = top?.type.name === 'paragraph' && top.content.size === 0;
  const from = at.depth > 0 ? (isEmpty ? at.before(1) : at.after(1)) : at.pos;
  tr.replaceWith(from, isEmpty ? at.after(1) : from, Fragment.fromArray([...blocks]));
  return caretAtStart(tr, from, blocks).scrollIntoView();
}

/** In the caption of a picture that has none, else behind what came in. */
function caretAtStart(tr: Transaction, from: number, blocks: readonly Node[]): Transaction {
  const [first] = blocks;
  if (first?.type.name === 'figure' && first.content.size === 0 && blocks.length === 1) {
    return tr.setSelection(TextSelection.create(tr.doc, from + 1));
  }
  const size = blocks.reduce((sum, { nodeSize }) => sum + nodeSize, 0);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(from + size), -1));
}

/** The first of its cells is where one writes. */
export function insertTable(state: EditorState, { rows, columns }: TableSize): Transaction {
  const { table, table_row: row, table_header: head, table_cell: cell } = bodySchema.nodes;
  const made = Array.from({ length: rows }, (_, index) => {
    const type = index === 0 ? head : cell;
    const cells = Array.from({ length: columns }, () => type?.createAndFill() ?? []).flat();
    return row?.create(null, cells) ?? [];
  }).flat();
  const whole = table?.create(null, made);
  if (!whole) return state.tr;
  const tr = insertBlocks(state, state.selection.to, [whole]);
  const before = tr.selection.$from.before(1);
  return tr.setSelection(TextSelection.near(tr.doc.resolve(before + 1)));
}

/** The link in which the caret is, or the words that are selected. */
export function linkAt({ selection, doc }: EditorState): { from: number; to: number } & AskedLink {
  const { $from, from, to, empty } = selection;
  const type = bodySchema.marks['link'];
  const mark = type && $from.marks().find((one) => one.type === type);
  if (!empty || !mark) {
    const words = doc.textBetween(from, to, ' ').trim();
    const own = type && $from.nodeAfter?.marks.find((one) => one.type === type);
    return { from, to, words, address: String(own?.attrs['href'] ?? '') };
  }
  const start = $from.start();
  let range = { from, to };
  $from.parent.forEach((node, offset) => {
    const end = start + offset + node.nodeSize;
    const isHere = mark.isInSet(node.marks) && start + offset <= from && end >= from;
    if (isHere) range = { from: start + offset, to: end };
  });
  return {
    ...range,
    words: doc.textBetween(range.from, range.to),
    address: String(mark.attrs['href']),
  };
}

export function insertLink(state: EditorState, asked: { from: number; to: number } & AskedLink) {
  const { from, to, words, address } = asked;
  const { tr, doc } = state;
  const mark = bodySchema.mark('link', { href: address });
  // Bold in it stays where its words do.
  if (from === to || doc.textBetween(from, to, ' ').trim() !== words) {
    const around = doc
      .resolve(from)
      .marks()
      .filter(({ type }) => type !== mark.type);
    tr.replaceWith(from, to, bodySchema.text(words, around));
    return tr.addMark(from, from + words.length, mark).scrollIntoView();
  }
  return tr.removeMark(from, to, mark.type).addMark(from, to, mark).scrollIntoView();
}

/** A sign at the caret, and the place for its words at the end. */
export function insertNote(state: EditorState): Transaction {
  const { tr, doc, selection } = state;
  const numbers = labelsOf(doc).map(Number).filter(Number.isInteger);
  const label = String(Math.max(0, ...numbers) + 1);
  const sign = bodySchema.node('note_ref', { label });
  const words = bodySchema.node('note', { label }, [bodySchema.node('paragraph')]);
  tr.insert(doc.content.size, words);
  tr.insert(selection.to, sign);
  return tr
    .setSelection(TextSelection.near(tr.doc.resolve(tr.doc.content.size), -1))
    .scrollIntoView();
}

/** Words alone, where there is no room for blocks: in a cell, whose lines are broken, and in a caption, which is one. */
export function insertWords(state: EditorState, words: string): Transaction {
  const { tr, selection } = state;
  const { hard_break: lineBreak } = bodySchema.nodes;
  const hasLines = selection.$from.parent.type.name !== 'figure';
  const lines = words
    .trim()
    .split(/\s*\n\s*/u)
    .filter((line) => line !== '');
  if (!hasLines || !lineBreak) return tr.insertText(lines.join(' ')).scrollIntoView();
  const pieces = lines.flatMap((line, index) => [
    ...(index > 0 ? [lineBreak.create()] : []),
    bodySchema.text(line, selection.$from.marks()),
  ]);
  return tr.replaceWith(selection.from, selection.to, pieces).scrollIntoView();
}

/** Whether what is selected lies in one cell, or in one caption. */
export function isInNarrow({ selection: { $from, $to } }: EditorState): boolean {
  if (!$from.sameParent($to)) return false;
  const around = $from.depth > 0 ? $from.node(-1).type.name : '';
  return $from.parent.type.name === 'figure' || /^table_(?:cell|header)$/.test(around);
}

/** What was pasted comes in among words where it is words, and else as blocks. */
export function insertMarkdown(
  state: EditorState,
  { from, to }: { from: number; to: number },
  markdown: string,
  isMdx: boolean,
): Transaction {
  const { doc } = loadBody(markdown, isMdx);
  const open = (block: Node | null) => (block?.type.name === 'paragraph' ? 1 : 0);
  const slice = new Slice(doc.content, open(doc.firstChild), open(doc.lastChild));
  const { tr } = state;
  tr.setSelection(TextSelection.between(tr.doc.resolve(from), tr.doc.resolve(to)));
  return tr.replaceSelection(slice).scrollIntoView();
}
