/** A text that could not be saved is kept in this browser, for the window may be closed before the desk is back. */
import type { SavedArticle } from '../api.ts';

export interface UnsavedCopy {
  saved: SavedArticle;
  /** Milliseconds. */
  at: number;
}

const key = (id: string): string => `desk-unsaved:${id}`;

export function keepCopy(id: string, saved: SavedArticle): void {
  try {
    localStorage.setItem(key(id), JSON.stringify({ saved, at: Date.now() }));
  } catch {
    // The browser has no room or allows none: the text is still on the page, which asks before it is closed.
  }
}

export function forgetCopy(id: string): void {
  try {
    localStorage.removeItem(key(id));
  } catch {
    // It allows none.
  }
}

export function findCopy(id: string): UnsavedCopy | undefined {
  try {
    const found = localStorage.getItem(key(id));
    return found === null ? undefined : (JSON.parse(found) as UnsavedCopy);
  } catch {
    return undefined;
  }
}
