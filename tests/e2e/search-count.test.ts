/** What the search page says of hits that only their texts can count. */
import { expect, test } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import { outcome } from '../support/search-outcome.ts';
import { serveSearchSite } from '../support/search-site.ts';

test('says that there are more than a hundred, where no more were counted', async () => {
  const documents = Array.from({ length: 102 }, (_, at) => ({
    url: `/a${at}/`,
    title: `第${at}期`,
    text: '值班巡查，消防演练。',
    columns: ['通知公告'],
    source: '示例局',
    date: '2026-03-05',
  }));
  const site = await serveSearchSite(documents, { columns: [], years: [], sources: [] });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`${site.url}?${new URLSearchParams({ q: '，消防' })}`);
    expect(await outcome(page)).toMatchObject({
      status: '找到 100 篇以上',
      urls: { length: 10 },
    });
  } finally {
    await browser.close();
    await site.close();
  }
});
