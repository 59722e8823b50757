/** One browser context for the tests of a describe block: many pages of one kind of reader. */
import { afterAll, beforeAll } from 'vitest';
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../support/browser.ts';
import { readerAgent } from './page.ts';

export interface SharedContext {
  newPage(): Promise<Page>;
}

/** To be called in a describe block, before its own `beforeAll`. */
export function useContext(options: BrowserContextOptions): SharedContext {
  let browser: Browser | undefined;
  let context: BrowserContext | undefined;
  beforeAll(async () => {
    browser = await launchBrowser();
    context = await browser.newContext({ locale: 'zh-CN', userAgent: readerAgent(), ...options });
  });
  afterAll(() => browser?.close());
  return {
    async newPage() {
      if (!context) throw new Error('The browser has not been started');
      return context.newPage();
    },
  };
}
