/** Cards: a component that a form can hold is changed by it, whatever else the editor does not know in the source. */
import type { Node as BodyNode } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import { bodyComponents } from '../../../markdown/components.ts';
import { readCard } from '../../editor/component-source.ts';
import type { CardPart } from '../../editor/component-source.ts';
import type { BodyFieldOptions } from '../body-field.ts';
import { button, element } from '../element.ts';
import { removeAt } from './remove-at.ts';

/** @param openSource shows where the card stands in the file */
export function cardView(
  node: BodyNode,
  view: EditorView,
  place: () => number | undefined,
  { isMdx, isReadOnly, files }: BodyFieldOptions,
  openSource: (card: BodyNode) => void,
): NodeView {
  const source = String(node.attrs['source']);
  const parts = isMdx ? readCard(source) : undefined;
  const change = async () => {
    const { askCard } = await import('./card-dialog.ts');
    const next = await askCard(source, files());
    const now = place();
    if (next === undefined || now === undefined || view.isDestroyed) return;
    view.dispatch(view.state.tr.setNodeAttribute(now, 'source', next));
    view.focus();
  };
  const acts = element(
    'div',
    { className: 'acts', hidden: isReadOnly },
    parts && button('修改', () => void change(), { className: 'quiet' }),
    button('删除', () => removeAt(view, place()), { className: 'quiet' }),
    button('源文件', () => openSource(node), { className: 'quiet' }),
  );
  const shown = parts
    ? parts.flatMap(partShown)
    : [element('p', {}, '这一块在“源文件”里改：'), element('pre', {}, source)];
  const dom = element('div', { className: 'card', contentEditable: 'false' }, ...shown, acts);
  return {
    dom,
    ignoreMutation: () => true,
    stopEvent: ({ target }) => target instanceof Node && acts.contains(target),
  };
}

/** What a part says, in a line each. */
function partShown(part: CardPart): HTMLElement[] {
  if (part.kind === 'words') return part.words === '' ? [] : [element('pre', {}, part.words)];
  const { title = '', attributes = new Map() } = bodyComponents.get(part.name) ?? {};
  const said = part.attributes
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${attributes.get(name)?.label ?? name}：${value}`);
  return [
    element(
      'p',
      {},
      element('strong', {}, title),
      (said.length > 0 && ` ${said.join('；')}`) || undefined,
    ),
  ];
}
