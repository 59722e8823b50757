/** The label of a number of views (浏览次数): hidden in the page, shown once its number is here. */
import type { ViewCounts } from '../views/view-answers.ts';
import { viewNumber } from './view-number.ts';

const TIMEOUT_MS = 3000;

/** Asks the counter; rejects when it does not answer within three seconds. */
export async function askCounter(address: string, method?: string): Promise<ViewCounts['counts']> {
  // AbortSignal.timeout came with Chromium 103; offices run older ones.
  const tooSlow = new AbortController();
  setTimeout(() => tooSlow.abort(), TIMEOUT_MS);
  const response = await fetch(address, { method: method ?? 'GET', signal: tooSlow.signal });
  const { counts }: ViewCounts = await response.json();
  return counts;
}

/** Shows a number in its label; tells whether it was one. */
export function showNumber(label: HTMLElement, count: unknown): boolean {
  const text = viewNumber(count);
  const number = label.querySelector<HTMLElement>('[data-number]');
  if (text === undefined || !number) return false;
  number.textContent = text;
  if (text !== `${count}`) number.title = `${count}`;
  label.hidden = false;
  return true;
}
