/** A text whose body was too much to be read is told of, and the preview makes no page of it: that would take as long. */
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { siteReader } from '../../../src/build/read-site.ts';
import { siteOptions } from '../../../src/output/options.ts';
import { aBureau, aText } from '../../support/a-bureau.ts';

const DEEP = `${'>'.repeat(3_000)}甲`;
const DENSE = '*a _b '.repeat(6_000);

it.each([
  ['an article', 'content/articles/2026/20261101-a.md', aText('2026-11-01', [], DEEP)],
  ['a draft', 'content/articles/2026/20261101-a.md', aText('2026-11-01', ['draft: true'], DENSE)],
  ['one to come', 'content/articles/2026/20261201-a.md', aText('2026-12-01', [], DENSE)],
  [
    'one without its source',
    'content/articles/2026/20261101-a.md',
    aText('2026-11-01', [], DEEP).replace(/^source: .*\n/m, ''),
  ],
  ['a single page', 'content/pages/about.md', `---\ntitle: 机构概况\n---\n${DEEP}\n`],
  ['a topic', 'content/topics/2026-a/index.md', topic(DEEP)],
] as const)('%s', async (_, file, text) => {
  const other = { 'content/articles/2026/20261102-b.md': aText('2026-11-02') };
  const columns =
    '- { slug: tz, name: 通知公告 }\n- { slug: jg, name: 机构概况, kind: page, page: about }\n';
  const hasPage = file.includes('/pages/');
  const bureau = await aBureau({
    ...other,
    [file]: text,
    ...(hasPage && { 'content/columns.yaml': columns }),
  });
  const roots = { content: join(bureau.folder, 'content'), public: join(bureau.folder, 'public') };
  const read = siteReader(siteOptions({ ...roots, now: '2026-11-25 09:00' }), 'preview');
  const { current, issues } = await read();
  const told = issues.filter(({ rule }) => rule === 'markdown/size');
  expect(told.map(({ file: named, level, line }) => [named, level, typeof line])).toEqual([
    [file, 'stop', 'number'],
  ]);
  const { articles, pages, topics, columns: shown } = current?.site.content ?? {};
  expect(articles?.map(({ id }) => id)).toEqual(['20261102-b']);
  expect([pages, topics]).toEqual([[], []]);
  expect(shown?.filter(({ page }) => page !== undefined)).toEqual([]);
});

function topic(body: string): string {
  return `---\ntitle: 节能宣传周\nsummary: 活动的安排。\ndate: 2026-11-01\nsections: [{ title: 报道, category: tz }]\n---\n${body}\n`;
}
