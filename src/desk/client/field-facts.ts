/** The fields of an article for who only reads them: those that are filled in, as words. */
import type { DeskField } from '../api.ts';
import { element } from './element.ts';

export interface FieldFacts {
  node: HTMLElement;
  fill(values: Readonly<Record<string, string>>): void;
  /** Nothing happens where the field is not filled in. */
  focus(name: string): void;
}

export function fieldFacts(fields: readonly DeskField[]): FieldFacts {
  const node = element('dl', { className: 'facts' });
  const shown = new Map<string, HTMLElement>();
  return {
    node,
    fill(values) {
      shown.clear();
      const filled = fields.filter(({ name }) => (values[name] ?? '') !== '');
      const parts = filled.flatMap(({ name, label, kind }) => {
        const words = kind === 'yes-no' && values[name] === 'true' ? '是' : values[name];
        const value = element('dd', { tabIndex: -1 }, words);
        shown.set(name, value);
        return [element('dt', {}, label), value];
      });
      node.replaceChildren(...parts);
    },
    focus: (name) => shown.get(name)?.focus(),
  };
}
