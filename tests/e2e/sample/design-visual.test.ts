/**
 * A few pages beside the pictures of them that were looked at and found good (`tests/e2e/visual/`). After a change that
 * is meant: UPDATE_SHOTS=1 npm test -- tests/e2e/sample/design-visual, look at the pictures, commit them.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launchBrowser } from '../../support/browser.ts';
import { ARTICLE, TABLES } from '../support/site-pages.ts';

const sample = inject('sample');
const PROJECT = resolve(import.meta.dirname, '../../..');
const LOOKED_AT = join(PROJECT, 'tests/e2e/visual');
const DIFFERENCES = join(PROJECT, '.cache/shots/differences');

/**
 * One face for all machines; no photographs, whose encoding is not the design's; no number that grows; nothing that is there
 * on some days alone. The sheet is the test's own: the page's CSP is bypassed for it.
 */
const PINNED = `
  *, ::before, ::after { font-family: 'Noto Sans CJK SC' !important; animation: none !important; }
  img, .qr-code svg, [data-view-count], [data-views] { visibility: hidden !important; }
  .block-consultations { display: none !important; }
`;
/** Shown at half their size, so that the smoothing of a letter's edge does not count. */
const SCALE = 0.5;
/** Part of the pixels that may differ: another Chromium's rounding, not another layout. */
const TOLERANCE = 0.01;

const SHOTS = [
  ['home-1440', '', 1440, 'light'],
  ['home-360-elder', '', 360, 'elder'],
  ['column-768', 'xwzx/gzdt/', 768, 'light'],
  ['article-360', ARTICLE, 360, 'light'],
  ['article-1440-dark', ARTICLE, 1440, 'dark'],
  ['tables-print', TABLES, 640, 'print'],
] as const;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

it.each(SHOTS)('%s looks as it did', async (name, path, width, mode) => {
  const shot = await take(path, width, mode);
  const file = join(LOOKED_AT, `${name}.png`);
  if (process.env['UPDATE_SHOTS']) await writeFile(file, shot);
  const [before, now] = await Promise.all([pixels(await readFile(file)), pixels(shot)]);
  expect([now.width, now.height]).toEqual([before.width, before.height]);
  const difference = Buffer.alloc(now.data.length);
  const count = pixelmatch(before.data, now.data, difference, now.width, now.height, {
    threshold: 0.2,
  });
  const share = count / (now.width * now.height);
  if (share > TOLERANCE) await keepDifference(name, difference, now);
  expect(share, `see .cache/shots/differences/${name}.png`).toBeLessThanOrEqual(TOLERANCE);
});

async function take(path: string, width: number, mode: string): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width, height: 1200 },
    colorScheme: mode === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
    locale: 'zh-CN',
    bypassCSP: true,
  });
  const page = await context.newPage();
  if (mode === 'elder') {
    await page.addInitScript(() => localStorage.setItem('reading-mode', 'elder'));
  }
  if (mode === 'print') await page.emulateMedia({ media: 'print' });
  await page.goto(sample + path);
  await page.addStyleTag({ content: PINNED });
  const shot = await page.screenshot();
  await context.close();
  return sharp(shot)
    .resize({ width: Math.round(width * SCALE) })
    .png({ palette: true, colours: 32, effort: 10 })
    .toBuffer();
}

async function pixels(png: Buffer): Promise<{ data: Buffer; width: number; height: number }> {
  const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

async function keepDifference(
  name: string,
  data: Buffer,
  { width, height }: { width: number; height: number },
): Promise<void> {
  await mkdir(DIFFERENCES, { recursive: true });
  await sharp(data, { raw: { width, height, channels: 4 } }).toFile(
    join(DIFFERENCES, `${name}.png`),
  );
}
