/** How a number of views is written. */

/**
 * The text for a count, cut (not rounded up) to one decimal of 万 from 100,000 on: 123,456 → `12.3万`.
 * `undefined` for anything that is no count, so that nonsense is never shown.
 */
export function viewNumber(count: unknown): string | undefined {
  if (!Number.isSafeInteger(count) || Number(count) < 0) return undefined;
  const views = Number(count);
  return views < 100_000 ? `${views}` : `${Math.floor(views / 1000) / 10}万`;
}
