/** What the desk says of a Word file that it takes in: what it does not know, it asks for. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';
import { p, TITLE, wordFile } from '../../../support/word-files.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk();
});
afterAll(() => desk.close());

it('a Word file without a title: nobody guesses one, and without one it is not published', async () => {
  const query = new URLSearchParams({
    category: '通知公告',
    name: '新建 Microsoft Word 文档.docx',
  });
  const body = p('第一段。') + p('第二段。');
  const { json } = await desk.ask('POST', `import?${query}`, wordFile({ body }));
  expect(json.notices[0]).toEqual({
    message: '认不出标题，标题先空着，请写上。文件名是「新建 Microsoft Word 文档.docx」。',
  });
  const { id, etag, fields, issues } = json.article;
  expect(fields).not.toHaveProperty('title');
  expect(id).toBe('20261125-article');
  expect(issues).toContainEqual(expect.objectContaining({ level: 'stop', message: '缺少标题。' }));
  const refused = await desk.ask('POST', `articles/${id}/publish`, {}, { 'if-match': etag });
  expect(refused.status).toBe(422);
});

it('a Word file with an old date: what inspectors would say of it is told', async () => {
  const query = new URLSearchParams({ category: '通知公告', name: '通知.docx' });
  const dated = (day: string) =>
    wordFile({ body: TITLE + p(`${day} 来源：办公室`, '<w:jc w:val="center"/>') + p('第一段。') });
  const old = await desk.ask('POST', `import?${query}`, dated('2026年11月19日'));
  expect(old.json.article.fields.date).toBe('2026-11-19');
  expect(old.json.notices).toEqual([
    {
      message:
        '发布日期 2026-11-19 比今天早 6 天，超过 3 个工作日：按这个日期发布，检查时算日期弄虚作假。今天才发布的，改成今天；以前发布过、现在补登的，先请管理网站的同志登记补登人和原因（content/migrated.yaml）。',
    },
  ]);
  const young = await desk.ask('POST', `import?${query}`, dated('2026年11月20日'));
  expect(young.json.notices).toEqual([]);
  expect((await desk.ask('GET', 'desk')).json.oldestDate).toBe('2026-11-20');
});
