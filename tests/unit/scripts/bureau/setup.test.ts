/** How the commands of a bureau's folder come to the engine of the version that it names, and which engines are kept there. */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { aFolder } from '../../../support/a-folder.ts';

const BUREAU = resolve(import.meta.dirname, '../../../../scripts/bureau');
/** An engine that says how it was called, and which one it is. */
const engineText = (version: number): string =>
  `console.log(${version}, process.env.SITE_HOME, ...process.argv.slice(2)); process.exitCode = ${version};\n`;
const NO_PROCESS = 2 ** 22 + 1;

async function aBureauWithEngine() {
  const folder = await aFolder({ 'engine/scripts/setup.mjs': engineText(1), 'site/README.md': '' });
  const engine = join(folder, 'engine');
  const git = (...words: string[]): string => {
    const own = ['-c', 'user.name=a', '-c', 'user.email=a@example.com'];
    return spawnSync('git', ['-C', engine, ...own, ...words], { encoding: 'utf8' }).stdout.trim();
  };
  /** Commits another engine. */
  const commit = (text: string): string => {
    writeFileSync(join(engine, 'scripts/setup.mjs'), text);
    git('add', '.');
    git('commit', '--quiet', '-m', 'version');
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet');
  const first = commit(engineText(1));
  const second = commit(engineText(5));
  const site = join(folder, 'site');
  for (const name of ['setup.mjs', 'fetch-engine.mjs', 'kept-engines.mjs']) {
    cpSync(join(BUREAU, name), join(site, 'scripts', name));
  }
  const env = { ...process.env, SITE_ENGINE: '' };
  const words = [join(site, 'scripts/setup.mjs'), 'scripts/new.ts', '--column', '通知 公告'];
  const name = (named: object) =>
    writeFileSync(join(site, 'package.json'), JSON.stringify({ type: 'module', engine: named }));
  const call = (named: object) => {
    name(named);
    const options = { encoding: 'utf8', env } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, words, options);
    return { status, stdout, stderr };
  };
  const start = (named: object) => {
    name(named);
    return spawn(process.execPath, words, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  };
  const kept = (): string[] => readdirSync(join(site, '.cache/engine')).toSorted();
  return { site, first, second, commit, call, start, kept };
}

it('fetches the commit once, and gives it the words and the folder', async () => {
  const { site, first, second, call } = await aBureauWithEngine();
  const words = `${site} scripts/new.ts --column 通知 公告\n`;
  const repository = '../engine';
  const fetching = (commit: string) => `正在取来程序（版本 ${commit.slice(0, 8)}）……\n`;
  expect(call({ repository, commit: first })).toEqual({
    status: 1,
    stdout: `1 ${words}`,
    stderr: fetching(first),
  });
  expect(call({ repository, commit: second })).toEqual({
    status: 5,
    stdout: `5 ${words}`,
    stderr: fetching(second),
  });
  // It is there: its repository is not asked again.
  expect(call({ repository: '../nowhere', commit: first })).toEqual({
    status: 1,
    stdout: `1 ${words}`,
    stderr: '',
  });
});

it('says what is missing, and leaves nothing half fetched', async () => {
  const { site, first, call, kept } = await aBureauWithEngine();
  const unnamed =
    'package.json 里的 engine 要写程序的仓库（repository）和版本（commit，40 位）。\n';
  expect(call({ repository: '../engine', commit: 'v1' })).toMatchObject({
    status: 2,
    stderr: unnamed,
  });
  const absent = 'a'.repeat(40);
  const said = `正在取来程序（版本 aaaaaaaa）……\n没有取到程序：`;
  expect(call({ repository: '../engine', commit: absent })).toMatchObject({
    status: 2,
    stderr: `${said}../engine 的 ${absent}。仓库里没有这个版本，请核对提交号。\n`,
  });
  const { status, stderr: silent } = call({
    repository: 'https://me:secret@127.0.0.1:9/engine.git',
    commit: absent,
  });
  expect(status).toBe(2);
  expect(silent).toContain(
    `${said}https://127.0.0.1:9/engine.git 的 ${absent}。请检查网络、仓库的地址和权限，再运行一次（fatal: `,
  );
  expect(silent).not.toContain('secret');
  expect(call({ repository: '../engine', commit: first }).status).toBe(1);
  expect(kept()).toEqual([first]);
  writeFileSync(join(site, 'package.json'), '{');
  const { stderr } = spawnSync(process.execPath, [join(site, 'scripts/setup.mjs')], {
    encoding: 'utf8',
    env: { ...process.env, SITE_ENGINE: '' },
  });
  expect(stderr).toBe(unnamed);
});

it('fetches a commit that only another branch has', async () => {
  const { site, second, call, commit } = await aBureauWithEngine();
  const engine = join(site, '../engine');
  const git = (...words: string[]) => spawnSync('git', ['-C', engine, ...words]);
  git('checkout', '--quiet', '-b', 'other');
  const third = commit(engineText(7));
  git('checkout', '--quiet', second);
  // A host that gives branches and tags, and no commit by its name.
  git('config', 'uploadpack.allowAnySHA1InWant', 'false');
  expect(call({ repository: '../engine', commit: third }).status).toBe(7);
});

it('keeps the engine that was used last beside the present one, and no other', async () => {
  const { site, first, second, commit, call, kept } = await aBureauWithEngine();
  const third = commit(engineText(7));
  const fourth = commit(engineText(8));
  const repository = '../engine';
  call({ repository, commit: first });
  call({ repository, commit: second });
  const folders = join(site, '.cache/engine');
  utimesSync(join(folders, second), 1, 1);
  call({ repository, commit: first });
  // Of a command that was killed, and of one that is at work.
  mkdirSync(join(folders, `${third}.${NO_PROCESS}`));
  mkdirSync(join(folders, `${fourth}.${process.pid}`));
  mkdirSync(join(folders, 'of-somebody-else'));
  call({ repository, commit: third });
  expect(kept()).toEqual([first, third, `${fourth}.${process.pid}`, 'of-somebody-else'].toSorted());
});

it('removes no engine by which a command runs', async () => {
  const { site, first, second, commit, call, start, kept } = await aBureauWithEngine();
  const waiting = commit("console.log('here'); setTimeout(() => {}, 9e4);\n");
  const repository = '../engine';
  const running = start({ repository, commit: waiting });
  onTestFinished(() => void running.kill());
  await once(running.stdout, 'data');
  utimesSync(join(site, '.cache/engine', waiting), 1, 1);
  call({ repository, commit: first });
  call({ repository, commit: second });
  expect(kept()).toEqual([first, second, waiting].toSorted());

  const ended = once(running, 'close');
  running.kill();
  await ended;
  utimesSync(join(site, '.cache/engine', waiting), 1, 1);
  const last = commit(engineText(9));
  call({ repository, commit: last });
  expect(kept()).toEqual([last, second].toSorted());
  expect(readFileSync(join(site, '.cache/engine', last, 'scripts/setup.mjs'), 'utf8')).toBe(
    engineText(9),
  );
});

// Only root can make a small disk to fill up.
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

it.runIf(canMount)('says that the disk is full, and leaves nothing half fetched', async () => {
  const { site, first, commit, call, kept } = await aBureauWithEngine();
  writeFileSync(join(site, '../engine/large'), 'a'.repeat(2_000_000));
  const large = commit(engineText(7));
  const disk = join(site, '.cache/engine');
  mkdirSync(disk, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  onTestFinished(() => void execFileSync('umount', [disk]));
  const { status, stderr } = call({ repository: '../engine', commit: large });
  expect(stderr.split('\n')[1]).toBe(
    `没有取到程序：../engine 的 ${large}。磁盘满了，请腾出空间，再运行一次。`,
  );
  expect(status).toBe(2);
  expect(kept()).toEqual([]);
  expect(call({ repository: '../engine', commit: first }).status).toBe(1);
});
