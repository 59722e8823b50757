/** What takes long to read is read beside the desk: others are answered meanwhile. */
import { afterEach, expect, it } from 'vitest';
import { pastedMarkdown } from '../../../../src/desk/html/paste-html.ts';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';
import { p, TITLE, wordFile } from '../../../support/word-files.ts';

let desk: Desk;
afterEach(() => desk.close());

it('a pasted page that takes too long is refused, and others are answered meanwhile', async () => {
  desk = await aDesk({ 'content/articles/2026/20261110-a.md': aText('2026-11-10') });
  const order: string[] = [];
  const pasted = desk.ask('POST', 'paste', '<p>x</p>'.repeat(1_000_000)).then((answer) => {
    order.push('pasted');
    return answer;
  });
  const got = await desk.ask('GET', 'articles/20261110-a');
  order.push('got');
  expect(got.status).toBe(200);
  const { status, json } = await pasted;
  expect([status, json.message, json.fix]).toEqual([
    422,
    '复制的内容太多，没有粘贴。',
    '请分几次粘贴，或者把 Word 文件导入。',
  ]);
  expect(order).toEqual(['got', 'pasted']);
  expect(desk.failures).toEqual([]);
}, 60_000);

it('a long page comes as a short one does', async () => {
  desk = await aDesk();
  const html = '<p>一段<b>文字</b>。</p><ul><li>一项</li></ul>'.repeat(400);
  const { status, json } = await desk.ask('POST', 'paste', html);
  expect(status).toBe(200);
  expect(json).toEqual(pastedMarkdown(html, new Set()));
});

it('others are answered while Word files are read, several at once', async () => {
  desk = await aDesk({ 'content/articles/2026/20261110-a.md': aText('2026-11-10') });
  const paragraphs = Array.from({ length: 300 }, (_, n) => p(`第${n}段文字。`));
  const file = wordFile({ body: TITLE + paragraphs.join('') });
  const order: string[] = [];
  const taken = [1, 2, 3, 4].map(async (n) => {
    const path = `import?category=${encodeURIComponent('通知公告')}&name=${n}.docx`;
    const answer = await desk.ask('POST', path, file);
    order.push('taken');
    return answer.status;
  });
  for (let asked = 0; asked < 3; asked += 1) {
    expect((await desk.ask('GET', 'articles/20261110-a')).status).toBe(200);
    order.push('got');
  }
  expect(await Promise.all(taken)).toEqual([200, 200, 200, 200]);
  expect(order[0]).toBe('got');
  expect((await desk.ask('GET', 'desk')).json.articles).toHaveLength(5);
});
