/**
 * Asks before an outbound link is followed (《互联网政务应用安全管理规定》: the reader is told that the site ends here).
 * A native dialog: the keyboard stays in it, Esc closes it. Without this script the links are plain links.
 */
import * as labels from '../labels/zh-CN/scripts/leaving.ts';
import { element } from './element.ts';

export function askBeforeLeaving(): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest('a[data-outbound]') : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    leavingDialog(link).showModal();
  });
}

function leavingDialog(link: HTMLAnchorElement): HTMLDialogElement {
  const title = element('h2', { id: 'leaving', textContent: labels.title });
  const text = element('p', { textContent: labels.text });
  const address = element('p', { className: 'address', textContent: link.href });
  const stay = element('button', { type: 'button', textContent: labels.stay, autofocus: true });
  const go = element('a', { className: 'button', href: link.href, textContent: labels.go });
  go.rel = 'noopener noreferrer external';
  const choices = element('p', { className: 'choices' });
  choices.append(stay, go);
  const dialog = element('dialog', { className: 'leaving' });
  dialog.setAttribute('aria-labelledby', title.id);
  dialog.append(title, text, address, choices);
  stay.addEventListener('click', () => dialog.close());
  go.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    link.focus();
  });
  document.body.append(dialog);
  return dialog;
}
