/** Disks that are full or may only be read, folders and caches that are shared or go: a line for the operator, and no harm. */
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, readdir, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { contentsOf } from '../support/contents.ts';
import { siteName } from '../../../src/system/project.ts';
import { faultyBuilds, listenTo, SITE_NOW, WITHOUT_SEARCH } from '../support/faulty-builds.ts';
import type { FaultyBuilds } from '../support/faulty-builds.ts';
import { buildSite } from '../support/serve-built.ts';

const run = promisify(execFile);
const PROJECT = resolve(import.meta.dirname, '../../..');
/** A mount of its own: as root, or in a namespace where the user is. */
const MOUNTING = process.getuid?.() === 0 ? ['-m'] : ['-rm'];

let builds: FaultyBuilds;
/** What all of them must give. */
let whole: Record<string, string>;
beforeAll(async () => {
  builds = await faultyBuilds(150);
  whole = await builds.fresh();
});
afterAll(() => builds.remove());

it('of two caches, and by two names of the folder: they wait for each other all the same', async () => {
  const out = join(builds.folder, 'shared');
  await builds.build(out);
  await symlink(out, join(builds.folder, 'shared-link'));
  const logs = await Promise.all([
    builds.build(out, { flags: ['--full'], env: await builds.cache('cache-1') }),
    builds.build(join(builds.folder, 'shared-link'), {
      flags: ['--full'],
      env: await builds.cache('cache-2'),
    }),
  ]);
  expect(logs.filter((log) => log.includes('等它完成'))).toHaveLength(1);
  expect(await contentsOf(out)).toEqual(whole);
});

it('three sites at once, from a cache with nothing in it, compile once and are right', async () => {
  const env = { SITE_CACHE: join(builds.folder, 'cold') };
  const sites = ['one', 'two', 'three'].map((name) => join(builds.folder, name));
  await Promise.all(sites.map((site) => cp(builds.archive, site, { recursive: true })));
  const logs = await Promise.all(
    sites.map((site) =>
      buildSite(site, join(site, 'dist'), { env: { SITE_NOW, ...env }, flags: WITHOUT_SEARCH }),
    ),
  );
  expect(logs.filter((log) => log.includes('编译页面模板'))).toHaveLength(1);
  for (const site of sites) expect(await contentsOf(join(site, 'dist'))).toEqual(whole);
});

it('killed while it compiles, the next build compiles and leaves nothing half done', async () => {
  const env = { SITE_CACHE: join(builds.folder, 'cold-killed') };
  const out = join(builds.folder, 'compiled');
  for (const moment of [900, 2500, 4500]) {
    const child = builds.start(out, WITHOUT_SEARCH, env);
    await sleep(moment);
    child.kill('SIGKILL');
  }
  await builds.build(out, { env });
  expect(await contentsOf(out)).toEqual(whole);
  expect(await readdir(join(env.SITE_CACHE, 'renderer/.part'))).toEqual([]);
});

it('a folder or a cache that is removed meanwhile: says so, ends with 3, and the next is right', async () => {
  const cases = [
    ['dist', (_: string, out: string) => out],
    ['cache', (cache: string) => cache],
  ] as const;
  for (const [name, victimOf] of cases) {
    const out = join(builds.folder, `removed-${name}`);
    const env = await builds.cache(`removed-${name}-cache`);
    const child = builds.start(out, [...WITHOUT_SEARCH, '--workers', '0'], env);
    const said = listenTo(child);
    const ended = once(child, 'exit');
    while (!said.text.includes('生成页面') && child.exitCode === null) await sleep(5);
    await rm(victimOf(env.SITE_CACHE, out), { recursive: true, force: true, maxRetries: 5 });
    const [code] = (await ended) as [number];
    expect(said.text).not.toMatch(/\n\s+at /);
    // It may have been done with what was removed.
    expect([0, 3]).toContain(code);
    if (code === 3) expect(said.text).toContain('在生成的时候被删除或换掉了');
    const again = await builds.cache(`removed-${name}-cache`);
    await builds.build(out, { env: again });
    expect(await contentsOf(out)).toEqual(whole);
  }
});

