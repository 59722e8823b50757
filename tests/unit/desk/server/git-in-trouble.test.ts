/** What git cannot do is said in words that help, what they say was tried, and nothing is half done. */
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aText } from '../../../support/a-bureau.ts';
import { aDesk } from '../../../support/a-desk.ts';
import type { Answer, Desk } from '../../../support/a-desk.ts';
import { aPublisher } from '../../../support/a-publisher.ts';
import { aDeskWithRemote, othersPush } from '../../../support/a-remote.ts';

const [ID, NEXT] = ['20261101-a', '20261102-b'];
const pathOf = (id: string): string => `content/articles/2026/${id}.md`;
const FILES = {
  [pathOf(ID)]: aText('2026-11-01', ['draft: true']),
  [pathOf(NEXT)]: aText('2026-11-02', ['draft: true']),
};

async function publish(desk: Desk, id: string): Promise<Answer> {
  const { etag } = (await desk.ask('GET', `articles/${id}`)).json;
  return desk.ask('POST', `articles/${id}/publish`, {}, { 'if-match': etag });
}

/** Runs what a remedy says. @param words what the command begins with */
function obey(desk: Desk, fix: string, words: string): void {
  const command = new RegExp(`git (${words}[ -~]*)`).exec(fix)?.[1]?.trim() ?? '';
  expect(command).not.toBe('');
  desk.git(...command.split(' '));
}

