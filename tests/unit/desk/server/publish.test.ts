/** From the desk to others: one article's commit, pushed behind what others pushed, and no other file with it. */
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Answer, Desk } from '../../../support/a-desk.ts';
import { aPublisher } from '../../../support/a-publisher.ts';
import { aDeskWithRemote, othersPush } from '../../../support/a-remote.ts';

const ID = '20261101-a';
const ARTICLE = `content/articles/2026/${ID}.md`;

/** As the page does: with the text that its writer has seen. */
async function step(desk: Desk, kind: string, body: object): Promise<Answer> {
  const { etag } = (await desk.ask('GET', 'articles/20261101-a')).json;
  return desk.ask('POST', `articles/20261101-a/${kind}`, body, { 'if-match': etag });
}

it('a draft is committed alone, and pushed behind what somebody else pushed', async () => {
  const { desk, remote, other } = await aDeskWithRemote({
    [ARTICLE]: aText('2026-11-01', ['draft: true']),
    'content/articles/2026/20261102-b.md': aText('2026-11-02'),
  });
  await writeFile(
    join(desk.folder, 'content/articles/2026/20261102-b.md'),
    aText('2026-11-02', [], '没有写完。'),
  );
  await othersPush(other, 'content/articles/2026/20261103-c.md', aText('2026-11-03'));
  const { status, json } = await step(desk, 'publish', {});
  expect([status, json.done]).toEqual([
    200,
    [
      '已记入本机的版本记录。',
      '已提交到单位的代码仓库。',
      '网站由负责发布的电脑更新，更新以后读者才看得到。',
    ],
  ]);
  expect(json.article.state).toBe('published');
  const log = execFileSync('git', ['-C', remote, 'log', '--format=%an %s', '--name-only', 'main'], {
    encoding: 'utf8',
  });
  expect(log.split('\n\n')[0]).toBe('李若谷 发布：测试');
  expect(
    log
      .split('\n')
      .filter((line) => line.startsWith('content/'))
      .slice(0, 2),
  ).toEqual([ARTICLE, 'content/articles/2026/20261103-c.md']);
  expect(desk.git('show', `HEAD:${ARTICLE}`)).not.toContain('draft');
  // What was not finished is as it was, and not committed.
  expect(desk.git('status', '--porcelain')).toContain('M content/articles/2026/20261102-b.md');
  await desk.close();
});

it('two who changed the same article: both are shown, and either may be published', async () => {
  const { desk, other, remote } = await aDeskWithRemote({ [ARTICLE]: aText('2026-11-01') });
  await othersPush(other, ARTICLE, aText('2026-11-01', [], '别人的正文。'));
  await writeFile(join(desk.folder, ARTICLE), aText('2026-11-01', [], '我的正文。'));
  const { status, json } = await step(desk, 'publish', {});
  expect([status, json.current.body]).toEqual([409, '别人的正文。\n']);
  expect(desk.git('status', '--porcelain')).toBe('');
  // What the page does where its writer chooses the own text.
  const { etag, fields } = json.current;
  const mine = { fields, body: '我的正文。\n' };
  await desk.ask('PUT', 'articles/20261101-a', mine, { 'if-match': etag });
  expect((await step(desk, 'publish', {})).status).toBe(200);
  const there = execFileSync('git', ['-C', remote, 'show', `main:${ARTICLE}`], {
    encoding: 'utf8',
  });
  expect(there).toContain('我的正文。');
  await desk.close();
});

it('what cannot be joined after a commit is said, and nothing is lost', async () => {
  const { desk, other } = await aDeskWithRemote({ [ARTICLE]: aText('2026-11-01') });
  await writeFile(join(desk.folder, ARTICLE), aText('2026-11-01', [], '我的正文。'));
  desk.git('commit', '-qam', '没有交出去');
  await othersPush(other, ARTICLE, aText('2026-11-01', [], '别人的正文。'));
  const { status, json } = await step(desk, 'publish', {});
  expect(status).toBe(422);
  expect(json.message).toMatch(/^稿件已经保存在本机，没能提交：/);
  expect(desk.git('show', `HEAD:${ARTICLE}`)).toContain('我的正文。');
  expect(desk.git('status', '--porcelain')).toBe('');
  await desk.close();
});

it('what has problems stays a draft', async () => {
  const desk = await aDesk({
    [ARTICLE]: aText('2026-11-01', ['draft: true'], '正文。\n\n![](没有.jpg)'),
  });
  const before = desk.git('rev-parse', 'HEAD');
  const { status, json } = await step(desk, 'publish', {});
  expect(status).toBe(422);
  expect(json.issues.length).toBeGreaterThan(0);
  expect(desk.git('rev-parse', 'HEAD')).toBe(before);
  expect(desk.git('status', '--porcelain')).toBe('');
  await desk.close();
});

