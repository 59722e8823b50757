/**
 * 长者模式 on and off without leaving the page. The links work without this script as well: one kind leads to the large home
 * page at `/elder/`, the other back; style sheets show those that apply.
 */
import { forget, remember } from './reading-choice.ts';

export function switchElderMode(): void {
  const root = document.documentElement;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('[data-elder]')];
  const home = links.find(({ dataset }) => dataset['elder'] === 'on')?.pathname;
  for (const link of links) {
    link.addEventListener('click', (event) => {
      const isOn = link.dataset['elder'] === 'on';
      if (isOn) remember('reading-mode', 'elder');
      else forget('reading-mode');
      // The page at /elder/ is nothing else: leaving the mode there means leaving the page.
      if (event.ctrlKey || event.metaKey || (!isOn && location.pathname === home)) return;
      event.preventDefault();
      keepPlace(() => {
        if (isOn) root.dataset['mode'] = 'elder';
        else delete root.dataset['mode'];
      });
      // The link that was pressed is gone; another has taken its place, or the menu holds it.
      const shown = [...links, document.querySelector<HTMLElement>('.menu > summary')];
      shown.find((other) => other?.getClientRects().length)?.focus({ preventScroll: true });
    });
  }
}

/** Changes the size of things and keeps what the reader was at where it was on the screen. */
export function keepPlace(change: () => void): void {
  const blocks = [...document.querySelectorAll('.body > *, main section, main li')];
  const at = scrollY > 0 ? blocks.find((block) => block.getBoundingClientRect().bottom > 0) : null;
  const before = at?.getBoundingClientRect().top ?? 0;
  change();
  if (at) scrollBy({ top: at.getBoundingClientRect().top - before, behavior: 'instant' });
}
