/** What every field has: its label, what it is filled in by, and a line of help. */
import type { DeskField } from '../api.ts';
import { element, newId } from './element.ts';

export interface FieldInput {
  node: HTMLElement;
  /** As it is written in the article; empty where there is nothing. */
  value(): string;
  fill(value: string): void;
  focus(): void;
}

/** @param input gets the id that the label names */
export function fieldFrame(field: DeskField, input: HTMLElement): HTMLElement {
  input.id = newId('field');
  const help = element('span', { className: 'help', id: `${input.id}-help` }, field.help);
  const label = element('label', { htmlFor: input.id }, field.label, requiredSign(field));
  if (field.isRequired) input.setAttribute('aria-required', 'true');
  input.setAttribute('aria-describedby', help.id);
  const size = field.kind === 'lines' || field.name === 'title' ? 'field whole' : 'field';
  return element('div', { className: size }, label, input, help);
}

export function requiredSign({ isRequired }: DeskField): HTMLElement | undefined {
  return isRequired ? element('span', { className: 'required' }, '必填') : undefined;
}
