/**
 * Shows the numbers of views in a list of articles, asked for in one request (a hundred each); nothing is counted.
 *
 *     <ul data-view-api="/api/views/">
 *       <li><span data-view-counts="<id>" hidden>浏览<span data-number></span>次</span></li>
 *
 * A label stays hidden when its number does not come.
 */
import { savesData } from './line.ts';
import { askCounter, showNumber } from './view-label.ts';

/** What the counter answers at once (`src/views/api.ts`; a test asks for more). */
const MAX_IDS = 100;

const labels = [...document.querySelectorAll<HTMLElement>('[data-view-counts]')];
const api = labels[0]?.closest<HTMLElement>('[data-view-api]')?.dataset['viewApi'];
if (api && !savesData) {
  for (let first = 0; first < labels.length; first += MAX_IDS) {
    void show(labels.slice(first, first + MAX_IDS), api).catch(() => {});
  }
}

async function show(some: readonly HTMLElement[], address: string): Promise<void> {
  const ids = new Set(some.map(articleOf));
  const counts = await askCounter(`${address}?ids=${[...ids].join()}`);
  for (const label of some) showNumber(label, counts[articleOf(label)]);
}

function articleOf(label: HTMLElement): string {
  return label.dataset['viewCounts'] ?? '';
}
