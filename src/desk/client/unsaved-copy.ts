/**
 * A text that could not be saved is kept in this browser, for the window may be closed before the desk is back. Of those who use
 * one browser each finds their own.
 */
import type { OpenArticle, SavedArticle } from '../api.ts';

export interface UnsavedCopy {
  saved: SavedArticle;
  /** Milliseconds. */
  at: number;
  /** The etag of the text that it was written upon; browsers keep copies of older versions of the desk, without. */
  base?: string;
}

/** @param who is signed in; undefined on one's own machine */
const key = (who: string | undefined, id: string): string =>
  who === undefined ? `desk-unsaved:${id}` : `desk-unsaved:${encodeURIComponent(who)}/${id}`;

export function keepCopy(
  who: string | undefined,
  { id, etag: base }: Pick<OpenArticle, 'id' | 'etag'>,
  saved: SavedArticle,
): void {
  const copy: UnsavedCopy = { saved, at: Date.now(), base };
  try {
    localStorage.setItem(key(who, id), JSON.stringify(copy));
  } catch {
    // The browser has no room or allows none: the text is still on the page, which asks before it is closed.
  }
}

export function forgetCopy(who: string | undefined, id: string): void {
  try {
    localStorage.removeItem(key(who, id));
  } catch {
    // It allows none.
  }
}

/** Undefined where there is none, or the article has become what it is: it was saved as the page went. */
export function findCopy(who: string | undefined, article: OpenArticle): UnsavedCopy | undefined {
  try {
    const found = localStorage.getItem(key(who, article.id));
    const copy = found === null ? undefined : (JSON.parse(found) as UnsavedCopy);
    if (!copy || !isAlike(copy.saved, article)) return copy;
  } catch {
    return undefined;
  }
  forgetCopy(who, article.id);
  return undefined;
}

function isAlike(saved: SavedArticle, { source, fields, body }: OpenArticle): boolean {
  if ('source' in saved) return saved.source === source;
  const names = new Set([...Object.keys(saved.fields), ...Object.keys(fields)]);
  return saved.body === body && [...names].every((name) => saved.fields[name] === fields[name]);
}
