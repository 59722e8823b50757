/**
 * The selection that stands in the browser, before a key is answered. A browser tells of a new selection some time after it is made;
 * on a busy machine the next key comes first, and Ctrl+B behind Shift+End would act on what was selected before.
 */
import { TextSelection } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';

/** A `handleKeyDown` that answers no key itself. */
export function followSelection(view: EditorView): false {
  const { selection, doc, tr } = view.state;
  // Selected cells and pictures have a selection of their own, which is none of the browser's.
  if (view.composing || !(selection instanceof TextSelection)) return false;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = document.getSelection() ?? {};
  if (!anchorNode || !focusNode || !view.dom.contains(anchorNode) || !view.dom.contains(focusNode))
    return false;
  const anchor = view.posAtDOM(anchorNode, anchorOffset ?? 0);
  const head = view.posAtDOM(focusNode, focusOffset ?? 0);
  if (anchor === selection.anchor && head === selection.head) return false;
  const [from, to] = [doc.resolve(anchor), doc.resolve(head)];
  if (from.parent.inlineContent && to.parent.inlineContent)
    view.dispatch(tr.setSelection(new TextSelection(from, to)));
  return false;
}
