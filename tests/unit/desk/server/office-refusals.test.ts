/** What does not go through an office: what somebody else took in, and what must be mended first. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import type { Answer } from '../../../support/a-desk.ts';
import { anOffice } from '../../../support/an-office.ts';
import { p, TITLE, wordFile } from '../../../support/word-files.ts';
import type { AnOffice, OfficeBrowser } from '../../../support/an-office.ts';
import { people, review } from '../../../support/office-steps.ts';

const ID = '20261110-a';
const ARTICLE = `content/articles/2026/${ID}.md`;
const FILES = {
  'content/review.yaml': '- { column: 通知公告, reviews: [一审, 二审], since: 2026-11-01 }\n',
  [ARTICLE]: aText('2026-11-10', ['draft: true'], '第一段。\n\n第二段写着12台。'),
};

let office: AnOffice;
afterEach(() => office.close());

async function save(browser: OfficeBrowser, body: string): Promise<Answer> {
  const { etag, fields } = (await browser.ask('GET', `articles/${ID}`)).json;
  return browser.ask('PUT', `articles/${ID}`, { fields, body }, { 'if-match': etag });
}

it('a Word file belongs to whoever took it in, whether its column is reviewed or not', async () => {
  const columns = '- { slug: tz, name: 通知公告 }\n- { slug: dt, name: 工作动态 }\n';
  office = await anOffice({ ...FILES, 'content/columns.yaml': columns });
  const [writer, other] = await people(office, '何雨桐', '马小川');
  if (!writer || !other) throw new Error('Nobody is there');
  const query = new URLSearchParams({ category: '工作动态', name: '通知.docx' });
  const bytes = wordFile({ body: TITLE + p('第一段。') });
  const { article } = (await writer.ask('POST', `import?${query}`, bytes)).json;
  expect(article.review).toMatchObject({ stand: 'none', steps: [] });
  expect(article.listedReview).toMatchObject({ isMine: true });
  const theirs = (await other.ask('GET', `articles/${article.id}`)).json;
  expect(theirs.listedReview).toMatchObject({ isMine: false });
});

it('goes no step further while something stops it, of its own; 退回 and 意见 are possible', async () => {
  office = await anOffice({
    ...FILES,
    'content/articles/2026/20261109-other.md': aText('2026-11-09', [], '手机13912345678。'),
  });
  const [writer, second] = await people(office, '何雨桐', '马小川');
  if (!writer || !second) throw new Error('Nobody is there');
  await save(writer, '联系手机13912345678。\n');
  const refused = await review(writer, ID, '送审');
  expect([refused.status, refused.json]).toEqual([
    422,
    { message: '还有 1 处必须改，改好以后才能送审。', fix: '请按“问题”里的提示改好。' },
  ]);
  // The other article's are for others to mend.
  await save(writer, '联系电话见附件。\n');
  expect((await review(writer, ID, '送审')).status).toBe(200);
  // A rule has come since it was handed in.
  await writeFile(
    join(office.folder, 'content/wording.yaml'),
    '- { wrong: 联系电话, right: 值班电话 }\n',
  );
  const kept = await review(second, ID, '通过');
  expect([kept.status, kept.json]).toEqual([
    422,
    {
      message: '还有 1 处必须改，改好以后才能通过。',
      fix: '请退回，或者写意见，请写稿的同志改。',
    },
  ]);
  expect((await review(second, ID, '意见', { note: '请改。' })).status).toBe(200);
  expect((await review(second, ID, '退回', { note: '请改。' })).status).toBe(200);
});
