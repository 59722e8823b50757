/** Pictures from the article's own files, and tables. */
import type { Node as BodyNode } from 'prosemirror-model';
import type { EditorView, NodeView, NodeViewConstructor } from 'prosemirror-view';
import type { BodyFieldOptions } from '../body-field.ts';
import { deskApi } from '../desk-api.ts';
import { button, element } from '../element.ts';
import { cardView } from './card-view.ts';
import { fileNamed } from './file-named.ts';
import { removeAt } from './remove-at.ts';

/** @param openSource shows where a card stands in the file */
export function nodeViews(
  options: BodyFieldOptions,
  openSource: (card: BodyNode) => void,
): Record<string, NodeViewConstructor> {
  const { id } = options;
  return {
    figure: (node, view, place) => figureView(node, view, place, options),
    image: (node) => imageView(node, id),
    card: (node, view, place) => cardView(node, view, place, options, openSource),
    table: tableView,
  };
}

/** A table that is wider than the text is moved by itself, from the keyboard by the caret in it. */
function tableView(): NodeView {
  const rows = element('tbody');
  const dom = element(
    'div',
    { className: 'table-scroll', contentEditable: 'true' },
    element('table', {}, rows),
  );
  return { dom, contentDOM: rows };
}

function figureView(
  node: BodyNode,
  view: EditorView,
  place: () => number | undefined,
  { id, isReadOnly, onCrop }: BodyFieldOptions,
): NodeView {
  const source = String(node.attrs['src']);
  const name = fileNamed(source);
  const remove = button('删除图片', () => removeAt(view, place()), { className: 'quiet' });
  const crop =
    name === undefined
      ? undefined
      : button('裁剪和旋转', () => onCrop(name), { className: 'quiet' });
  const acts = element('div', { className: 'acts', hidden: isReadOnly }, crop, remove);
  const picture = element(
    'div',
    { className: 'picture', contentEditable: 'false' },
    pictureOf(source, id),
    acts,
  );
  const caption = element('figcaption');
  const dom = element('figure', {}, picture, caption);
  return {
    dom,
    contentDOM: caption,
    update: (other) => other.type === node.type && other.attrs['src'] === source,
    ignoreMutation: ({ target }) => !caption.contains(target),
    stopEvent: ({ target }) => target instanceof Node && acts.contains(target),
  };
}

function imageView(node: BodyNode, id: string): NodeView {
  const { src, alt } = node.attrs as { src: string; alt: string };
  return {
    dom: element('span', { className: 'inline-picture', title: alt }, pictureOf(src, id)),
    ignoreMutation: () => true,
  };
}

/** The caption says what a picture shows; beside it the picture itself needs no words. */
function pictureOf(source: string, id: string): HTMLElement {
  const name = fileNamed(source);
  const missing = () => element('span', { className: 'no-picture' }, `这里看不到图片：${source}`);
  if (name === undefined) return missing();
  const picture = element('img', { src: deskApi.fileAddress(id, name), alt: '' });
  picture.addEventListener('error', () => picture.replaceWith(missing()));
  return picture;
}
