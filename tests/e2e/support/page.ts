/** A browser for a test file, and pages that fail the test when the site misbehaves in them. */
import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';

export interface Visit {
  page: Page;
  /** Every address that the page asked for. */
  requests: string[];
  /** Errors of scripts, and what the console calls an error (CSP refusals are among them). */
  errors: string[];
}

/** A reader's browser: a headless one is a robot to the view counter. */
export const readerAgent = (name = 'reader'): string =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 ${name}/1.0`;

export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const DESKTOP = { viewport: { width: 1440, height: 900 } };

/** To be called at the head of a test file; gives a function that opens a page in a fresh context. */
export function useBrowser(): (url: string, options?: BrowserContextOptions) => Promise<Visit> {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  return async (url, options = {}) => {
    if (!browser) throw new Error('The browser has not been started');
    const context = await browser.newContext({
      locale: 'zh-CN',
      userAgent: readerAgent(),
      ...DESKTOP,
      ...options,
    });
    const page = await context.newPage();
    const visit: Visit = { page, requests: [], errors: [] };
    page.on('request', (request) => visit.requests.push(request.url()));
    page.on('pageerror', (error) => visit.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') visit.errors.push(message.text());
    });
    await page.goto(url, { waitUntil: 'networkidle' });
    return visit;
  };
}
