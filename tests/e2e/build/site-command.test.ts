/** npm run site: what is pushed is live, on the minute too, and nothing that goes wrong is. Real git, real processes. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { beijingTime } from '../../../src/site/dates.ts';
import { aPushedBureau, git, smallAddress, smallArticle } from '../support/a-small-bureau.ts';
import type { PushedBureau } from '../support/a-small-bureau.ts';

const SECRET = 'a secret of enough letters';
/** A minute until it is looked at again, and a busy machine. */
const LONG = { timeout: 150_000, interval: 100 };

let folder = '';
let bureau: PushedBureau;
const running = new Set<ChildProcess>();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-command-'));
  bureau = await aPushedBureau(folder);
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, ...words: string[]) {
  const { SITE_CACHE: _, ...own } = process.env;
  const child = spawn(process.execPath, ['scripts/site.ts', '--port', '0', ...words], {
    cwd: bureau.project,
    env: { ...own, HOOK_SECRET: SECRET, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const ended = once(child, 'close').then(([code]: unknown[]) => {
    running.delete(child);
    return code;
  });
  let said = '';
  for (const out of [child.stdout, child.stderr]) out.on('data', (text) => (said += String(text)));
  const address = () => /http:\/\/\S+/.exec(said)?.[0] ?? 'http://127.0.0.1:1/';
  return {
    child,
    ended,
    said: () => said,
    ask: (path: string, init: RequestInit = {}) => fetch(address() + path, init),
    status: async (path: string) =>
      fetch(address() + path).then(
        (answer) => answer.status,
        () => 0,
      ),
    hook: async (secret = SECRET) => {
      const headers = { 'X-Gitlab-Token': secret };
      return (await fetch(`${address()}api/site/hook`, { method: 'POST', headers })).status;
    },
    health: async () => (await fetch(`${address()}api/site/health`)).json() as Promise<unknown>,
  };
}

it('a push is live by the hook, an article on its minute; problems, a remote that is away and a history written anew leave readers what they have', async () => {
  const site = start();
  const first = smallAddress('2026-01-01', 'one');
  await vi.waitUntil(async () => (await site.status(first)) === 200, LONG);
  await vi.waitUntil(() => /已发布第 1 版到 .+：1 篇稿件/.test(site.said()), LONG);

  // Somebody works in the clone itself; nobody sees it.
  await writeFile(join(bureau.project, 'content/articles/2026/20260101-one.md'), 'by hand');
  await bureau.push(Object.fromEntries([smallArticle('2026-01-02', 'two')]));
  expect(await site.hook('another secret of letters')).toBe(401);
  expect(await site.hook()).toBe(202);
  await vi.waitUntil(() => /已发布第 2 版到 .+：2 篇稿件/.test(site.said()), LONG);
  expect(await site.status(smallAddress('2026-01-02', 'two'))).toBe(200);
  expect(await (await site.ask(first)).text()).toContain('one的正文');

  const [path, wrong] = smallArticle('2026-01-03', 'three', '通志');
  await bureau.push({ [path]: wrong });
  await site.hook();
  await vi.waitUntil(() => site.said().includes('没有发布'), LONG);
  await vi.waitUntil(async () => (await site.status('api/site/health')) === 503, LONG);
  expect(site.said()).toContain('  content/articles/2026/20260103-three.md:5\n');
  expect(site.said()).toContain('→ 是不是「通知」？');
  expect(site.said()).toContain('网站没有改动，1 分钟后再试；有新的提交就马上再试。');
  expect(await site.health()).toMatchObject({
    status: 'problem',
    live: { sequence: 2 },
    problem: { kind: 'content' },
  });
  expect(await site.status(smallAddress('2026-01-02', 'two'))).toBe(200);

  // Mended, with an article for the next minute but one at most.
  const minute = beijingTime(new Date(Date.now() + 75_000));
  const [later, text] = smallArticle(minute, 'later');
  const commit = await bureau.push({ [path]: wrong.replace('通志', '通知'), [later]: text });
  await site.hook();
  await vi.waitUntil(() => /已发布第 3 版到 .+：3 篇稿件/.test(site.said()), LONG);
  await vi.waitUntil(async () => (await site.status('api/site/health')) === 200, LONG);
  const next = new Date(`${minute.replace(' ', 'T')}:00+08:00`).toISOString();
  expect(await site.health()).toMatchObject({
    status: 'ok',
    live: { commit },
    next,
    problem: null,
  });
  expect(await site.status(smallAddress(minute, 'later'))).toBe(404);

  // The remote goes away: the article comes all the same.
  await rename(bureau.remote, `${bureau.remote}-away`);
  await site.hook();
  await vi.waitUntil(() => site.said().includes('访问不到 git（fatal: '), LONG);
  await vi.waitUntil(async () => (await site.status(smallAddress(minute, 'later'))) === 200, LONG);
  await vi.waitUntil(
    () => site.said().includes(`有稿件到了时间（提交 ${commit.slice(0, 8)}`),
    LONG,
  );
  await rename(`${bureau.remote}-away`, bureau.remote);

  // A history written anew takes back nothing that readers know the address of.
  git(bureau.staff, 'reset', '--quiet', '--hard', 'HEAD~2');
  await bureau.push(Object.fromEntries([smallArticle('2026-01-04', 'four')]), '--force');
  await site.hook();
  await vi.waitUntil(() => site.said().includes('找不到稿件「20260103-three」'), LONG);
  expect(await site.status(smallAddress(minute, 'later'))).toBe(200);
  expect(await site.status(smallAddress('2026-01-04', 'four'))).toBe(404);
  await bureau.push({ [path]: wrong.replace('通志', '通知'), [later]: text });
  await site.hook();
  await vi.waitUntil(
    async () => (await site.status(smallAddress('2026-01-04', 'four'))) === 200,
    LONG,
  );
  expect(await site.status(smallAddress(minute, 'later'))).toBe(200);
  expect(site.said()).toContain('git 又能访问了。');

  // Another one is refused and harms nothing.
  const other = start();
  expect(await other.ended).toBe(3);
  expect(other.said()).toBe('这个文件夹里已经有一个 npm run site 在运行，这次没有动手。\n');
  expect(await site.status(first)).toBe(200);

  site.child.kill('SIGTERM');
  expect(await site.ended).toBe(0);
  expect(site.said()).not.toMatch(/\n\s+at /);
});

it('stopped in the middle it lets the publication end; started without git it serves what is live', async () => {
  const site = start();
  await vi.waitUntil(async () => (await site.status('')) === 200, LONG);
  await bureau.push(Object.fromEntries([smallArticle('2026-01-05', 'five')]));
  await site.hook();
  const pending = join(bureau.project, '.data/site.aside/pending.json');
  await vi.waitUntil(
    () =>
      readFile(pending).then(
        () => true,
        () => false,
      ),
    { ...LONG, interval: 1 },
  );
  site.child.kill('SIGTERM');
  expect(await site.ended).toBe(0);
  await expect(readFile(pending)).rejects.toThrow('ENOENT');

  await rename(bureau.remote, `${bureau.remote}-away`);
  const again = start();
  await vi.waitUntil(
    async () => (await again.status(smallAddress('2026-01-05', 'five'))) === 200,
    LONG,
  );
  await vi.waitUntil(() => again.said().includes('访问不到 git'), LONG);
  again.child.kill('SIGINT');
  expect(await again.ended).toBe(0);
  await rename(`${bureau.remote}-away`, bureau.remote);
});

it.each([
  ['a secret that can be guessed', { HOOK_SECRET: 'short' }, [], '环境变量 HOOK_SECRET 太短'],
  ['another target', { PUBLISH_TO: 's3://bucket' }, [], '只能发布到这台机器的文件夹'],
  ['a port that is none', {}, ['--port', 'x'], '端口「x」不对'],
])('%s: 2', async (_, env, words, told) => {
  const site = start(env, ...words);
  expect(await site.ended).toBe(2);
  expect(site.said()).toContain(told);
});

it('a branch that follows nothing: 2', async () => {
  git(bureau.project, 'checkout', '--quiet', '--force', '-b', 'mine');
  const site = start();
  expect(await site.ended).toBe(2);
  expect(site.said()).toContain('请先运行 git branch -u origin/main');
});
