/**
 * Shows the numbers of views in a list of articles, asked for in one request a page; nothing is counted.
 *
 *     <span data-view-counts="<id>" data-view-api="/api/views/" hidden>浏览<span data-number></span></span>
 *
 * A label stays hidden when its number does not come. Beyond a hundred articles the rest stay hidden.
 */
import { askCounter, savesData, showNumber } from './view-label.ts';

/** What the counter answers at once. */
const MAX_IDS = 100;

const labels = [...document.querySelectorAll<HTMLElement>('[data-view-counts]')];
const [first] = labels;
if (first && !savesData) void showAll(first.dataset['viewApi'] ?? '').catch(() => {});

async function showAll(api: string): Promise<void> {
  const ids = new Set(labels.map(articleOf));
  const counts = await askCounter(`${api}?ids=${[...ids].slice(0, MAX_IDS).join()}`);
  for (const label of labels) showNumber(label, counts[articleOf(label)]);
}

function articleOf(label: HTMLElement): string {
  return label.dataset['viewCounts'] ?? '';
}
