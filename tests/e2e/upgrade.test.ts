/** A bureau's folder goes to another engine and back, by the command as its npm runs it; the engines are commits of a repository. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { tryLock } from '../../src/system/file-lock.ts';
import { git } from './support/a-small-bureau.ts';
import { twoEngines, UPGRADE } from './support/two-engines.ts';
import type { TwoEngines } from './support/two-engines.ts';

const OPENING = 'content/articles/2026/20261125-opening/index.md';
const UNCHANGED = '程序还是原来的版本，没有改动。';

let folder = '';
let two: TwoEngines;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'upgrade-'));
  two = await twoEngines(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function named(): Promise<{ commit: string; scripts: string[] }> {
  const { engine, scripts } = JSON.parse(await two.read('package.json')) as {
    engine: { commit: string };
    scripts: object;
  };
  return { commit: engine.commit, scripts: Object.keys(scripts) };
}

it.skipIf(process.platform === 'win32')('killed in the middle it has changed nothing', async () => {
  const child = spawn(process.execPath, [...UPGRADE, '--yes'], {
    cwd: two.site,
    env: two.env,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const kill = (): boolean => process.kill(-(child.pid ?? 0), 'SIGKILL');
  onTestFinished(() => void (child.exitCode === null && child.signalCode === null && kill()));
  let said = '';
  child.stderr.on('data', (text: Buffer) => (said += String(text)));
  await expect.poll(() => said, { timeout: 200_000 }).toContain('正在安装新的程序');
  kill();
  await once(child, 'close');
  expect(two.unsaved()).toEqual([]);
});

it('--dry-run tells what readers would see, and changes nothing', async () => {
  const { code, said } = await two.upgrade(['--dry-run']);
  const [first, second] = ['v0.1.0', 'v0.2.0'].map((name) => two.commitOf(name).slice(0, 8));
  expect(said).toMatch(
    new RegExp(`程序：v0.1.0（${first}，[-0-9]+） → v0.2.0（${second}，[-0-9]+）`),
  );
  expect(said).toMatch(/网页：一共 (\d+) 个，\1 个有变化。/);
  expect(said).toContain('  首页 1 个：/\n  列表 2 个：/gzdt/ /tzgg/\n');
  expect(said).toContain('  稿件 1 个：/gzdt/202611/20261125-opening/\n');
  expect(said).toContain('【注意】有 1 个网址会消失，');
  expect(said).toContain('\n  /feed.json\n');
  expect(said).toContain(
    `新的程序多查出的问题，共 1 条提醒：\n${OPENING}:27\n  （提醒）标题写的是开通。\n  → 换一个标题。\n`,
  );
  expect(said).toContain('跟着换成新版本的文件：.github/workflows/check.yml\n');
  expect(said).toContain('新版本也改了的文件，留着本单位的：.gitlab-ci.yml\n');
  expect(said).toContain('全部列在 .cache/upgrade/changes.txt\n');
  expect(await two.read('.cache/upgrade/changes.txt')).toContain('消失的网址（1）\n/feed.json\n');
  expect(code).toBe(0);
  expect(two.unsaved()).toEqual([]);
});

it('what cannot be is said in a line, and nothing is changed', async () => {
  const told = async (code: number, words: string[], line: string, env?: NodeJS.ProcessEnv) => {
    const answer = await two.upgrade(words, env);
    expect(answer.said).toContain(line);
    expect(answer.code, line).toBe(code);
  };
  const lock = tryLock(join(two.site, '.cache/upgrade/lock'), 'exclusive');
  await told(3, ['--dry-run'], '已经有一个 npm run upgrade 在运行，这次没有动手。');
  lock?.release();
  await told(2, ['v0.9.0', '--yes'], '程序的仓库里没有「v0.9.0」这个版本。是不是「v0.1.0」？');
  await told(2, ['f'.repeat(40), '--yes'], '仓库里没有这个版本，请核对提交号。');
  await told(2, [], '没有终端可以问。先加 --dry-run 看会变什么，再加 --yes 换。');
  await told(2, ['--dry-run'], '设置了环境变量 SITE_ENGINE，', { SITE_ENGINE: two.engine });
  await told(0, ['v0.1.0', '--yes'], '没有要换的。');

  await writeFile(join(two.engine, 'package-lock.json'), '{ "packages": {} }\n');
  two.version('not-installed');
  const npm = { npm_execpath: two.noNpm };
  await told(1, ['not-installed', '--yes'], `新的程序没有装好。${UNCHANGED}`, npm);
  const fetched = two.commitOf('not-installed');
  git(two.engine, 'reset', '--quiet', '--hard', 'v0.2.0');
  expect(two.unsaved()).toEqual([]);

  const text = await two.read('package.json');
  const away = text.replace(JSON.stringify(two.engine), '"https://127.0.0.1:9/"');
  await writeFile(join(two.site, 'package.json'), away);
  onTestFinished(() => void git(two.site, 'checkout', '--', 'package.json'));
  await told(3, ['v0.2.0', '--yes'], '请检查网络、package.json 里 engine 的仓库地址和权限，');
  // Its clone is here, and no network needed; but what is not committed would be lost.
  await told(1, [fetched, '--yes'], 'package.json 有没有提交的改动。请先提交（git commit），');
});

it('goes to the newest version, with the files that the bureau has not changed', async () => {
  const { code, said } = await two.upgrade(['--yes']);
  expect(said).toContain('已换成 v0.2.0（');
  expect(code).toBe(0);
  const { commit, scripts } = await named();
  expect([commit, scripts.includes('also')]).toEqual([two.commitOf('v0.2.0'), true]);
  expect(two.unsaved()).toEqual(['M .github/workflows/check.yml', 'M package.json']);
  expect(await two.read('.github/workflows/check.yml')).toContain('ubuntu-26.04');
  const kept = await readdir(join(two.site, '.cache/engine'));
  expect(kept.toSorted()).toEqual(
    ['v0.1.0', 'v0.2.0'].map((name) => two.commitOf(name)).toSorted(),
  );

  const [, merge = ''] = /^ {2}git (merge-file .*)$/m.exec(said) ?? [];
  execFileSync('git', merge.split(' '), { cwd: two.site });
  const merged = await two.read('.gitlab-ci.yml');
  expect(merged).toContain('image: node:26-trixie');
  expect(merged).toContain('# 本单位的一行');
});

it('waits until that is committed, and goes back likewise', async () => {
  const refused = await two.upgrade(['v0.1.0', '--yes']);
  expect(refused.said).toMatch(/\.gitlab-ci\.yml、package\.json 有没有提交的改动。/);
  expect(refused.code).toBe(1);
  two.save('v0.2.0');
  const { code, said } = await two.upgrade(['v0.1.0', '--yes']);
  expect(said).toContain('新增的网址 1 个：/feed.json');
  expect(said).toContain('现在查出的问题，有 1 个新的程序不再提。');
  expect(code).toBe(0);
  // But for the line that was merged.
  expect(git(two.site, 'diff', '--name-only', 'HEAD~1')).toBe('.gitlab-ci.yml');
  two.save('v0.1.0');
});

it('stays where the new version finds what stops, or does not build', async () => {
  const id = "id: 'article/opening'";
  await two.edit('src/rules/repeated-title.ts', id, `${id}, level: 'stop'`);
  two.version('v0.3.0');
  const stopped = await two.upgrade(['--yes']);
  expect(stopped.said).toContain(`${OPENING}:27\n  标题写的是开通。\n  → 换一个标题。\n`);
  expect(stopped.said).toContain('按新的程序 v0.3.0，共 1 个问题，不改就不能发布。');
  expect(stopped.code).toBe(1);

  git(two.engine, 'reset', '--quiet', '--hard', 'v0.2.0');
  await writeFile(join(two.engine, 'scripts/build.ts'), "throw new Error('broken');\n");
  two.version('broken');
  const broken = await two.upgrade(['broken', '--yes']);
  expect(broken.said).toContain(`新的程序生成不了网站。${UNCHANGED}`);
  expect(broken.code).toBe(1);
  expect((await named()).commit).toBe(two.commitOf('v0.1.0'));
  expect(two.unsaved()).toEqual([]);
});
