/** What each kind of field is filled in by. */
import type { DeskColumn, DeskField } from '../api.ts';
import { dateInput } from './date-input.ts';
import { element, newId } from './element.ts';
import { fieldFrame, type FieldInput } from './field-frame.ts';

/** The count of characters is shown from here on. */
const NEAR_LIMIT = 0.8;

export function fieldInput(
  field: DeskField,
  columns: readonly DeskColumn[],
  onChange: () => void,
): FieldInput {
  if (field.kind === 'yes-no') return yesNoInput(field, onChange);
  if (field.kind === 'date' || field.kind === 'day') return dateInput(field, onChange);
  if (field.kind === 'column') return columnInput(field, columns, onChange);
  const area = field.kind === 'lines' || field.name === 'title';
  const input = area
    ? element('textarea', { rows: field.kind === 'lines' ? 3 : 1 })
    : element('input');
  const frame = fieldFrame(field, input);
  const count = element('span', { className: 'count', attributes: { 'aria-live': 'polite' } });
  frame.append(count);
  const look = () => {
    const length = [...input.value].length;
    count.textContent =
      field.longest > 0 && length >= field.longest * NEAR_LIMIT
        ? length > field.longest
          ? `${length} 字，超出 ${length - field.longest} 字`
          : `${length} / ${field.longest} 字`
        : '';
    count.classList.toggle('over', field.longest > 0 && length > field.longest);
    if (!(input instanceof HTMLTextAreaElement)) return;
    input.style.blockSize = 'auto';
    if (input.scrollHeight > 0) input.style.blockSize = `${input.scrollHeight + 2}px`;
  };
  input.addEventListener('input', () => {
    look();
    onChange();
  });
  if (field.kind !== 'lines')
    input.addEventListener('keydown', (event) => {
      // A title is one line, however many the screen needs.
      if (event instanceof KeyboardEvent && event.key === 'Enter' && !event.isComposing)
        event.preventDefault();
    });
  new ResizeObserver(look).observe(frame);
  return {
    node: frame,
    value: () =>
      (field.kind === 'lines' ? input.value : input.value.replaceAll(/\s*\n\s*/gu, ' ')).trim(),
    fill(value) {
      if (input.value !== value) input.value = value;
      look();
    },
    focus: () => input.focus(),
  };
}

function yesNoInput(field: DeskField, onChange: () => void): FieldInput {
  const input = element('input', { type: 'checkbox', id: newId('field') });
  input.addEventListener('change', onChange);
  const help = element('span', { className: 'help', id: `${input.id}-help` }, field.help);
  input.setAttribute('aria-describedby', help.id);
  const label = element('label', { className: 'check', htmlFor: input.id }, input, field.label);
  // What is neither yes nor no, or a no that somebody wrote, stays as it is until it is changed here.
  let written = '';
  input.addEventListener('change', () => (written = input.checked ? 'true' : ''));
  return {
    node: element('div', { className: 'field' }, label, help),
    value: () => written,
    fill(value) {
      written = value;
      input.checked = value === 'true';
    },
    focus: () => input.focus(),
  };
}

function columnInput(
  field: DeskField,
  columns: readonly DeskColumn[],
  onChange: () => void,
): FieldInput {
  const input = element('select');
  const options = columns.map(({ category }) => element('option', { value: category }, category));
  input.append(element('option', { value: '' }, '请选择'), ...options);
  input.addEventListener('change', onChange);
  return {
    node: fieldFrame(field, input),
    value: () => input.value,
    fill(value) {
      // A column that is not known is shown as it is written: the problem beside it says so.
      if (![...input.options].some((option) => option.value === value))
        input.append(element('option', { value }, value));
      input.value = value;
    },
    focus: () => input.focus(),
  };
}
