/** What Word and Windows leave in a file without changing what it says. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { siteOptions } from '../../../src/output/options.ts';
import { readSite } from '../../../src/build/read-site.ts';
import { renderBody } from '../../../src/site/article-body.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/tolerated');

it('a byte order mark, CRLF and trailing spaces, full-width ones too, change nothing', async () => {
  const [plain, odd] = await Promise.all(['plain', 'odd'].map(articleOf));
  expect(odd).toEqual(plain);
  expect(plain?.title).toBe('测试标题');
  expect(plain?.html).toContain('<p>第一段。</p>');
});

async function articleOf(name: string) {
  const options = siteOptions({
    content: join(FIXTURES, name),
    public: join(FIXTURES, '../bad/public'),
    now: '2026-11-25 09:00',
  });
  const { current, issues } = await readSite(options);
  expect(issues).toEqual([]);
  const article = current?.site.content.articles[0];
  if (!current || !article) throw new Error('no article was read');
  const { title, category, column, pinned, excerpt } = article;
  return { title, category, column, pinned, excerpt, html: await renderBody(current, article) };
}
