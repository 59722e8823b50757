/** A browser for a test file, and pages that fail the test when the site misbehaves in them. */
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Browser, BrowserContextOptions, Page, ViewportSize } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';

export interface Visit {
  page: Page;
  /** Every address that the page asked for. */
  requests: string[];
  /** Errors of scripts, and what the console calls an error (CSP refusals are among them). */
  errors: string[];
}

/** The window has a size. */
type Options = Omit<BrowserContextOptions, 'viewport'> & { viewport?: ViewportSize };

/** A reader's browser: a headless one is a robot to the view counter. */
export const readerAgent = (name = 'reader'): string =>
  `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 ${name}/1.0`;

export const PHONE = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
export const DESKTOP = { viewport: { width: 1440, height: 900 } };

/**
 * Of a fresh context (`own`), or had `again` by a later test that asks for the same but for the size of the window: a quarter of the price.
 * Nothing is stored in one by then and nothing is routed, but files may come from its cache.
 */
type Tab = 'own' | 'again';

/**
 * To be called at the head of a test file; gives a function that opens a page, which is the test's until it ends.
 * @param usual `again` where tests do nothing to a page that outlives its document, such as scripts to be run at each
 *   beginning; a test that does asks for its `own`
 */
export function useBrowser(
  usual: Tab = 'own',
): (url: string, options?: Options, tab?: Tab) => Promise<Visit> {
  let browser: Browser | undefined;
  const idle = new Map<string, Page[]>();
  const used: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const leave of used.splice(0)) await leave();
  });
  afterAll(() => browser?.close());
  return async (url, given = {}, tab = usual) => {
    if (!browser) throw new Error('The browser has not been started');
    const options = { locale: 'zh-CN', userAgent: readerAgent(), ...DESKTOP, ...given };
    const key = JSON.stringify({ ...options, viewport: undefined });
    const known = tab === 'again' ? idle.get(key)?.pop() : undefined;
    await known?.setViewportSize(options.viewport);
    const page = known ?? (await (await browser.newContext(options)).newPage());
    used.push(async () => {
      const isElsewhere = !page.isClosed() && originOf(page.url()) !== originOf(url);
      if (tab === 'own' || isElsewhere || page.context().pages().length > 1) {
        return page.context().close();
      }
      await clear(page);
      idle.set(key, [...(idle.get(key) ?? []), page]);
    });
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

const originOf = (url: string): string => new URL(url).origin;

/** Takes from a page what its test has left in it. */
async function clear(page: Page): Promise<void> {
  page.removeAllListeners();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await page.evaluate('localStorage.clear(); sessionStorage.clear()');
  await page.goto('about:blank');
}
