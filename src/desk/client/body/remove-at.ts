/** A block that is taken out as a whole. */
import type { EditorView } from 'prosemirror-view';

export function removeAt(view: EditorView, place: number | undefined): void {
  const node = place === undefined ? null : view.state.doc.nodeAt(place);
  if (place === undefined || !node) return;
  const { tr, doc } = view.state;
  // A document holds a block at least.
  if (doc.childCount === 1) tr.insert(doc.content.size, doc.type.schema.node('paragraph'));
  view.dispatch(tr.delete(place, place + node.nodeSize));
  view.focus();
}
