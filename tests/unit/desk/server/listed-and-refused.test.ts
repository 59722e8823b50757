/** What the list says of a title that cannot be used, and which files are refused before they lie beside an article. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await aDesk({
    'content/articles/2026/20261101-odd.md': aText('2026-11-01', ['draft: true']),
    'content/articles/2026/20261105-broken.md': '没有稿件信息',
    'content/articles/2026/20261106-html.md': aText('2026-11-06', ['draft: true']).replace(
      'title: 测试',
      'title: 关于<b>节能</b>的通知',
    ),
  });
});
afterAll(() => desk.close());

it('what could not be published does not come in as an attachment', async () => {
  const before = await readdir(join(desk.folder, 'content/articles/2026'));
  const sentences = {
    '网页.html': '「网页.html」是网页文件，不能当附件。',
    '工具.exe': '「工具.exe」是程序，不能放到网站上。',
    '脚本.js': '「脚本.js」是程序，不能放到网站上。',
    '通知.pdf.exe': '「通知.pdf.exe」有两个扩展名「.pdf.exe」，其实是程序，很可能是病毒。',
    '附件.docx': '「附件.docx」其实是网页，扩展名却是「.docx」，读者打开时会看到警告，或者打不开。',
  };
  for (const [name, message] of Object.entries(sentences)) {
    const bytes = '<!doctype html><html><head><title>登录</title></head></html>';
    const answer = await desk.ask(
      'POST',
      `articles/20261101-odd/files?name=${encodeURIComponent(name)}`,
      bytes,
    );
    expect([answer.status, answer.json.message]).toEqual([422, message]);
    expect(answer.json.fix).not.toBe('');
  }
  // Nor is an article that is one file made a folder for it.
  expect(await readdir(join(desk.folder, 'content/articles/2026'))).toEqual(before);
});

it('a title that cannot be used is listed as it was written', async () => {
  const { json } = await desk.ask('GET', 'desk');
  const titles = Object.fromEntries(
    json.articles.map(({ id, title }: { id: string; title: string }) => [id, title]),
  );
  expect(titles['20261106-html']).toBe('关于<b>节能</b>的通知');
  // The page says what it is called then.
  expect(titles['20261105-broken']).toBe('');
});
