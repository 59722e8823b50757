/** What a build needs beside its folders, and loses meanwhile: compiled pages, processes, open files, packages. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, symlink, truncate } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentsOf } from '../support/contents.ts';
import { faultyBuilds, listenTo, SITE_NOW, WITHOUT_SEARCH } from '../support/faulty-builds.ts';
import type { FaultyBuilds } from '../support/faulty-builds.ts';

const run = promisify(execFile);
const PROJECT = resolve(import.meta.dirname, '../../..');

let builds: FaultyBuilds;
/** What all of them must give. */
let whole: Record<string, string>;
beforeAll(async () => {
  builds = await faultyBuilds(150);
  whole = await builds.fresh();
});
afterAll(() => builds.remove());

it('compiled pages that are cut off meanwhile: one line, 3, and they are compiled anew', async () => {
  const out = join(builds.folder, 'cut-off');
  const env = await builds.cache('cut-off-cache');
  const child = builds.start(out, [...WITHOUT_SEARCH, '--workers', '0'], env);
  const said = listenTo(child);
  const ended = once(child, 'exit');
  while (!said.text.includes('生成页面') && child.exitCode === null) await sleep(5);
  const renderers = join(env.SITE_CACHE, 'renderer');
  for (const name of await readdir(renderers, { recursive: true })) {
    if (name.endsWith('.mjs')) await truncate(join(renderers, name), 20);
  }
  const [code] = (await ended) as [number];
  expect(said.text).not.toMatch(/\n\s+at /);
  expect([0, 3]).toContain(code);
  if (code === 3) expect(said.text).toContain('在生成的时候被删除或换掉了');
  expect(await builds.build(out, { env })).toContain('已经损坏，重新编译');
  expect(await contentsOf(out)).toEqual(whole);
});

it('a process that compiles pages and that the system kills: one line, 3, and the next is whole', async () => {
  const out = join(builds.folder, 'killed-compile');
  const env = { SITE_CACHE: join(builds.folder, 'killed-cold') };
  const child = builds.start(out, WITHOUT_SEARCH, env);
  const said = { text: '' };
  child.stderr.on('data', (data) => (said.text += String(data)));
  const ended = once(child, 'exit');
  const killing = (async () => {
    while (child.exitCode === null) {
      const listing = run('ps', ['--ppid', String(child.pid), '-o', 'pid=,args=']);
      // It fails while there is none.
      const { stdout } = await listing.catch(() => ({ stdout: '' }));
      const pid = stdout.split('\n').find((line) => line.includes('compile-process'));
      if (pid !== undefined) return process.kill(Number.parseInt(pid), 'SIGKILL');
      await sleep(20);
    }
    return false;
  })();
  const [code] = (await ended) as [number];
  expect(await killing).toBe(true);
  expect(said.text).not.toMatch(/\n\s+at |Warning/);
  expect(said.text).toContain('生成用的一个进程被结束了，没有做完');
  expect(code).toBe(3);
  await builds.build(out, { env });
  expect(await contentsOf(out)).toEqual(whole);
});

it('a build that is killed while it makes the search index: the next is whole', async () => {
  const out = join(builds.folder, 'killed-search');
  const env = await builds.cache('killed-search-cache');
  const texts = async () =>
    (await readdir(env.SITE_CACHE, { recursive: true }).catch(() => [])).filter((name) =>
      name.includes('/search/texts/'),
    );
  const child = builds.start(out, [], env);
  const ended = once(child, 'exit');
  while ((await texts()).length < 100 && child.exitCode === null) await sleep(5);
  child.kill('SIGKILL');
  await ended;
  expect(child.signalCode).toBe('SIGKILL');
  await builds.build(out, { env });
  expect(await contentsOf(out)).toEqual(whole);
});

it('where few files may be open at once: made all the same, or one line and 3', async () => {
  const env = await builds.cache('few-files');
  for (const [most, expected] of [
    [64, ''],
    [24, '打开的文件太多'],
  ] as const) {
    const out = join(builds.folder, `few-files-${most}`);
    const script = `ulimit -n ${most}; exec '${process.execPath}' scripts/build.ts --content '${builds.corpus.content}' --public '${builds.corpus.public}' --out '${out}' --no-search`;
    const failed = await failureOf(
      run('sh', ['-c', script], { cwd: PROJECT, env: { ...process.env, SITE_NOW, ...env } }),
    );
    expect(failed?.stderr ?? '').toContain(expected);
    expect(failed?.stderr ?? '').not.toMatch(/\n\s+at /);
    expect(failed?.code).toBe(expected === '' ? undefined : 3);
    if (expected === '') expect(await contentsOf(out)).toEqual(whole);
  }
});

it('a package that is missing: one line, 3', async () => {
  const project = join(builds.folder, 'half-installed');
  for (const name of ['src', 'scripts', 'package.json', 'package-lock.json', 'public']) {
    await cp(join(PROJECT, name), join(project, name), { recursive: true });
  }
  const modules = join(project, 'node_modules');
  await mkdir(modules);
  for (const name of await readdir(join(PROJECT, 'node_modules'))) {
    if (name !== 'yaml') await symlink(join(PROJECT, 'node_modules', name), join(modules, name));
  }
  const failed = await failureOf(
    run(process.execPath, ['--import', './scripts/missing-programs.ts', 'scripts/build.ts'], {
      cwd: project,
    }),
  );
  expect(failed?.stderr).toBe(
    '程序的组件不全（node_modules 文件夹里缺文件）。请删掉 node_modules 文件夹，再运行一次，会重新安装。\n',
  );
  expect(failed?.code).toBe(3);
});

/** What a process that fails ends with. */
function failureOf(
  running: Promise<unknown>,
): Promise<{ code: number; stdout: string; stderr: string } | undefined> {
  return running.then(
    () => undefined,
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
}
