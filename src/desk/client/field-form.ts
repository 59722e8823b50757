/** The fields of an article as a form: those that must be there first, the others folded under 更多信息. */
import type { DeskColumn, DeskField } from '../api.ts';
import { element } from './element.ts';
import type { FieldInput } from './field-frame.ts';
import { fieldInput } from './field-inputs.ts';

export interface FieldForm {
  node: HTMLElement;
  /** As they are written; a field that is empty is not named. */
  values(): Record<string, string>;
  fill(values: Readonly<Record<string, string>>): void;
  /** Labels of required fields that are empty. */
  missing(): string[];
  /** What is to be said below a field just now; nothing where it is empty. */
  hint(name: string, words: string): void;
  /** False where it has no such field. */
  focus(name: string): boolean;
}

/** @param onChange called with every key */
export function fieldForm(
  fields: readonly DeskField[],
  columns: readonly DeskColumn[],
  onChange: () => void,
): FieldForm {
  const inputs = new Map<string, FieldInput>();
  const hints = new Map<string, HTMLElement>();
  const made = (field: DeskField): HTMLElement => {
    const input = fieldInput(field, columns, () => {
      countFilled();
      onChange();
    });
    inputs.set(field.name, input);
    return input.node;
  };
  const first = fields.filter(({ isRequired }) => isRequired).map(made);
  const rest = fields.filter(({ isRequired }) => !isRequired);
  const summary = element('summary', {}, '更多信息');
  const more = element('details', { className: 'more-fields' }, summary);
  more.append(element('div', { className: 'fields' }, ...rest.map(made)));
  const node = element(
    'div',
    { className: 'field-form' },
    element('div', { className: 'fields' }, ...first),
  );
  if (rest.length > 0) node.append(more);

  function countFilled() {
    const count = rest.filter(({ name }) => inputs.get(name)?.value() !== '').length;
    summary.textContent = count > 0 ? `更多信息（已填 ${count} 项）` : '更多信息';
  }

  return {
    node,
    values: () =>
      Object.fromEntries(
        [...inputs]
          .map(([name, input]) => [name, input.value()])
          .filter(([, value]) => value !== ''),
      ) as Record<string, string>,
    fill(values) {
      for (const [name, input] of inputs) input.fill(values[name] ?? '');
      countFilled();
    },
    missing: () =>
      fields
        .filter(({ name, isRequired }) => isRequired && inputs.get(name)?.value().trim() === '')
        .map(({ label }) => label),
    hint(name, words) {
      const hint = hints.get(name) ?? element('p', { className: 'hint' });
      hint.setAttribute('role', 'status');
      hints.set(name, hint);
      if (!hint.isConnected) inputs.get(name)?.node.append(hint);
      // Said again, it would be read out again.
      if (hint.textContent !== words) hint.textContent = words;
    },
    focus(name) {
      const input = inputs.get(name);
      if (!input) return false;
      if (more.contains(input.node)) more.open = true;
      input.focus();
      return true;
    },
  };
}
