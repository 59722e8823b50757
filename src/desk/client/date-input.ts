/** A date, and a time where there is one: kept as `2026-03-05 10:30`; what is written in another way is a line of text. */
import type { DeskField } from '../api.ts';
import { readDate, writeDate } from './beijing-time.ts';
import { element, newId } from './element.ts';
import { requiredSign, type FieldInput } from './field-frame.ts';

export function dateInput(field: DeskField, onChange: () => void): FieldInput {
  const day = element('input', { type: 'date', id: newId('field'), max: '9999-12-31' });
  const time = element('input', { type: 'time', id: newId('field') });
  time.hidden = field.kind === 'day';
  const line = element('input', { id: newId('field'), hidden: true });
  const help = element('span', { className: 'help', id: `${day.id}-help` }, field.help);
  const legend = element('legend', {}, field.label, requiredSign(field));
  day.setAttribute('aria-label', '日期');
  time.setAttribute('aria-label', '时间，可以不写');
  line.setAttribute('aria-label', '日期和时间');
  for (const input of [day, time, line]) {
    input.setAttribute('aria-describedby', help.id);
    input.addEventListener('input', onChange);
  }
  if (field.isRequired)
    for (const input of [day, line]) input.setAttribute('aria-required', 'true');
  const both = element('div', { className: 'date-and-time' }, day, time);
  const node = element('fieldset', { className: 'field date' }, legend, both, line, help);
  return {
    node,
    value: () =>
      line.hidden ? writeDate({ day: day.value, time: time.value }) : line.value.trim(),
    fill(value) {
      const date = readDate(value);
      // A day such as 2026-02-30 has the right form and is refused by the browser's own field.
      day.value = date?.day ?? '';
      time.value = date?.time ?? '';
      // Of what is a day alone, a time that was written stays to be seen.
      const isKept =
        !(time.hidden && time.value !== '') &&
        (value === '' || writeDate({ day: day.value, time: time.value }) === value);
      line.value = isKept ? '' : value;
      line.hidden = isKept;
      both.hidden = !isKept;
    },
    focus: () => (line.hidden ? day : line).focus(),
  };
}
