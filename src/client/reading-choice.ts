/** The reader's choices, kept in the browser alone. `first-paint.js` reads them before a page shows. */

export type Choice = 'reading-mode' | 'reading-size';

/** Storage may be forbidden: then the choice holds for one page. */
export function remember(choice: Choice, value: string): void {
  try {
    localStorage.setItem(choice, value);
  } catch {}
}

export function forget(choice: Choice): void {
  try {
    localStorage.removeItem(choice);
  } catch {}
}
