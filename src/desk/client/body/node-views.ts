/** Pictures from the article's own files, tables, and cards of what the editor does not know. */
import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView, NodeViewConstructor } from 'prosemirror-view';
import { button, element } from '../element.ts';

/** @param id of the article */
export function nodeViews(id: string): Record<string, NodeViewConstructor> {
  return {
    figure: (node, view, place) => figureView(node, view, place, id),
    image: (node) => imageView(node, id),
    card: (node) => cardView(node),
    table: tableView,
  };
}

/** A table that is wider than the text is moved by itself. */
function tableView(): NodeView {
  const rows = element('tbody');
  const dom = element('div', { className: 'table-scroll' }, element('table', {}, rows));
  return { dom, contentDOM: rows };
}

function figureView(
  node: Node,
  view: EditorView,
  place: () => number | undefined,
  id: string,
): NodeView {
  const source = String(node.attrs['src']);
  const remove = button('删除图片', () => removeAt(view, place()), { className: 'quiet' });
  const picture = element(
    'div',
    { className: 'picture', contentEditable: 'false' },
    pictureOf(source, id),
    remove,
  );
  const caption = element('figcaption');
  const dom = element('figure', {}, picture, caption);
  return {
    dom,
    contentDOM: caption,
    update: (other) => other.type === node.type && other.attrs['src'] === source,
    ignoreMutation: ({ target }) => !caption.contains(target),
    stopEvent: ({ target }) => target === remove,
  };
}

function removeAt(view: EditorView, place: number | undefined): void {
  const node = place === undefined ? null : view.state.doc.nodeAt(place);
  if (place === undefined || !node) return;
  const { tr, doc } = view.state;
  // A document holds a block at least.
  if (doc.childCount === 1) tr.insert(doc.content.size, doc.type.schema.node('paragraph'));
  view.dispatch(tr.delete(place, place + node.nodeSize));
  view.focus();
}

function imageView(node: Node, id: string): NodeView {
  const { src, alt } = node.attrs as { src: string; alt: string };
  return {
    dom: element('span', { className: 'inline-picture', title: alt }, pictureOf(src, id)),
    ignoreMutation: () => true,
  };
}

/** The caption says what a picture shows; beside it the picture itself needs no words. */
function pictureOf(source: string, id: string): HTMLElement {
  const address = addressOf(source, id);
  const missing = () => element('span', { className: 'no-picture' }, `这里看不到图片：${source}`);
  if (address === undefined) return missing();
  const picture = element('img', { src: address, alt: '' });
  picture.addEventListener('error', () => picture.replaceWith(missing()));
  return picture;
}

/** Only what lies beside the article: of elsewhere nothing is fetched. */
function addressOf(source: string, id: string): string | undefined {
  if (/^[a-z][a-z\d+.-]*:|^\/|[?#]/iu.test(source)) return undefined;
  try {
    const name = decodeURIComponent(source.replace(/^\.\//u, ''));
    return `/api/articles/${encodeURIComponent(id)}/files/${encodeURIComponent(name)}`;
  } catch {
    return undefined;
  }
}

function cardView(node: Node): NodeView {
  const dom = element(
    'div',
    { className: 'card', contentEditable: 'false' },
    element('p', {}, '这一块在“源文件”里改：'),
    element('pre', {}, String(node.attrs['source'])),
  );
  return { dom, ignoreMutation: () => true };
}
