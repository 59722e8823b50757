/** What no column asks to be reviewed goes from who writes to who publishes; and nothing goes while nobody knows what is to be reviewed. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import type { Answer } from '../../../support/a-desk.ts';
import { anOffice } from '../../../support/an-office.ts';
import type { AnOffice, OfficeBrowser, OfficeName } from '../../../support/an-office.ts';

const ID = '20261110-a';
const ARTICLE = `content/articles/2026/${ID}.md`;
const FILES = { [ARTICLE]: aText('2026-11-10', ['draft: true'], '第一段。') };

let office: AnOffice;
afterEach(() => office.close());

async function opened(browser: OfficeBrowser): Promise<Answer['json']> {
  return (await browser.ask('GET', `articles/${ID}`)).json;
}

async function review(browser: OfficeBrowser, did: string, more: object = {}): Promise<Answer> {
  const { hash } = (await opened(browser)).review ?? {};
  return browser.ask('POST', `articles/${ID}/review`, { did, hash, ...more });
}

async function step(browser: OfficeBrowser, kind: string, body: object = {}): Promise<Answer> {
  const { etag } = await opened(browser);
  return browser.ask('POST', `articles/${ID}/${kind}`, body, { 'if-match': etag });
}

async function two(
  writer: OfficeName,
  issuer: OfficeName,
): Promise<[OfficeBrowser, OfficeBrowser]> {
  return [await office.signIn(writer), await office.signIn(issuer)];
}

const listed = async (browser: OfficeBrowser): Promise<unknown> =>
  (await browser.ask('GET', 'desk')).json.articles[0].review;

it('without reviews a text is handed on, sent back, handed on again and published', async () => {
  office = await anOffice(FILES);
  const [writer, issuer] = await two('何雨桐', '周明远');
  expect((await opened(writer)).review).toMatchObject({
    stand: 'none',
    steps: [],
    may: ['送审', '意见'],
  });
  expect((await review(writer, '送审')).json.review.stand).toBe('ready');
  expect((await review(writer, '送审')).json.message).toBe('这一稿已经交给发布。');
  expect(await listed(issuer)).toEqual({ stand: 'ready', isMine: false, isForMe: true });
  expect(await listed(writer)).toEqual({ stand: 'ready', isMine: true, isForMe: false });
  const back = await review(issuer, '退回', { note: '请补上日期。' });
  expect([back.json.review.stand, (await opened(writer)).issues[0].message]).toEqual([
    'sent-back',
    '周明远（签发）退回：请补上日期。',
  ]);
  await review(writer, '送审');
  expect((await step(writer, 'publish')).json.message).toBe('何雨桐没有“签发”的权限。');
  expect((await step(issuer, 'publish')).json.article.state).toBe('published');
  expect(office.git('log', '-1', '--format=%an %s')).toBe('何雨桐 发布：测试');
  expect(await listed(issuer)).toMatchObject({ stand: 'none', isForMe: false });
  expect(office.git('status', '--porcelain')).toBe('');
});

it('what was handed on and changed since is not ready', async () => {
  office = await anOffice(FILES);
  const [writer, issuer] = await two('何雨桐', '周明远');
  await review(writer, '送审');
  await writeFile(join(office.folder, ARTICLE), aText('2026-11-10', ['draft: true'], '又改了。'));
  expect(await listed(issuer)).toMatchObject({ stand: 'none', isForMe: false });
});

it('while review.yaml is broken nothing is handed on or published, from no column, and it is said where', async () => {
  office = await anOffice({
    ...FILES,
    'content/review.yaml': '- { column: 没有的栏目, reviews: [一审], since: 2026-11-01 }\n',
  });
  const [writer, issuer] = await two('何雨桐', '周明远');
  const words =
    '审核的设置有问题，改好以前哪个栏目都不能送审、发布。content/review.yaml 第 1 行：栏目（column）写的是「没有的栏目」，columns.yaml 里没有这个栏目。';
  expect((await opened(writer)).reviewProblem).toContain(words);
  expect((await review(writer, '送审')).json.message).toBe(words);
  expect((await step(issuer, 'publish')).json.message).toBe(words);
  await writeFile(join(office.folder, 'content/review.yaml'), '- reviews: 一审\n');
  const { reviewProblem } = await opened(issuer);
  expect(reviewProblem).toContain('content/review.yaml 第 1 行');
  await writeFile(
    join(office.folder, 'content/review.yaml'),
    '- { column: 通知公告, reviews: [一审], since: 2026-12-01 }\n',
  );
  expect((await opened(issuer)).reviewProblem).toBeUndefined();
  expect((await step(issuer, 'publish')).status).toBe(200);
});

it('its mark is another one after each step of somebody, and none where it has gone', async () => {
  office = await anOffice(FILES);
  const [writer, issuer] = await two('何雨桐', '周明远');
  const mark = async (): Promise<unknown> =>
    (await issuer.ask('GET', `articles/${ID}/mark`)).json.mark;
  const marks = [await mark(), await mark()];
  expect(marks[0]).toBe(marks[1]);
  await review(writer, '送审');
  marks.push(await mark());
  await review(writer, '意见', { note: '请看。' });
  marks.push(await mark());
  await step(issuer, 'publish');
  marks.push(await mark());
  await step(issuer, 'withdraw', { note: '有误。' });
  marks.push(await mark());
  expect(new Set(marks).size).toBe(marks.length - 1);
  office.git('rm', '-qf', ARTICLE);
  expect((await issuer.ask('GET', `articles/${ID}/mark`)).status).toBe(404);
});
