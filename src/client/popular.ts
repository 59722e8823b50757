/**
 * 热门: of the newest articles those that were viewed most, at the end of the home page. Their titles are in the page, hidden; one request
 * asks for their numbers, and nothing is counted. The block stays hidden where fewer than three have been read.
 */
import { savesData } from './line.ts';
import { askCounter, showNumber } from './view-label.ts';

const FEWEST = 3;
const MOST = 8;

const block = document.querySelector<HTMLElement>('[data-popular]');
if (block && !savesData) void showPopular(block).catch(() => {});

async function showPopular(block: HTMLElement): Promise<void> {
  const items = [...block.querySelectorAll<HTMLElement>('[data-id]')];
  const ids = items.map(idOf);
  const counts = await askCounter(`${block.dataset['popular']}?ids=${ids.join()}`);
  const views = (item: HTMLElement): number => Number(counts[idOf(item)]) || 0;
  // Of those that are read as often the newest, which stand first, go before.
  // oxlint-disable-next-line unicorn/no-array-sort -- of a copy; offices run browsers without toSorted
  const read = items.filter((item) => views(item) > 0).sort((a, b) => views(b) - views(a));
  if (read.length < FEWEST) return;
  const shown = read.slice(0, MOST);
  for (const item of shown) {
    const label = item.querySelector<HTMLElement>('.list-views');
    if (label) showNumber(label, counts[idOf(item)]);
  }
  items[0]?.parentElement?.replaceChildren(...shown);
  whileUnseen(block.closest('main')?.nextElementSibling, () => {
    block.hidden = false;
  });
}

function idOf(item: HTMLElement): string {
  return item.dataset['id'] ?? '';
}

/** What stands below would move under the reader's eyes. */
function whileUnseen(below: Element | null | undefined, run: () => void): void {
  if (!below) return run();
  const watch = new IntersectionObserver(([entry]) => {
    if (entry?.isIntersecting !== false) return;
    watch.disconnect();
    run();
  });
  watch.observe(below);
}
