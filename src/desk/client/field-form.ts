/** The fields of an article as a form: those that must be there first, the others folded under 更多信息 and 公文. */
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

/** Fields behind one line, until they are asked for. */
interface Folded {
  name: string;
  own: readonly DeskField[];
  summary: HTMLElement;
  details: HTMLDetailsElement;
}

const MORE = '更多信息';

/** @param onChange called with every key */
export function fieldForm(
  fields: readonly DeskField[],
  columns: readonly DeskColumn[],
  onChange: () => void,
): FieldForm {
  const inputs = new Map<string, FieldInput>();
  const folded: Folded[] = [];
  const hints = new Map<string, HTMLElement>();
  const made = (field: DeskField): HTMLElement => {
    const input = fieldInput(field, columns, () => {
      lookAtFolded();
      onChange();
    });
    inputs.set(field.name, input);
    return input.node;
  };
  const first = fields.filter(({ isRequired }) => isRequired).map(made);
  const node = element(
    'div',
    { className: 'field-form' },
    element('div', { className: 'fields' }, ...first),
  );
  const rest = fields.filter(({ isRequired }) => !isRequired);
  for (const name of new Set(rest.map(({ group = MORE }) => group))) {
    const own = rest.filter(({ group = MORE }) => group === name);
    const summary = element('summary', {}, name);
    const details = element('details', { className: 'more-fields' }, summary);
    details.append(element('div', { className: 'fields' }, ...own.map(made)));
    node.append(details);
    folded.push({ name, own, summary, details });
  }

  /** How much of them is filled in; those of 公文 are there where the column has such articles, or something is. */
  function lookAtFolded() {
    const category = inputs.get('category')?.value();
    const isPolicy = columns.some((column) => column.category === category && column.isPolicy);
    for (const { name, own, summary, details } of folded) {
      const count = own.filter((field) => inputs.get(field.name)?.value() !== '').length;
      summary.textContent = count > 0 ? `${name}（已填 ${count} 项）` : name;
      details.hidden = name !== MORE && count === 0 && !isPolicy;
    }
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
      lookAtFolded();
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
      const around = folded.find(({ details }) => details.contains(input.node))?.details;
      if (around) around.open = true;
      input.focus();
      return true;
    },
  };
}
