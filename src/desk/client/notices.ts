/** What the desk says on its own account: above the page, until it is closed or something else is said. */
import { button, element, type Child } from './element.ts';

const place = (): HTMLElement | null => document.querySelector('#notices');

/** @param kind `problem` is read out at once */
export function notice(kind: 'done' | 'problem', ...words: Child[]): void {
  const text = element('div', { className: 'notice-text' }, ...words);
  const shown = element('div', { className: `notice ${kind}` }, text);
  shown.setAttribute('role', kind === 'problem' ? 'alert' : 'status');
  const close = button('关闭', () => shown.remove(), { className: 'quiet' });
  shown.append(close);
  place()?.replaceChildren(shown);
}

export function clearNotices(): void {
  place()?.replaceChildren();
}