it.each([
  ['the site', 'ro', '没有读写的权限', { out: 'DISK/dist', cache: '' }],
  ['what is kept', 'ro', '没有读写的权限', { out: '', cache: 'DISK/cache' }],
  ['what is kept', 'size=4k', '磁盘满了', { out: '', cache: 'DISK/cache' }],
  [
    'what is kept, when pages are compiled',
    // Less than the articles and a renderer take, more than the articles.
    'size=600k',
    '磁盘满了',
    { out: '', cache: 'DISK/cache' },
  ],
])('a disk for %s that is %s: one line, and 3', async (_, option, line, { out, cache }) => {
  const disk = join(builds.folder, 'small-disk');
  await mkdir(disk, { recursive: true });
  const at = (path: string, other: string): string =>
    path === '' ? other : path.replace('DISK', disk);
  const script = [
    `mount -t tmpfs -o ${option} tmpfs '${disk}'`,
    `'${process.execPath}' scripts/build.ts --content '${builds.corpus.content}' --public '${builds.corpus.public}' --out '${at(out, join(builds.folder, 'small-out'))}' --no-search`,
    'code=$?',
    `find '${disk}' -path '*.part/*'`,
    'exit $code',
  ].join('\n');
  const env = cache === '' ? {} : { SITE_CACHE: at(cache, '') };
  const failed = await failureOf(
    run('unshare', [...MOUNTING, 'sh', '-c', script], {
      cwd: PROJECT,
      env: { ...process.env, SITE_NOW, ...env },
    }),
  );
  expect(failed?.stderr).toContain(line);
  expect(failed?.stderr).not.toMatch(/\n\s+at /);
  expect(failed?.code).toBe(3);
  expect(failed?.stdout).toBe('');
});

it.each([
  ['ro', '没有读写的权限'],
  ['size=100k', '磁盘满了'],
])('a disk for what the search keeps that is %s: one line, and 3', async (option, line) => {
  const env = await builds.cache(`search-on-${option}`);
  const disk = join(env.SITE_CACHE, 'sites', siteName(builds.corpus.content), 'search');
  await mkdir(disk, { recursive: true });
  const script = [
    `mount -t tmpfs -o ${option} tmpfs '${disk}'`,
    `exec '${process.execPath}' scripts/build.ts --content '${builds.corpus.content}' --public '${builds.corpus.public}' --out '${join(builds.folder, 'search-out')}'`,
  ].join('\n');
  const failed = await failureOf(
    run('unshare', [...MOUNTING, 'sh', '-c', script], {
      cwd: PROJECT,
      env: { ...process.env, SITE_NOW, ...env },
    }),
  );
  expect(failed?.stderr).toContain(line);
  expect(failed?.stderr).not.toMatch(/\n\s+at /);
  expect([failed?.code, failed?.stdout]).toEqual([3, '']);
});

it('a disk that is full: says so, ends with 3, and every file that is there is whole', async () => {
  const disk = join(builds.folder, 'disk');
  await mkdir(disk);
  const script = [
    `mount -t tmpfs -o size=2m tmpfs '${disk}'`,
    `'${process.execPath}' scripts/build.ts --content '${builds.corpus.content}' --public '${builds.corpus.public}' --out '${disk}/dist' --no-search`,
    'code=$?',
    `mkdir -p '${builds.folder}/rescued' && cp -r '${disk}/dist' '${builds.folder}/rescued/'`,
    'exit $code',
  ].join('\n');
  const failed = await failureOf(
    run('unshare', [...MOUNTING, 'sh', '-c', script], {
      cwd: PROJECT,
      env: { ...process.env, SITE_NOW },
    }),
  );
  expect(failed?.stderr).toContain('磁盘满了');
  expect(failed?.code).toBe(3);
  const rescued = await contentsOf(join(builds.folder, 'rescued/dist'));
  const pages = Object.keys(rescued).filter((path) => path.endsWith('.html'));
  expect(pages.length).toBeGreaterThan(5);
  for (const page of pages) expect([page, rescued[page]]).toEqual([page, whole[page]]);
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