it('a publisher that fails says so; what was committed stays, and is unsent until it is sent again', async () => {
  const said: string[] = [];
  const desk = await aDesk(
    { [ARTICLE]: aText('2026-11-01', ['draft: true']) },
    aPublisher(() => {
      said.push('asked');
      return Promise.resolve({ isDone: said.length > 1, said: '连不上网站' });
    }),
  );
  const failed = await step(desk, 'publish', {});
  expect(failed).toMatchObject({
    status: 422,
    json: { message: '已经提交，没能发布到网站：连不上网站' },
  });
  const state = async () => (await desk.ask('GET', `articles/${ID}`)).json.state;
  expect(await state()).toBe('unsent');
  expect((await step(desk, 'hide', {})).status).toBe(422);
  const again = await step(desk, 'publish', {});
  expect(again).toMatchObject({ status: 200, json: { done: ['网站已经更新。'] } });
  expect(await state()).toBe('published');
  await desk.close();
});

it('a withdrawal that did not reach the site is unsent; another publication takes it along', async () => {
  const other = 'content/articles/2026/20261102-b.md';
  let isDown = true;
  const desk = await aDesk(
    { [ARTICLE]: aText('2026-11-01'), [other]: aText('2026-11-02', ['draft: true']) },
    aPublisher(() => Promise.resolve({ isDone: !isDown, said: '连不上网站' })),
  );
  expect((await step(desk, 'withdraw', { note: '数据有误。' })).status).toBe(422);
  const state = async (id: string) => (await desk.ask('GET', `articles/${id}`)).json.state;
  expect(await state(ID)).toBe('unsent');
  isDown = false;
  const { etag } = (await desk.ask('GET', 'articles/20261102-b')).json;
  const headers = { 'if-match': etag };
  expect((await desk.ask('POST', 'articles/20261102-b/publish', {}, headers)).status).toBe(200);
  expect([await state(ID), await state('20261102-b')]).toEqual(['withdrawn', 'published']);
  await desk.close();
});

it('corrections and withdrawals are those of the commands', async () => {
  const desk = await aDesk({ [ARTICLE]: aText('2026-11-01') });
  const corrected = await step(desk, 'correct', {
    note: '日期应为11月3日。',
  });
  expect(corrected.status).toBe(200);
  expect(desk.git('show', `HEAD:${ARTICLE}`)).toContain(
    "- { date: 2026-11-25, note: '日期应为11月3日。' }",
  );
  expect((await step(desk, 'withdraw', { note: '' })).status).toBe(422);
  const gone = await step(desk, 'withdraw', { note: '内容有误' });
  expect(gone.json.article.state).toBe('withdrawn');
  expect(desk.git('log', '-1', '--format=%s')).toBe('撤下：测试');
  await desk.close();
});

it('a text that its writer has not seen is not published', async () => {
  const desk = await aDesk({ [ARTICLE]: aText('2026-11-01', ['draft: true']) });
  const { etag } = (await desk.ask('GET', 'articles/20261101-a')).json;
  await writeFile(join(desk.folder, ARTICLE), aText('2026-11-01', ['draft: true'], '别人的正文。'));
  for (const headers of [{ 'if-match': etag }, {}]) {
    const refused = await desk.ask('POST', 'articles/20261101-a/publish', {}, headers);
    expect(refused.status).toBe(409);
    expect(refused.json.current.body).toContain('别人的正文。');
  }
  expect(desk.git('log', '--format=%s')).toBe('开始');
  await desk.close();
});

it('where git knows nobody, nothing is begun', async () => {
  const desk = await aDesk({ [ARTICLE]: aText('2026-11-01', ['draft: true']) });
  desk.git('config', 'user.name', '');
  const { status, json } = await step(desk, 'publish', {});
  expect([status, json.message]).toEqual([422, '还不知道您是谁，没有提交。']);
  expect(desk.git('status', '--porcelain')).toBe('');
  await desk.close();
});

it('what is to come may become a draft again, what readers have may not', async () => {
  const desk = await aDesk({ [ARTICLE]: aText('2026-12-24') });
  expect((await step(desk, 'hide', {})).json.article.state).toBe('draft');
  expect(desk.git('show', `HEAD:${ARTICLE}`)).toContain('draft: true');
  await writeFile(join(desk.folder, ARTICLE), aText('2026-11-01'));
  desk.git('commit', '-qam', '发布');
  expect((await step(desk, 'hide', {})).json.message).toBe(
    '读者已经看到过这篇稿件，不能改回草稿。',
  );
  await desk.close();
});

it('of a draft that no reader has seen nobody is told that readers have', async () => {
  const desk = await aDesk({ [ARTICLE]: aText('2026-11-01', ['draft: true']) });
  const { status, json } = await step(desk, 'hide', {});
  expect([status, json.message]).toEqual([422, '这篇稿件本来就是草稿，不会发布。']);
  await writeFile(
    join(desk.folder, ARTICLE),
    aText('2026-11-01', ['withdrawn: { date: 2026-11-20, reason: 有误 }']),
  );
  expect((await step(desk, 'hide', {})).json.message).toBe('这篇稿件已经撤下，不能改回草稿。');
  await desk.close();
});
