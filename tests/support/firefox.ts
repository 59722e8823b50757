/** The Firefox of this machine, by WebDriver BiDi: some readers use it, and it lays lines out by rules of its own. */
import { existsSync } from 'node:fs';
import { launch } from 'puppeteer-core';
import type { Browser } from 'puppeteer-core';

const USUAL_PLACES = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** `FIREFOX_PATH`, else the usual places; undefined when it is in none: what every reader needs is tested in Chromium. */
export function findFirefox(): string | undefined {
  const given = process.env['FIREFOX_PATH'];
  return (given ? [given] : USUAL_PLACES).find((place) => existsSync(place));
}

export function launchFirefox(executablePath: string): Promise<Browser> {
  return launch({ browser: 'firefox', executablePath, headless: true });
}
