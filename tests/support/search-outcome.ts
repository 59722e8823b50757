import type { Page } from 'playwright-core';

/** The status line once the search has ended, and the addresses of the results. */
export async function outcome(page: Page): Promise<{ status: string; urls: string[] }> {
  await page.waitForFunction(() =>
    /^(?:找到|没有|搜索|标点|只看|\d{4}年)/.test(
      document.querySelector('[data-status]')?.textContent ?? '',
    ),
  );
  const links = await page.locator('[data-results] a').all();
  const urls = await Promise.all(links.map((link) => link.getAttribute('href')));
  return { status: (await page.getByRole('status').textContent()) ?? '', urls: urls.map(String) };
}
