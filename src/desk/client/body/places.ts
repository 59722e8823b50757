/** Places of a document that are meant while something is fetched, and move along with what is typed meanwhile. */
import type { Transaction } from 'prosemirror-state';

export interface Place {
  now(): number;
  move(place: number): void;
  /** Is of no more use afterwards. */
  take(): number;
}

export interface Places {
  keep(place: number): Place;
  follow(mapping: Transaction['mapping']): void;
  /** Once no word is being composed: what is changed from outside would tear it. */
  ready(): Promise<void>;
  composed(): void;
}

export function places(isComposing: () => boolean): Places {
  const kept = new Set<{ at: number }>();
  let waiting: (() => void)[] = [];
  return {
    keep(place) {
      const own = { at: place };
      kept.add(own);
      return {
        now: () => own.at,
        move: (to) => (own.at = to),
        take() {
          kept.delete(own);
          return own.at;
        },
      };
    },
    follow(mapping) {
      for (const own of kept) own.at = mapping.map(own.at);
    },
    async ready() {
      while (isComposing()) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    composed() {
      for (const goOn of waiting) setTimeout(goOn);
      waiting = [];
    },
  };
}
