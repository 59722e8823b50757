/** From the desk to others: one article's commit, pushed behind what others pushed, and no other file with it. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Desk } from '../../../support/a-desk.ts';

const ARTICLE = 'content/articles/2026/20261101-a.md';

async function aDeskWithRemote(
  files: Record<string, string>,
): Promise<{ desk: Desk; remote: string; other: string }> {
  const desk = await aDesk(files);
  const remote = await mkdtemp(join(tmpdir(), 'remote-'));
  execFileSync('git', ['init', '-q', '--bare', '-b', 'main', remote]);
  desk.git('remote', 'add', 'origin', remote);
  desk.git('push', '-q', '-u', 'origin', 'main');
  const other = await mkdtemp(join(tmpdir(), 'other-'));
  execFileSync('git', ['clone', '-q', remote, other]);
  for (const [name, value] of [
    ['user.name', '何雨桐'],
    ['user.email', 'he@example.gov.cn'],
  ] as const) {
    execFileSync('git', ['-C', other, 'config', name, value]);
  }
  return { desk, remote, other };
}

async function othersPush(other: string, path: string, text: string): Promise<void> {
  await writeFile(join(other, path), text);
  for (const words of [
    ['add', '-A'],
    ['commit', '-qm', '别人'],
    ['push', '-q'],
  ]) {
    execFileSync('git', ['-C', other, ...words]);
  }
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
  const { status, json } = await desk.ask('POST', 'articles/20261101-a/publish', {});
  expect([status, json.done]).toEqual([
    200,
    ['已记入本机的版本记录。', '已提交到单位的代码仓库。'],
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

it('two who changed the same article: nothing is lost, and it is said', async () => {
  const { desk, other } = await aDeskWithRemote({ [ARTICLE]: aText('2026-11-01') });
  await othersPush(other, ARTICLE, aText('2026-11-01', [], '别人的正文。'));
  await writeFile(join(desk.folder, ARTICLE), aText('2026-11-01', [], '我的正文。'));
  const { status, json } = await desk.ask('POST', 'articles/20261101-a/publish', {});
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
  const { status, json } = await desk.ask('POST', 'articles/20261101-a/publish', {});
  expect(status).toBe(422);
  expect(json.issues.length).toBeGreaterThan(0);
  expect(desk.git('rev-parse', 'HEAD')).toBe(before);
  expect(desk.git('status', '--porcelain')).toBe('');
  await desk.close();
});

it('a publisher that fails says so; what was committed stays', async () => {
  const said: string[] = [];
  const desk = await aDesk(
    { [ARTICLE]: aText('2026-11-01', ['draft: true']) },
    {
      publish() {
        said.push('asked');
        return Promise.resolve({ isDone: said.length > 1, said: '连不上网站' });
      },
    },
  );
  const failed = await desk.ask('POST', 'articles/20261101-a/publish', {});
  expect(failed).toMatchObject({
    status: 422,
    json: { message: '已经提交，没能发布到网站：连不上网站' },
  });
  const again = await desk.ask('POST', 'articles/20261101-a/publish', {});
  expect(again).toMatchObject({ status: 200, json: { done: ['网站已经更新。'] } });
  await desk.close();
});

it('corrections and withdrawals are those of the commands', async () => {
  const desk = await aDesk({ [ARTICLE]: aText('2026-11-01') });
  const corrected = await desk.ask('POST', 'articles/20261101-a/correct', {
    note: '日期应为11月3日。',
  });
  expect(corrected.status).toBe(200);
  expect(desk.git('show', `HEAD:${ARTICLE}`)).toContain(
    "- { date: 2026-11-25, note: '日期应为11月3日。' }",
  );
  expect((await desk.ask('POST', 'articles/20261101-a/withdraw', { note: '' })).status).toBe(422);
  const gone = await desk.ask('POST', 'articles/20261101-a/withdraw', { note: '内容有误' });
  expect(gone.json.article.state).toBe('withdrawn');
  expect(desk.git('log', '-1', '--format=%s')).toBe('撤下：测试');
  await desk.close();
});
