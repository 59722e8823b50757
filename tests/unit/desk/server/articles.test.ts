/** What the desk does to files: no more than was asked, and never over somebody else's work. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';
import { p, r, TITLE, wordFile } from '../../../support/word-files.ts';

const ODD = `---\r\ntitle: "原来的标题"   # 注\r\nsource: 示例局办公室\r\ndate: 2026-11-01\r\ncategory: 通知公告\r\nkeywords: [节能, 用水]\r\n---\r\n\r\n正文 *原样*。\r\n\r\n* 甲\r\n* 乙\r\n`;

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk({
    'content/articles/2026/20261101-odd.md': ODD,
    'content/articles/2026/20261102-draft.md': aText('2026-11-02', ['draft: true']),
    'content/articles/2026/20261103-later.md': aText('2026-12-24'),
    'content/articles/2026/20261104-bad.md': aText(
      '2026-11-04',
      ['draft: true'],
      '正文。\n\n![](没有.jpg)',
    ),
    'content/articles/2026/20261105-broken.md': '没有稿件信息',
  });
});
afterAll(() => desk.close());

const file = (name: string): Promise<string> =>
  readFile(join(desk.folder, 'content/articles/2026', name), 'utf8');

it('the list says how each stands', async () => {
  const { json } = await desk.ask('GET', 'desk');
  const states = json.articles.map(
    ({ id, state }: { id: string; state: string }) => `${id} ${state}`,
  );
  expect(states.toSorted()).toEqual([
    '20261101-odd published',
    '20261102-draft draft',
    '20261103-later scheduled',
    '20261104-bad draft',
    '20261105-broken broken',
  ]);
  expect(json.publishing).toEqual({ way: 'kept-here', person: '李若谷' });
  expect(json.columns).toEqual([
    { slug: 'tz', name: '通知公告', category: '通知公告', isPolicy: false },
  ]);
});

it('one field changed is one line changed; nothing sent back is no byte', async () => {
  const opened = (await desk.ask('GET', 'articles/20261101-odd')).json;
  expect(opened.fields).toMatchObject({ title: '原来的标题', keywords: '节能、用水' });
  const { fields, body, etag } = opened;
  const same = await desk.ask(
    'PUT',
    'articles/20261101-odd',
    { fields, body },
    { 'if-match': etag },
  );
  expect(same.status).toBe(200);
  expect(await file('20261101-odd.md')).toBe(ODD);
  const changed = await desk.ask(
    'PUT',
    'articles/20261101-odd',
    { fields: { ...fields, title: '新的标题' }, body },
    { 'if-match': etag },
  );
  expect(changed.json.state).toBe('changed');
  expect(await file('20261101-odd.md')).toBe(ODD.replace('原来的标题', '新的标题'));
  const more = await desk.ask(
    'PUT',
    'articles/20261101-odd',
    { fields: { ...fields, title: '新的标题', author: '何: 雨桐' }, body: '新的正文。\n' },
    { 'if-match': changed.json.etag },
  );
  expect(more.status).toBe(200);
  const [head = ''] = ODD.replace('原来的标题', '新的标题').split('---\r\n\r\n正文');
  expect(await file('20261101-odd.md')).toBe(
    `${head}author: '何: 雨桐'\r\n---\r\n\r\n新的正文。\r\n`,
  );
  const gone = await desk.ask(
    'PUT',
    'articles/20261101-odd',
    { fields: { ...fields, title: '新的标题' }, body: '新的正文。\n' },
    { 'if-match': more.json.etag },
  );
  expect(gone.status).toBe(200);
  expect(await file('20261101-odd.md')).toBe(`${head}---\r\n\r\n新的正文。\r\n`);
});

it('what somebody else wrote meanwhile is shown, not overwritten', async () => {
  const { json } = await desk.ask('GET', 'articles/20261102-draft');
  const theirs = aText('2026-11-02', ['draft: true'], '别人写的。');
  await writeFile(join(desk.folder, 'content/articles/2026/20261102-draft.md'), theirs);
  const { fields, etag } = json;
  const mine = await desk.ask(
    'PUT',
    'articles/20261102-draft',
    { fields, body: '我写的。' },
    { 'if-match': etag },
  );
  expect(mine.status).toBe(409);
  expect(mine.json.current.body).toContain('别人写的。');
  expect(await file('20261102-draft.md')).toBe(theirs);
  const without = await desk.ask('PUT', 'articles/20261102-draft', { fields, body: '我写的。' });
  expect(without.status).toBe(409);
});

it('a text whose head cannot be read is changed in its source alone', async () => {
  const { json } = await desk.ask('GET', 'articles/20261105-broken');
  expect(json).toMatchObject({ state: 'broken', fields: {}, source: '没有稿件信息' });
  expect(json.issues.length).toBeGreaterThan(0);
  const headers = { 'if-match': json.etag };
  const byForm = await desk.ask(
    'PUT',
    'articles/20261105-broken',
    { fields: {}, body: '' },
    headers,
  );
  expect(byForm).toMatchObject({
    status: 422,
    json: { message: '这个文件的开头读不懂，不能按表单保存。' },
  });
  const source = aText('2026-11-05', ['draft: true']);
  expect((await desk.ask('PUT', 'articles/20261105-broken', { source }, headers)).json.state).toBe(
    'draft',
  );
});

it('a new article, a Word file, a picture, an attachment', async () => {
  const begun = await desk.ask('POST', 'articles', { title: '  新稿 ', category: '通知公告' });
  expect(begun.json).toMatchObject({
    id: '20261125-xin-gao',
    state: 'draft',
    fields: { title: '新稿', source: '示例局' },
  });
  const wrong = await desk.ask('POST', 'articles', { title: '新稿', category: '没有的栏目' });
  expect(wrong.status).toBe(422);

  const word = wordFile({
    body: TITLE + p('第一段。') + p(r('按') + '<m:oMath><m:t>x</m:t></m:oMath>' + r('算。')),
  });
  const query = new URLSearchParams({ category: '通知公告', name: '通知.docx' });
  const taken = await desk.ask('POST', `import?${query}`, word);
  expect(taken.json.article).toMatchObject({
    state: 'draft',
    fields: { title: '关于做好节能工作的通知' },
  });
  expect(taken.json.notices.at(-1)).toEqual({
    where: '“按【未导入：公式：x】算…”一段',
    message: '公式没有带入，请截图作为图片插入。',
  });
  const notWord = await desk.ask('POST', `import?${query}`, 'x');
  expect(notWord).toMatchObject({
    status: 422,
    json: { message: '「通知.docx」不是 Word 文件。' },
  });

  const photo = await sharp({
    create: { width: 4000, height: 100, channels: 3, background: '#393' },
  })
    .jpeg()
    .toBuffer();
  const id = begun.json.id;
  const added = await desk.ask(
    'POST',
    `articles/${id}/files?name=${encodeURIComponent('../现场 (1).JPG')}`,
    new Uint8Array(photo),
  );
  expect(added.json).toMatchObject({ markdown: '![](现场-1.jpg)', file: { isPicture: true } });
  const again = await desk.ask(
    'POST',
    `articles/${id}/files?name=${encodeURIComponent('现场 (1).jpg')}`,
    new Uint8Array(photo),
  );
  expect(again.json.file.name).toBe('现场-1-2.jpg');
  const shown = await desk.ask('GET', `articles/${id}/files/${encodeURIComponent('现场-1.jpg')}`);
  expect(shown.headers.get('content-type')).toBe('image/jpeg');
  expect((await desk.ask('GET', `articles/${id}/files/index.md`)).status).toBe(404);
  const attached = await desk.ask(
    'POST',
    `articles/${id}/files?name=${encodeURIComponent('附件：表.docx')}`,
    new Uint8Array(word),
  );
  expect(attached.json.markdown).toBe('[附件：表](附件-表.docx)');
  // An article that was one file gets a folder with its first picture.
  const moved = await desk.ask(
    'POST',
    'articles/20261102-draft/files?name=a.jpg',
    new Uint8Array(photo),
  );
  expect(moved.status).toBe(200);
  expect(await file('20261102-draft/index.md')).toContain('别人写的。');
});

it('the clipboard comes as Markdown', async () => {
  const html =
    '<html><body><!--StartFragment--><p class=MsoNormal><b>一、</b>要求<o:p></o:p></p><table><tr><td>甲<td><a href="javascript:x">乙</a></table><script>x</script>';
  expect((await desk.ask('POST', 'paste', html)).json).toEqual({
    markdown: '## 一、要求\n\n| 甲 | 乙 |\n| - | - |\n',
    notices: [],
  });
});

it('of pictures in the clipboard those beside the article come along, and no others', async () => {
  const id = '20261104-bad';
  const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#393' } })
    .png()
    .toBuffer();
  const added = await desk.ask(
    'POST',
    `articles/${id}/files?name=${encodeURIComponent('图1.png')}`,
    new Uint8Array(photo),
  );
  expect(added.json.file.name).toBe('图1.png');
  const sources = ['图1.png', '图2.png', '../图1.png', 'index.md', 'file:///C:/图1.png'];
  const html = sources.map((source) => `<p>有这一张：</p><img src="${source}">`).join('');
  const lost = '【未导入：图片】';
  const notice = '图片没有粘贴过来：请把图片文件拖进来，或者导入 Word 文件。';
  const expected = (first: string): string =>
    [first, lost, lost, lost, lost].map((shown) => `有这一张：\n\n${shown}\n`).join('\n');
  const pasted = (await desk.ask('POST', `paste?article=${id}`, html)).json;
  expect(pasted.markdown).toBe(expected('![](图1.png)'));
  expect(pasted.notices).toContain(notice);
  for (const address of ['paste', 'paste?article=20261105-broken', 'paste?article=../x']) {
    const none = (await desk.ask('POST', address, html)).json;
    expect(none).toEqual({ markdown: expected(lost), notices: [notice] });
  }
});

it('whatever is no request of the page is refused in words', async () => {
  expect((await desk.ask('POST', 'articles', '{')).status).toBe(422);
  const { etag } = (await desk.ask('GET', 'articles/20261101-odd')).json;
  for (const fields of [undefined, null, [], 'x']) {
    const half = await desk.ask(
      'PUT',
      'articles/20261101-odd',
      { fields, body: '甲' },
      { 'if-match': etag },
    );
    expect(half.status).toBe(400);
  }
  expect((await desk.ask('PUT', 'articles/20261101-odd', 'x', { 'if-match': 'x' })).status).toBe(
    409,
  );
  expect((await desk.ask('GET', 'articles/20261199-no')).status).toBe(404);
  expect((await desk.ask('DELETE', 'articles/20261101-odd', {})).status).toBe(404);
  expect(desk.failures).toEqual([]);
});
