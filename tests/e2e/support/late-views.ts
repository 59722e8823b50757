/** What the late numbers of views do to a page that is already there. */
import type { Page } from 'playwright-core';

/** Long enough for the page to have been painted without the number. */
const LATE_MS = 300;

/** The counter answers late, with these numbers. */
export async function answerLate(page: Page, viewsOf: (id: string) => number): Promise<void> {
  await page.route('**/api/views/**', async (route) => {
    const { pathname, searchParams } = new URL(route.request().url());
    const ids = searchParams.get('ids')?.split(',') ?? [pathname.split('/').at(-1) ?? ''];
    await new Promise((resolve) => setTimeout(resolve, LATE_MS));
    await route.fulfill({
      json: { counts: Object.fromEntries(ids.map((id) => [id, viewsOf(id)])) },
    });
  });
}

/**
 * Opens a page, waits until `label` shows, and tells all that has moved in it until then: how much, and what. A busy browser
 * also paints where it pleases while a page comes, so tests of it are tried again: what moves by the numbers moves each time.
 */
export async function layoutShifts(page: Page, url: string, label: string): Promise<string[]> {
  await page.addInitScript(() => {
    const moved = window as unknown as { shifts: string[] };
    moved.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, sources } = entry as PerformanceEntry & {
          value: number;
          sources: { node?: Node; previousRect: DOMRect; currentRect: DOMRect }[];
        };
        const what = sources.map(({ node, previousRect, currentRect }) =>
          JSON.stringify([node?.parentElement?.outerHTML.slice(0, 200), previousRect, currentRect]),
        );
        moved.shifts.push(`${value} ${what.join(' ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.locator(label).first().waitFor();
  // Two frames: what moved in the first is told in the second.
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        requestAnimationFrame(() =>
          requestAnimationFrame(() =>
            setTimeout(() => resolve((window as unknown as { shifts: string[] }).shifts), 50),
          ),
        );
      }),
  );
}
