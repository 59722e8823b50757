/** A text on its way through an office: written, sent back, mended, approved, issued; and what is refused on that way. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import type { Answer } from '../../../support/a-desk.ts';
import { anOffice } from '../../../support/an-office.ts';
import { aPublisher } from '../../../support/a-publisher.ts';
import type { AnOffice, OfficeBrowser } from '../../../support/an-office.ts';
import { people, review, step } from '../../../support/office-steps.ts';

const ID = '20261110-a';
const ARTICLE = `content/articles/2026/${ID}.md`;
const RECORD = `content/review/2026/${ID}.yaml`;
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

it('is written, sent back, mended, approved twice and issued, and says so in its commit', async () => {
  office = await anOffice(FILES);
  const [writer, , second, third, issuer] = await people(
    office,
    '何雨桐',
    '马小川',
    '李若谷',
    '古丽娜尔',
    '周明远',
  );
  if (!writer || !second || !third || !issuer) throw new Error('Nobody is there');
  expect((await save(writer, '第一段。\n\n第二段写着21台。\n')).json.review).toMatchObject({
    stand: 'writing',
    may: ['送审', '意见'],
  });
  expect((await review(writer, ID, '送审')).json.review.stand).toBe('in-review');
  const remark = { note: '数字请核对。', quote: '第二段写着21台。' };
  const remarked = await review(second, ID, '意见', remark);
  expect(remarked.json.issues).toContainEqual({
    level: 'info',
    line: 11,
    message: '李若谷的意见：数字请核对。',
    fix: '',
    isRemark: true,
  });
  const back = await review(second, ID, '退回', { note: '请补上时间。' });
  expect(back.json.review.stand).toBe('sent-back');
  expect((await review(second, ID, '通过')).json.message).toBe(
    '这一稿还没有送审，或者送审以后又改过。',
  );

  await save(writer, '第一段，11月。\n\n第二段写着21台。\n');
  await review(writer, ID, '送审');
  expect((await review(third, ID, '通过')).json.message).toBe('古丽娜尔没有“一审”的权限。');
  expect((await review(second, ID, '通过')).json.review.next).toBe('二审');
  expect((await review(second, ID, '通过')).json.message).toBe(
    '前面一审是您审的，不能一个人审两次。',
  );
  expect((await step(issuer, ID, 'publish')).json.message).toBe('还差二审，不能签发。');
  expect((await review(third, ID, '通过')).json.review.stand).toBe('approved');
  expect((await step(writer, ID, 'publish')).json.message).toBe('何雨桐没有“签发”的权限。');
  const { json: facts } = await issuer.ask('GET', 'desk');
  expect(facts.articles[0].review).toEqual({ stand: 'approved', isMine: false, isForMe: true });

  const issued = await step(issuer, ID, 'publish');
  expect(issued.json.done).toEqual(['已记入本机的版本记录。']);
  expect(office.git('log', '-1', '--format=%an%n%B')).toBe(
    [
      '何雨桐',
      '发布：测试',
      '',
      'Reviewed-by: 一审 李若谷 2026-11-25 09:00:00',
      'Reviewed-by: 二审 古丽娜尔 2026-11-25 09:00:00',
      'Issued-by: 周明远 2026-11-25 09:00:00',
    ].join('\n'),
  );
  expect(office.git('show', '--format=', '--name-only', 'HEAD').split('\n')).toEqual([
    ARTICLE,
    RECORD,
  ]);
  expect(office.git('status', '--porcelain')).toBe('');
  expect(office.failures).toEqual([]);
});

it('an approval is of the text that was read, and void after a change', async () => {
  office = await anOffice(FILES);
  const [writer, second] = await people(office, '何雨桐', '李若谷');
  if (!writer || !second) throw new Error('Nobody is there');
  await save(writer, '一。\n');
  await review(writer, ID, '送审');
  const { review: seen } = (await second.ask('GET', `articles/${ID}`)).json;
  await writeFile(join(office.folder, ARTICLE), aText('2026-11-10', ['draft: true'], '二。'));
  const late = await second.ask('POST', `articles/${ID}/review`, { did: '通过', hash: seen.hash });
  expect([late.status, late.json.current.body]).toEqual([409, '二。\n']);
  expect(await readFile(join(office.folder, RECORD), 'utf8')).not.toContain('通过');
});

it('nobody approves what they wrote of, not even after somebody else handed it in', async () => {
  office = await anOffice(FILES);
  const [writer, both] = await people(office, '何雨桐', '马小川');
  if (!writer || !both) throw new Error('Nobody is there');
  await save(both, '马小川写的。\n');
  await review(writer, ID, '送审');
  expect((await review(both, ID, '通过')).json.message).toBe(
    '这篇稿件您自己写过、改过，不能由您来审。',
  );
});

it('what is done after an approval by a clock that was ahead comes after it', async () => {
  office = await anOffice(FILES);
  const [writer, second, third] = await people(office, '何雨桐', '李若谷', '古丽娜尔');
  if (!writer || !second || !third) throw new Error('Nobody is there');
  await review(writer, ID, '送审');
  await review(second, ID, '通过');
  const record = join(office.folder, RECORD);
  const text = await readFile(record, 'utf8');
  await writeFile(record, text.replaceAll('2026-11-25 09:00', '2026-11-25 09:40'));
  const back = await review(third, ID, '退回', { note: '数字不对。' });
  expect(back.json.review).toMatchObject({ stand: 'sent-back', approvals: [] });
});

it('a correction is reviewed anew and holds up nobody else; a withdrawal is not', async () => {
  office = await anOffice({
    ...FILES,
    'content/review.yaml': '- { column: 通知公告, reviews: [一审], since: 2026-11-20 }\n',
    [ARTICLE]: aText('2026-11-10'),
    'content/articles/2026/20261111-b.md': aText('2026-11-11', ['draft: true']),
  });
  const [writer, second, issuer] = await people(office, '何雨桐', '李若谷', '周明远');
  if (!writer || !second || !issuer) throw new Error('Nobody is there');
  await save(writer, '改过的正文。\n');
  expect((await step(writer, ID, 'correct', { note: '日期应为3日。' })).json.done).toEqual([
    '更正已经写好。读者现在还看不到：请送审，审完、签发以后才更新。',
  ]);
  const other = (await issuer.ask('GET', 'articles/20261111-b')).json;
  const sent = await issuer.ask(
    'POST',
    'articles/20261111-b/publish',
    {},
    { 'if-match': other.etag },
  );
  expect(sent.json.done).toEqual(['已记入本机的版本记录。']);
  await review(writer, ID, '送审');
  await review(second, ID, '通过');
  expect((await step(issuer, ID, 'publish')).status).toBe(200);
  const gone = await step(issuer, ID, 'withdraw', { note: '内容有误。' });
  expect(gone.json.article.state).toBe('withdrawn');
  expect(gone.json.article.isReviewedAgain).toBe(true);
});

it('one writes at a time; the other may take over, and nothing is lost', async () => {
  office = await anOffice(FILES);
  const [one, other] = await people(office, '何雨桐', '马小川');
  if (!one || !other) throw new Error('Nobody is there');
  const mine = (await one.ask('GET', `articles/${ID}`)).json;
  await save(one, '何雨桐写的。\n');
  expect((await other.ask('GET', `articles/${ID}`)).json.writing).toBe('何雨桐');
  expect((await other.ask('GET', 'desk')).json.articles[0].writing).toBe('何雨桐');
  // Signed in again, one is not kept out by oneself.
  const [again] = await people(office, '何雨桐');
  expect((await again?.ask('GET', `articles/${ID}`))?.json.writing).toBeUndefined();
  const refused = await save(other, '马小川写的。\n');
  expect([refused.status, refused.json.message]).toEqual([423, '何雨桐正在写这篇稿件。']);
  const taken = await other.ask('POST', `articles/${ID}/take-over`, {});
  expect(taken.json.body).toBe('何雨桐写的。\n');
  expect((await save(other, '何雨桐写的。马小川写的。\n')).status).toBe(200);
  const late = await one.ask(
    'PUT',
    `articles/${ID}`,
    { fields: mine.fields, body: '旧的。\n' },
    { 'if-match': mine.etag },
  );
  expect(late.status).toBe(423);
  await one.ask('POST', `articles/${ID}/take-over`, {});
  const conflict = await one.ask(
    'PUT',
    `articles/${ID}`,
    { fields: mine.fields, body: '旧的。\n' },
    { 'if-match': mine.etag },
  );
  expect([conflict.status, conflict.json.current.body]).toEqual([
    409,
    '何雨桐写的。马小川写的。\n',
  ]);
});

it('what goes to readers is what is committed, whatever others are writing', async () => {
  const seen: string[] = [];
  office = await anOffice(
    {
      [ARTICLE]: aText('2026-11-10', ['draft: true']),
      'content/articles/2026/20261111-b.md': aText('2026-11-11'),
      'public/favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    },
    {
      publisher: aPublisher(async (roots) => {
        for (const name of [ID, '20261111-b']) {
          seen.push(await readFile(join(roots.content, `articles/2026/${name}.md`), 'utf8'));
        }
        await writeFile(join(roots.content, 'addresses.tsv'), '/tz/\tcolumn:tz\n');
        return { isDone: true, said: '' };
      }),
    },
  );
  const [issuer] = await people(office, '周明远');
  if (!issuer) throw new Error('Nobody is there');
  await writeFile(join(office.folder, 'content/articles/2026/20261111-b.md'), '没有写完');
  expect((await step(issuer, ID, 'publish')).json.done).toContain('网站已经更新。');
  expect(seen).toEqual([aText('2026-11-10'), aText('2026-11-11')]);
  const ledger = await readFile(join(office.folder, 'content/addresses.tsv'), 'utf8');
  expect(ledger).toBe('/tz/\tcolumn:tz\n');
  // Committed behind it, and nothing else.
  const last = office.git('log', '-1', '--format=%s', '--name-only');
  expect(last).toBe('记下发布的网址\n\ncontent/addresses.tsv');
});
