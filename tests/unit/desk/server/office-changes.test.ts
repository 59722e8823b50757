/** What may be done to texts that readers have where columns ask for reviews, and by whom. */
import { afterEach, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import type { Answer } from '../../../support/a-desk.ts';
import { anOffice } from '../../../support/an-office.ts';
import type { AnOffice, OfficeBrowser, OfficeName } from '../../../support/an-office.ts';

const ID = '20261110-a';
const ARTICLE = `content/articles/2026/${ID}.md`;
const FILES = {
  'content/review.yaml': '- { column: 通知公告, reviews: [一审, 二审], since: 2026-11-01 }\n',
};

let office: AnOffice;
afterEach(() => office.close());

async function people(...names: OfficeName[]): Promise<OfficeBrowser[]> {
  return Promise.all(names.map((name) => office.signIn(name)));
}

async function step(browser: OfficeBrowser, kind: string, body: object = {}): Promise<Answer> {
  const { etag } = (await browser.ask('GET', `articles/${ID}`)).json;
  return browser.ask('POST', `articles/${ID}/${kind}`, body, { 'if-match': etag });
}

async function save(browser: OfficeBrowser, body: string): Promise<Answer> {
  const { etag, fields } = (await browser.ask('GET', `articles/${ID}`)).json;
  return browser.ask('PUT', `articles/${ID}`, { fields, body }, { 'if-match': etag });
}

it('what is moved to a column with reviews is reviewed there first', async () => {
  office = await anOffice({
    ...FILES,
    'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n- { slug: dt, name: 工作动态 }\n',
    [ARTICLE]: aText('2026-11-10').replace('category: 通知公告', 'category: 工作动态'),
  });
  const [issuer] = await people('周明远');
  if (!issuer) throw new Error('Nobody is there');
  const before = office.git('rev-parse', 'HEAD');
  expect((await step(issuer, 'move', { note: '通知公告' })).json.done).toEqual([
    '移动已经写好。读者现在还看不到：请送审，审完、签发以后才更新。',
  ]);
  expect(office.git('rev-parse', 'HEAD')).toBe(before);
  expect((await step(issuer, 'publish')).json.message).toBe('还差一审、二审，不能签发。');
});

it('who only reviews changes no text', async () => {
  office = await anOffice({
    ...FILES,
    'content/columns.yaml': '- { slug: tz, name: 通知公告 }\n- { slug: dt, name: 工作动态 }\n',
    [ARTICLE]: aText('2026-11-10'),
  });
  const [reviewer] = await people('李若谷');
  if (!reviewer) throw new Error('Nobody is there');
  for (const [kind, note] of [
    ['move', '工作动态'],
    ['correct', '日期应为3日。'],
    ['hide', ''],
  ] as const) {
    const answer = await step(reviewer, kind, { note });
    expect([kind, answer.status, answer.json.message]).toEqual([
      kind,
      422,
      '李若谷没有“编辑”的权限，不能改稿件。',
    ]);
  }
  expect(office.git('status', '--porcelain')).toBe('');
});

it('a text that could not be published is not sent by a correction', async () => {
  office = await anOffice({ [ARTICLE]: aText('2026-11-10') });
  const [writer, issuer] = await people('何雨桐', '周明远');
  if (!writer || !issuer) throw new Error('Nobody is there');
  await save(writer, '![](没有.png)\n');
  const before = office.git('rev-parse', 'HEAD');
  expect((await step(issuer, 'correct', { note: '日期应为3日。' })).status).toBe(422);
  expect(office.git('rev-parse', 'HEAD')).toBe(before);
  expect((await issuer.ask('GET', `articles/${ID}`)).json.source).not.toContain('日期应为3日。');
});

it('who saved nothing is no writer', async () => {
  office = await anOffice({ ...FILES, [ARTICLE]: aText('2026-11-10', ['draft: true']) });
  const [writer] = await people('何雨桐');
  if (!writer) throw new Error('Nobody is there');
  const { body } = (await writer.ask('GET', `articles/${ID}`)).json;
  expect((await save(writer, body)).status).toBe(200);
  expect((await save(writer, 'a'.repeat(5_000_001))).json.message).toBe('正文太长，没有保存。');
  expect(office.git('status', '--porcelain')).toBe('');
});
