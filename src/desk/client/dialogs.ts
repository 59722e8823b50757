/** Questions: native dialogs, so that the keyboard stays in them and Esc closes them. */
import { button, element, newId, type Child } from './element.ts';

export interface Choice {
  value: string;
  words: string;
  /** `main` is what Enter does; `grave` is what cannot be taken back. */
  kind?: 'main' | 'grave';
  /** What is missing, in words; undefined where the dialog may close. */
  refuse?: () => string | undefined;
  /** Does something and leaves the dialog open. */
  act?: () => void;
}

export interface Question {
  title: string;
  content: Child[];
  choices: Choice[];
  isWide?: boolean;
}

/** The value of the choice that was made; undefined after Esc or 取消. */
export function ask(question: Question): Promise<string | undefined> {
  const before = document.activeElement;
  const title = element('h2', { id: newId('dialog'), textContent: question.title });
  const problem = element('p', { className: 'dialog-problem', attributes: { role: 'alert' } });
  const dialog = element('dialog', {
    className: question.isWide ? 'wide' : '',
    attributes: { 'aria-labelledby': title.id },
  });
  let chosen: string | undefined;
  const choose = ({ value, refuse, act }: Choice) => {
    if (act) return act();
    const missing = refuse?.();
    problem.textContent = missing ?? '';
    if (missing !== undefined) return;
    chosen = value;
    dialog.close();
  };
  const buttons = question.choices.map((choice) =>
    button(choice.words, () => choose(choice), { className: choice.kind ?? '' }),
  );
  const choices = element('p', { className: 'choices' }, ...buttons);
  const form = element(
    'form',
    {},
    title,
    element('div', { className: 'dialog-content' }, ...question.content),
    problem,
    choices,
  );
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('keydown', (event) => {
    const main = question.choices.find(({ kind }) => kind === 'main');
    const isField = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (event.key !== 'Enter' || event.isComposing || !isField || !main) return;
    event.preventDefault();
    choose(main);
  });
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  if (!form.querySelector('input, select, textarea')) {
    // Where no choice is the main one, a press of Enter that was meant for the text chooses none.
    const hasMain = question.choices.some(({ kind }) => kind !== undefined);
    // No sooner: a dialog that opens would begin at it.
    if (!hasMain) title.tabIndex = -1;
    (hasMain ? buttons.at(-1) : title)?.focus();
  }
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(chosen);
    });
  });
}

/** A line or text field of a dialog with its label. */
export function dialogField<T extends HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(
  label: string,
  field: T,
  help?: string,
): HTMLElement {
  field.id = newId('field');
  const note =
    help === undefined
      ? undefined
      : element('span', { className: 'help', id: `${field.id}-help` }, help);
  if (note) field.setAttribute('aria-describedby', note.id);
  const name = element('label', { htmlFor: field.id }, label);
  return element('div', { className: 'field' }, name, field, note);
}

export const CANCEL: Choice = { value: '', words: '取消' };

/** 取消 and Esc are the same. */
export async function confirmed(question: Question): Promise<string | undefined> {
  return (await ask(question)) || undefined;
}
