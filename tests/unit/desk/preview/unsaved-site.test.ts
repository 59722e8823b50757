/** What is typed has a page before it is saved, and what may have none has none. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { siteReader } from '../../../../src/build/read-site.ts';
import type { LoadedSite } from '../../../../src/build/read-site.ts';
import { unsavedArticle, withUnsaved } from '../../../../src/desk/preview/unsaved-site.ts';
import type { Article, ArticleFile } from '../../../../src/model/article.ts';
import { siteOptions } from '../../../../src/output/options.ts';
import { readBody } from '../../../../src/site/article-body.ts';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';

const ID = '20261102-draft';
const MDX = '20261103-cards';

let desk: Desk;
let preview: LoadedSite;
let places: Map<string, ArticleFile>;
beforeAll(async () => {
  desk = await aDesk({
    'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n- { slug: dt, name: 工作动态 }\n',
    [`content/articles/2026/${ID}.md`]: aText('2026-11-02', ['draft: true']),
    [`content/articles/2026/${MDX}.mdx`]: aText('2026-11-03'),
    'content/articles/2026/20261104-other.md': aText('2026-11-04'),
  });
  const roots = { content: join(desk.folder, 'content'), public: join(desk.folder, 'public') };
  const { current, texts } = await siteReader(
    siteOptions({ ...roots, now: '2026-11-25 09:00' }),
    'preview',
  )();
  if (!current) throw new Error('The desk has no site');
  preview = current;
  places = new Map(texts.map(({ place }) => [place.id, place]));
});
afterAll(() => desk.close());

function typed(text: string, id = ID): Article | undefined {
  const place = places.get(id);
  if (!place) throw new Error(`There is no ${id}`);
  return unsavedArticle(preview, place, text);
}

it('its page is made of what is typed, its draft mark stays, and its neighbours are what they were', () => {
  const shown = typed(
    aText('2026-11-02', ['draft: true'], '新的一段。').replace('测试', '新的标题'),
  );
  expect(shown).toMatchObject({ id: ID, title: '新的标题', preview: '草稿' });
  const site = shown && withUnsaved(preview, shown)?.site;
  const article = site?.article(ID);
  expect(article && readBody(article).trim()).toBe('新的一段。');
  const others = (site?: LoadedSite['site']) =>
    site?.content.articles.filter(({ id }) => id !== ID).map(({ id, title }) => `${id} ${title}`);
  expect(others(site)).toEqual(others(preview.site));
});

it('its page is in the column that is chosen, or in its own while there is none of that name', () => {
  const columnIn = (name: string) =>
    typed(aText('2026-11-02', ['draft: true']).replace('通知公告', name))?.column;
  expect([columnIn('工作动态'), columnIn('通知公告'), columnIn('没有的')]).toEqual([
    'dt',
    'tz',
    'tz',
  ]);
});

it('nothing is written, and the site that was read stays as it is', async () => {
  typed(aText('2026-11-02', ['draft: true'], '新的一段。').replace('测试', '新的标题'));
  const file = join(desk.folder, `content/articles/2026/${ID}.md`);
  expect(await readFile(file, 'utf8')).toBe(aText('2026-11-02', ['draft: true']));
  expect(preview.site.article(ID).title).toBe('测试');
});

describe('no page where', () => {
  it.each([
    ['there is no front matter', '没有稿件信息'],
    ['there is no title', aText('2026-11-02').replace(/^title: .*\n/m, '')],
    ['there is no date', aText('2026-11-02').replace(/^date: .*\n/m, '')],
    ['its quotations lie in one another', aText('2026-11-02', [], `${'>'.repeat(3_000)}甲`)],
    ['its signs are too dense', aText('2026-11-02', ['draft: true'], '*a _b '.repeat(6_000))],
    [
      'its pictures lie in one another',
      aText('2026-11-02', [], `${'!['.repeat(5_000)}a${'](x)'.repeat(5_000)}`),
    ],
    ['it is withdrawn', aText('2026-11-02', ['withdrawn: { date: 2026-11-03, reason: 数据有误 }'])],
  ])('%s', (_, text) => {
    expect(typed(text)).toBeUndefined();
  });

  it('an .mdx would run', () => {
    expect(typed(aText('2026-11-03', [], '一段。'), MDX)).toBeDefined();
    expect(typed(aText('2026-11-03', [], '{process.exit()}'), MDX)).toBeUndefined();
    expect(typed(aText('2026-11-03', ['draft: true'], '{process.exit()}'), MDX)).toBeUndefined();
  });
});

it('a file that it offers and that is not there is left out, and an article that is gone has no page', () => {
  const shown = typed(aText('2026-11-02', ['attachments: [没有.docx]'], '一段。'));
  expect(shown?.attachments).toEqual([]);
  expect(shown && withUnsaved(preview, { ...shown, id: '20261109-gone' })).toBeUndefined();
});

it('the desk gives its address, for who asks as its page does', async () => {
  const { fields } = (await desk.ask('GET', `articles/${ID}`)).json;
  const sent = { fields, body: '还没有保存的一段。' };
  const { status, json } = await desk.ask('POST', `articles/${ID}/unsaved`, sent);
  expect(status).toBe(200);
  expect(json.address).toMatch(/^tz\/202611\/20261102-draft\/\?unsaved=[\w-]{22}$/);
  expect((await desk.ask('POST', `articles/${ID}/unsaved`, { body: 7 })).status).toBe(400);
  expect((await desk.ask('POST', 'articles/20261109-none/unsaved', sent)).status).toBe(404);
  const untitled = { fields: { ...fields, title: '' }, body: '一段。' };
  expect((await desk.ask('POST', `articles/${ID}/unsaved`, untitled)).json).toEqual({});
});