it('while a remote does not answer, others open and save', async () => {
  const desk = await aDesk(FILES);
  const sockets: Socket[] = [];
  let isAsked: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => (isAsked = resolve));
  const silent = createServer((socket) => {
    socket.on('error', () => undefined);
    sockets.push(socket);
    isAsked();
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  desk.git('remote', 'add', 'origin', `http://127.0.0.1:${port}/site.git`);
  desk.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  desk.git('branch', '--quiet', '--set-upstream-to', 'origin/main');
  const published = publish(desk, ID);
  await asked;
  let isOver = false;
  void published.then(() => (isOver = true));
  const { etag, fields } = (await desk.ask('GET', `articles/${NEXT}`)).json;
  const mine = { fields, body: '等的时候写的。\n' };
  const saved = await desk.ask('PUT', `articles/${NEXT}`, mine, { 'if-match': etag });
  expect([saved.status, isOver]).toEqual([200, false]);
  silent.close();
  for (const socket of sockets) socket.destroy();
  const { status, json } = await published;
  expect([status, json.message, json.fix]).toEqual([
    422,
    '稿件已经保存在本机，没能提交：连不上单位的代码仓库',
    '请检查网络，再按一次。',
  ]);
  await desk.close();
});

it('while the site is sent, others open and save', async () => {
  let saved: Answer | undefined;
  const desk: Desk = await aDesk(
    FILES,
    aPublisher(async () => {
      const { etag, fields } = (await desk.ask('GET', `articles/${NEXT}`)).json;
      const mine = { fields, body: '等的时候写的。\n' };
      saved = await desk.ask('PUT', `articles/${NEXT}`, mine, { 'if-match': etag });
      return { isDone: true, said: '' };
    }),
  );
  expect((await publish(desk, ID)).status).toBe(200);
  expect(saved?.status).toBe(200);
  await desk.close();
});

it.each(['put back', 'left out'] as const)(
  'a remote that was set back stops what is published, until it is %s',
  async (decision) => {
    const { desk, remote } = await aDeskWithRemote(FILES);
    const before = desk.git('rev-parse', 'HEAD');
    expect((await publish(desk, ID)).status).toBe(200);
    execFileSync('git', ['-C', remote, 'update-ref', 'refs/heads/main', before]);
    // Once more, too: git has forgotten nothing by then.
    for (const _ of [1, 2]) {
      const { status, json } = await publish(desk, NEXT);
      expect([status, json.message]).toEqual([422, expect.stringContaining('被退回到了以前')]);
    }
    const { fix } = (await publish(desk, NEXT)).json;
    expect(await readFile(join(desk.folder, pathOf(ID)), 'utf8')).not.toContain('draft');
    expect(await readFile(join(desk.folder, pathOf(NEXT)), 'utf8')).toContain('draft');
    obey(desk, fix, decision === 'put back' ? 'push' : 'rebase');
    expect((await publish(desk, NEXT)).status).toBe(200);
    const there = execFileSync('git', ['-C', remote, 'show', `main:${pathOf(ID)}`]).toString();
    expect(there.includes('draft')).toBe(decision === 'left out');
    await desk.close();
  },
);

it('where no branch is checked out nothing is committed', async () => {
  const { desk, remote } = await aDeskWithRemote(FILES);
  desk.git('checkout', '--quiet', '--detach');
  const { status, json } = await publish(desk, ID);
  expect([status, json.message]).toEqual([422, expect.stringContaining('不在任何分支上')]);
  expect(desk.git('status', '--porcelain')).toBe('');
  obey(desk, json.fix, 'switch');
  expect((await publish(desk, ID)).status).toBe(200);
  const there = execFileSync('git', ['-C', remote, 'show', `main:${pathOf(ID)}`]).toString();
  expect(there).not.toContain('draft');
  await desk.close();
});

it('a rebase that somebody left is finished first', async () => {
  const { desk, other } = await aDeskWithRemote({ ...FILES, 'content/redirects.yaml': '' });
  await othersPush(other, 'content/redirects.yaml', '# 别人\n');
  await writeFile(join(desk.folder, 'content/redirects.yaml'), '# 这里\n');
  desk.git('commit', '-qam', '这里');
  expect(() => desk.git('pull', '--quiet', '--rebase')).toThrow();
  const { status, json } = await publish(desk, ID);
  expect([status, json.message]).toEqual([422, expect.stringContaining('没有做完的 git 合并')]);
  // As `git status` says, and a folder that a git left that was killed.
  await writeFile(join(desk.folder, 'content/redirects.yaml'), '# 这里和别人\n');
  desk.git('add', '-A');
  desk.git('-c', 'core.editor=true', 'rebase', '--continue');
  await mkdir(join(desk.folder, '.git/rebase-merge'));
  obey(desk, (await publish(desk, ID)).json.fix, 'rebase');
  expect((await publish(desk, ID)).status).toBe(200);
  await desk.close();
});

it('what git cannot commit stays unstaged, and is committed once the reason is gone', async () => {
  const desk = await aDesk(FILES);
  const lock = join(desk.folder, '.git/index.lock');
  await writeFile(lock, '');
  const locked = await publish(desk, ID);
  expect([locked.status, locked.json.message]).toEqual([
    422,
    '稿件已经保存在本机，没能提交：上一次 git 没有正常结束，留下了一个锁',
  ]);
  const path = /删掉 (.+)。/.exec(locked.json.fix)?.[1] ?? '';
  await rm(path);
  desk.git('config', 'commit.gpgsign', 'true');
  desk.git('config', 'gpg.program', 'false');
  const unsigned = await publish(desk, ID);
  expect([unsigned.status, unsigned.json.message]).toEqual([422, expect.stringContaining('签名')]);
  expect(desk.git('diff', '--name-only', '--cached')).toBe('');
  expect(desk.git('status', '--porcelain')).toContain(pathOf(ID));
  obey(desk, unsigned.json.fix, 'config');
  expect((await publish(desk, ID)).status).toBe(200);
  await desk.close();
});

it('what is committed here and there is joined by hand, as is said', async () => {
  const { desk, other } = await aDeskWithRemote(FILES);
  await othersPush(other, pathOf(ID), aText('2026-11-01', [], '别人的正文。'));
  await writeFile(join(desk.folder, pathOf(ID)), aText('2026-11-01', [], '我的正文。'));
  desk.git('commit', '-qam', '没有交出去');
  await writeFile(join(desk.folder, pathOf(NEXT)), aText('2026-11-02', ['draft: true'], '写着。'));
  const { json } = await publish(desk, ID);
  expect(json.message).toContain(`别人也改了 ${pathOf(ID)}`);
  obey(desk, json.fix, 'stash -u');
  expect(() => obey(desk, json.fix, 'pull')).toThrow();
  await writeFile(join(desk.folder, pathOf(ID)), aText('2026-11-01', [], '合起来的正文。'));
  desk.git('add', '-A');
  desk.git('-c', 'core.editor=true', 'rebase', '--continue');
  obey(desk, json.fix, 'stash pop');
  expect((await publish(desk, ID)).status).toBe(200);
  expect(await readFile(join(desk.folder, pathOf(NEXT)), 'utf8')).toContain('写着。');
  await desk.close();
});

it('a remote that is not there is said to be missing', async () => {
  const { desk, remote } = await aDeskWithRemote(FILES);
  desk.git('remote', 'set-url', 'origin', `${remote}-nowhere`);
  const { json } = await publish(desk, ID);
  expect(json.message).toBe('稿件已经保存在本机，没能提交：找不到单位的代码仓库');
  // Whoever writes is told who mends it, before any word of git.
  expect(json.fix).toMatch(
    /^请把这段话告诉管理网站的同志，那里改好以后，再按一次。.*git remote -v/,
  );
  desk.git('remote', 'set-url', 'origin', remote);
  expect((await publish(desk, ID)).status).toBe(200);
  await desk.close();
});

it('what was pushed is not said to have failed where the folder cannot follow; the next one takes it along', async () => {
  const { desk, remote, other } = await aDeskWithRemote(FILES);
  await othersPush(other, 'content/redirects.yaml', '# 别人\n');
  const lock = join(desk.folder, '.git/index.lock');
  const hook = join(remote, 'hooks/post-receive');
  await writeFile(hook, `#!/bin/sh\ntouch '${lock}'\n`, { mode: 0o755 });
  const first = await publish(desk, ID);
  expect(first.json.done.at(-1)).toMatch(/^别人提交的没能取到这台电脑：.*锁/);
  const there = execFileSync('git', ['-C', remote, 'show', `main:${pathOf(ID)}`]).toString();
  expect(there).not.toContain('draft');
  await rm(hook);
  await rm(lock);
  expect((await publish(desk, NEXT)).status).toBe(200);
  expect(await readFile(join(desk.folder, 'content/redirects.yaml'), 'utf8')).toBe('# 别人\n');
  expect(desk.git('rev-parse', 'HEAD')).toBe(desk.git('rev-parse', 'origin/main'));
  await desk.close();
});
