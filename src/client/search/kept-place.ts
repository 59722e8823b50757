/**
 * How many results were shown and where the reader was among them, kept with each entry of the history: who goes back, or
 * loads the page again, finds both as they were.
 */

export interface Place {
  shown: number;
  /** Pixels scrolled. */
  top: number;
}

export interface PlaceKeeper {
  /** Keeps it now: what comes next is another entry. */
  keep(): void;
  /** Scrolls there, unless the reader has begun to scroll since `forEntry` was asked. */
  returnTo(place: Place): void;
}

/** A list of more is loaded no more at once. */
const MOST = 200;
/** Milliseconds without scrolling after which a place is kept: a browser refuses to keep hundreds. */
const REST = 150;

/** The place that was kept with the entry of the history that is shown. */
export function placeOfEntry(): Place | undefined {
  const { shown, top } = (history.state ?? {}) as Partial<Record<keyof Place, unknown>>;
  return typeof shown === 'number' && typeof top === 'number' && shown > 0
    ? { shown: Math.min(shown, MOST), top }
    : undefined;
}

/** @param shown how many results there are; none while they are being looked for */
export function keepPlace(host: HTMLElement, shown: () => number): PlaceKeeper {
  let rest: ReturnType<typeof setTimeout> | undefined;
  let hasMoved = false;
  const keep = () => {
    clearTimeout(rest);
    if (shown() === 0) return;
    const place: Place = { shown: shown(), top: scrollY };
    history.replaceState({ ...history.state, ...place }, '');
  };
  addEventListener(
    'scroll',
    () => {
      clearTimeout(rest);
      rest = setTimeout(keep, REST);
    },
    { passive: true },
  );
  for (const move of ['wheel', 'touchmove', 'keydown']) {
    addEventListener(move, () => (hasMoved = true), { passive: true });
  }
  addEventListener('popstate', () => {
    clearTimeout(rest);
    hasMoved = false;
  });
  // Before the link that was followed leads away.
  host.addEventListener('click', keep, { capture: true });
  addEventListener('pagehide', keep);
  return {
    keep,
    returnTo({ top }) {
      if (!hasMoved) scrollTo({ top, behavior: 'instant' });
    },
  };
}
