/**
 * Counts this view and shows the article's number of views (浏览次数):
 *
 *     <span data-view-count="<id>" data-view-api="/api/views/">浏览次数：<span data-number>—</span></span>
 *
 * The dash stays unless a number arrives within three seconds.
 */
import { savesData } from './line.ts';
import { askCounter, showNumber } from './view-label.ts';

/** A reload within this time reads the count and adds nothing, as the counter itself does. */
const WINDOW_MS = 30 * 60 * 1000;

const label = document.querySelector<HTMLElement>('[data-view-count]');
// Who saves data asks for no number.
if (label && !savesData) whenSeen(() => void show(label).catch(() => {}));

/** A tab opened in the background or a page rendered ahead is read once it comes to the front. */
function whenSeen(run: () => void): void {
  const isSeen = () =>
    document.visibilityState === 'visible' &&
    !('prerendering' in document && document.prerendering);
  if (isSeen()) return run();
  const listening = new AbortController();
  const look = () => {
    if (!isSeen()) return;
    listening.abort();
    run();
  };
  for (const event of ['visibilitychange', 'prerenderingchange']) {
    document.addEventListener(event, look, listening);
  }
}

async function show(element: HTMLElement): Promise<void> {
  const { viewCount: id = '', viewApi: api = '' } = element.dataset;
  const counted = Date.now() - Number(remember(id)) < WINDOW_MS;
  const counts = await (counted ? askCounter(`${api}?ids=${id}`) : askCounter(api + id, 'POST'));
  if (showNumber(element, counts[id]) && !counted) remember(id, `${Date.now()}`);
}

/** Storage may be forbidden; then the counter alone knows who has been here. */
function remember(id: string, time?: string): string | null {
  try {
    if (time) sessionStorage.setItem(`view ${id}`, time);
    return sessionStorage.getItem(`view ${id}`);
  } catch {
    return null;
  }
}
