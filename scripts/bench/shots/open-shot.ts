/** A page in a window of a width and a mode, with all its pictures loaded. */
import type { Browser, Page } from 'playwright-core';

export const SHOT_MODES = ['light', 'dark', 'elder', 'print'] as const;
export type ShotMode = (typeof SHOT_MODES)[number];

/** Height of the window; a full page is as long as it is. */
const HEIGHT = 900;

export async function openShot(
  browser: Browser,
  url: string,
  width: number,
  mode: ShotMode,
): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    locale: 'zh-CN',
    colorScheme: mode === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  if (mode === 'elder') {
    await page.addInitScript(() => localStorage.setItem('reading-mode', 'elder'));
  }
  if (mode === 'print') await page.emulateMedia({ media: 'print' });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.evaluate(loadPictures);
  return page;
}

/** Pictures far down the page wait to be scrolled to. */
async function loadPictures(): Promise<void> {
  const images = [...document.images];
  for (const image of images) image.loading = 'eager';
  await Promise.all(images.map((image) => image.decode().catch(() => {})));
}
