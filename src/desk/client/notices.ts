/**
 * What the desk says on its own account: above the page, until it is closed or something else is said. Much of it is folded behind
 * its first line, so that there is room for the text.
 */
import { button, element, type Child } from './element.ts';

const place = (): HTMLElement | null => document.querySelector('#notices');

/** As many lines are shown without being asked for: all that is said of what was done. */
const MOST_OPEN = { problem: 2, done: 5 } as const;

/** @param kind `problem` is read out at once */
export function notice(kind: 'done' | 'problem', ...words: Child[]): void {
  const text = element(
    'div',
    { className: 'notice-text' },
    ...(words.length > MOST_OPEN[kind] ? [folded(words)] : words),
  );
  const shown = element('div', { className: `notice ${kind}` }, text);
  shown.setAttribute('role', kind === 'problem' ? 'alert' : 'status');
  const close = button('关闭', () => shown.remove(), { className: 'quiet' });
  shown.append(close);
  place()?.replaceChildren(shown);
}

/** What went well: what did not stays said. */
export function clearDone(): void {
  for (const said of place()?.querySelectorAll('.notice.done') ?? []) said.remove();
}

export function clearNotices(): void {
  place()?.replaceChildren();
}

function folded([first, ...others]: readonly Child[]): HTMLElement {
  const count = element('span', { className: 'more-notices' }, `还有 ${others.length} 条，点开看`);
  const lead = first instanceof HTMLElement ? element('span', {}, ...first.childNodes) : first;
  const list = element('div', { className: 'notice-list', tabIndex: 0 }, ...others);
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', '其余各条');
  return element('details', {}, element('summary', {}, lead, count), list);
}
