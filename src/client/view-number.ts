/** How a number of views is written. */
import { tenThousand } from '../labels/zh-CN/scripts/views.ts';

/**
 * The text for a count, cut (not rounded up) to one decimal of 万 from 100,000 on: 123,456 → `12.3万`; a phone's line has
 * no room for the decimal from 1000万 on.
 * `undefined` for anything that is no count, so that nonsense is never shown.
 */
export function viewNumber(count: unknown): string | undefined {
  if (!Number.isSafeInteger(count) || Number(count) < 0) return undefined;
  const views = Number(count);
  if (views < 100_000) return `${views}`;
  const step = views < 10_000_000 ? 1_000 : 10_000;
  return `${(Math.floor(views / step) * step) / 10_000}${tenThousand}`;
}
