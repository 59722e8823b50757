/** The search page over the documents of `search-documents.ts`, in a browser that the tests of a file share. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchBrowser } from './browser.ts';
import { DOCUMENTS, NEWS, NOTICES } from './search-documents.ts';
import { serveSearchSite } from './search-site.ts';
import type { SearchSite } from './search-site.ts';

export interface SearchPages {
  /** Address and requests of the site that is served. */
  readonly site: SearchSite;
  newPage(): Promise<Page>;
  /** Goes to the search page with this query. */
  open(page: Page, query: Readonly<Record<string, string>>): Promise<void>;
}

/** Served before the tests of the file that calls it, closed after them. */
export function searchPages(): SearchPages {
  let browser: Browser;
  let site: SearchSite;
  beforeAll(async () => {
    site = await serveSearchSite(DOCUMENTS, {
      columns: ['新闻资讯', NEWS, NOTICES],
      years: ['2026', '2025', '2024'],
      sources: ['示例局', '节能中心'],
    });
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });
  return {
    get site() {
      return site;
    },
    newPage: () => browser.newPage(),
    async open(page, query) {
      await page.goto(`${site.url}?${new URLSearchParams(query)}`);
    },
  };
}
