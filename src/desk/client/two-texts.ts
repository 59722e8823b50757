/** What is typed here and what lies there, where both were changed: kept until one of them is chosen. */
import type { DeskField, OpenArticle, SavedArticle } from '../api.ts';

export interface TwoTexts {
  /** Theirs lies there now. */
  meet(theirs: OpenArticle): void;
  /** Asks, where there are two. */
  solve(): Promise<void>;
}

/** @param choose called with the choice; not after Esc, for it can be asked again */
export function twoTexts(
  fields: readonly DeskField[],
  current: () => SavedArticle,
  choose: (choice: 'mine' | 'theirs', theirs: OpenArticle) => Promise<void>,
): TwoTexts {
  let other: OpenArticle | undefined;
  let isAsking = false;
  async function solve() {
    const { askConflict } = await import('./conflict-dialog.ts');
    if (!other || isAsking) return;
    isAsking = true;
    const labels = new Map(fields.map(({ name, label }) => [name, label]));
    const choice = await askConflict(current(), other, labels);
    isAsking = false;
    if (choice === undefined) return;
    const theirs = other;
    other = undefined;
    await choose(choice, theirs);
  }
  return {
    meet(theirs) {
      other = theirs;
      void solve();
    },
    solve,
  };
}
