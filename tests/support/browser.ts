/** The Chromium of this machine, for tests in a real browser. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Where Chromium is: `CHROMIUM_PATH`, else the usual places; undefined when it is in none. */
export function findChromium(): string | undefined {
  const given = process.env['CHROMIUM_PATH'];
  return (given ? [given] : USUAL_PLACES).find((place) => existsSync(place));
}

/** @throws when there is no Chromium: a browser test is never skipped. */
export function chromiumPath(): string {
  const path = findChromium();
  if (path) return path;
  throw new Error('No Chromium was found: run `npm test` to install it, or set CHROMIUM_PATH.');
}

/** @throws when there is no Chromium */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath(),
    args: [
      '--no-sandbox', // tests run as root in containers
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
