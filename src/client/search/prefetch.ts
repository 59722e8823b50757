/** Loads what a query is going to need while the reader is still writing it. */
import type { Search } from './engine.ts';

/** Milliseconds without a key after which what is written is taken for what is meant. */
const PAUSE = 250;

/**
 * @param search opens the search; undefined where there is none
 * @param onPause called when the reader has paused and what was written has been asked for
 */
export function prefetchWhileTyping(
  form: HTMLFormElement,
  search: () => Search | undefined,
  onPause: () => void,
): void {
  const box = form.elements.namedItem('q');
  if (!(box instanceof HTMLInputElement)) return;
  let pause: ReturnType<typeof setTimeout> | undefined;
  box.addEventListener('focus', () => search()?.prepare());
  box.addEventListener('input', () => {
    search()?.prepare();
    clearTimeout(pause);
    pause = setTimeout(() => {
      search()?.prefetch(box.value);
      onPause();
    }, PAUSE);
  });
  form.addEventListener('submit', () => clearTimeout(pause));
}
