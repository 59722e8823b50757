/** Where the desk says that readers will find an article. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteReader } from '../../../../src/build/read-site.ts';
import { asPublished } from '../../../../src/desk/preview/as-published.ts';
import { siteOptions } from '../../../../src/output/options.ts';
import { SETTINGS, aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';

const at = (id: string): string => `content/articles/2026/${id}.md`;
const inColumn = (text: string, name: string): string =>
  text.replace('category: 通知公告', `category: ${name}`);

let desk: Desk;
beforeAll(async () => {
  const days = Array.from({ length: 10 }, (_, index) => String(index + 11));
  desk = await aDesk({
    'content/site.yaml': SETTINGS['content/site.yaml'].replace(
      'home: []',
      'listSize: 5\nhome:\n  - { column: tz, style: headlines, count: 2 }\n',
    ),
    'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n- { slug: dt, name: 工作动态 }\n',
    ...Object.fromEntries(
      days.map((day) => [at(`202610${day}-old`), aText(`2026-10-${day}`, [], `${day}日的正文。`)]),
    ),
    [at('20261120-mine')]: aText('2026-11-20', ['draft: true']),
    [at('20261121-theirs')]: aText('2026-11-21', ['draft: true']),
    [at('20261001-late')]: aText('2026-10-01', ['draft: true']),
    [at('20261122-news')]: inColumn(aText('2026-11-22', ['draft: true']), '工作动态'),
    [at('20261224-later')]: aText('2026-12-24 08:00'),
    [at('20261110-over')]: aText('2026-11-10', ['expires: 2026-11-11']),
    [at('20261111-gone')]: aText('2026-11-11', [
      'withdrawn: { date: 2026-11-12, reason: 内容有误。 }',
    ]),
    [at('20261112-bad')]: '没有稿件信息',
  });
});
afterAll(() => desk.close());

const places = async (id: string) => (await desk.ask('GET', `articles/${id}/places`)).json;

it('a draft is shown where it will stand', async () => {
  expect(await places('20261120-mine')).toEqual({
    list: { address: 'tz/?as-published=20261120-mine#desk-entry', note: '' },
    home: { address: '?as-published=20261120-mine#desk-entry', note: '' },
  });
});

it('what will not stand on the home page, or on the first page of its list, says so', async () => {
  expect(await places('20261122-news')).toEqual({
    list: { address: 'dt/?as-published=20261122-news#desk-entry', note: '' },
    home: {
      address: '?as-published=20261122-news#desk-entry',
      note: '首页上没有它：首页不放栏目「工作动态」的稿件。',
    },
  });
  expect(await places('20261001-late')).toEqual({
    list: {
      address: 'tz/page/1/?as-published=20261001-late#desk-entry',
      note: '它不在列表的第一页，在第 2 页。',
    },
    home: {
      address: '?as-published=20261001-late#desk-entry',
      note: '首页上没有它：首页只放每个栏目最新的几篇，它排在后面。',
    },
  });
});

it.each([
  ['20261110-over', '这篇稿件已经过期，列表和首页里都没有它。'],
  ['20261111-gone', '这篇稿件已经撤下，列表和首页里都没有它。'],
  ['20261112-bad', '现在没有页面可看：先改掉标着「必须改」的问题。'],
])('%s: %s', async (id, note) => {
  expect(await places(id)).toEqual({ list: { note }, home: { note } });
});

it('what is scheduled is shown as it will be then', async () => {
  const { list, home } = await places('20261224-later');
  expect([list.note, home.note]).toEqual([
    '这是 2026-12-24 08:00 以后的样子。',
    '这是 2026-12-24 08:00 以后的样子。',
  ]);
});

it('the site has this draft without its mark, and nobody else’s', async () => {
  const roots = { content: `${desk.folder}/content`, public: `${desk.folder}/public` };
  const read = siteReader(siteOptions({ ...roots, now: '2026-11-25 09:00' }), 'preview');
  const { current } = await read();
  if (!current) throw new Error('There is no preview');
  const shown = asPublished(current, '20261120-mine');
  const list = shown?.site.articlesIn('tz').map(({ id, preview }) => [id, preview]);
  expect(list?.slice(0, 2)).toEqual([
    ['20261120-mine', undefined],
    ['20261020-old', undefined],
  ]);
  expect(shown?.problems).toBeUndefined();
  expect(asPublished(current, '20261120-mine')).toBe(shown);
  expect(asPublished(current, '20261199-no')).toBeUndefined();
});
