/** Caches of sites that are no more go; none that a build works in does. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lockFolder } from '../../../src/system/lock.ts';
import { siteName } from '../../../src/system/project.ts';
import { forgetSites, noteSite } from '../../../src/build/site-caches.ts';
import { aFolder, everythingIn, writeFiles } from '../../support/a-folder.ts';

const DAY_MS = 86_400_000;
const HOLDER = join(import.meta.dirname, '../system/lock-holder.ts');
const PATIENCE = { patience: 5_000, onWait: () => undefined };

/** Sites, each with a content folder and a cache that was used so many days ago. */
async function aTree(sites: Readonly<Record<string, number>>) {
  const folder = await aFolder();
  const content = (name: string): string => join(folder, name, 'content');
  const cache = (name: string): string => join(folder, 'sites', siteName(content(name)));
  for (const [name, days] of Object.entries(sites)) {
    await mkdir(content(name), { recursive: true });
    await writeFiles(cache(name), { 'articles.json': '{}', 'search/rows/a/1': '{}' });
    await noteSite(cache(name), content(name));
    const time = new Date(Date.now() - days * DAY_MS);
    await utimes(join(cache(name), 'content.txt'), time, time);
  }
  const left = async (): Promise<string[]> => {
    const names = await readdir(join(folder, 'sites'));
    return Object.keys(sites).filter((name) => names.includes(siteName(content(name))));
  };
  return { sites: join(folder, 'sites'), content, cache, left };
}

it('a cache goes with its content folder, and when nobody used it for thirty days', async () => {
  const tree = await aTree({ here: 0, gone: 0, month: 29, old: 31 });
  await rm(tree.content('gone'), { recursive: true });
  const removed = await forgetSites(tree.sites);
  expect(removed.toSorted()).toEqual(
    [siteName(tree.content('gone')), siteName(tree.content('old'))].toSorted(),
  );
  expect(await tree.left()).toEqual(['here', 'month']);
  expect(await everythingIn(join(tree.sites, '.part'))).toEqual([]);
  expect((await readdir(tree.cache('here'))).toSorted()).toEqual([
    '.part',
    'articles.json',
    'content.txt',
    'search',
  ]);
});

it('what older versions left goes after thirty days, what is none of ours stays', async () => {
  const tree = await aTree({ a: 0, b: 0 });
  for (const name of ['a', 'b']) await rm(join(tree.cache(name), 'content.txt'));
  const time = new Date(Date.now() - 31 * DAY_MS);
  for (const path of ['.part', 'articles.json', 'search']) {
    await utimes(join(tree.cache('a'), path), time, time);
  }
  await writeFiles(tree.sites, { 'notes/a.txt': '', '0123abcd.txt': '' });
  await utimes(join(tree.sites, 'notes'), time, time);
  expect(await forgetSites(tree.sites)).toEqual([siteName(tree.content('a'))]);
  expect((await readdir(tree.sites)).toSorted()).toEqual(
    ['.part', '0123abcd.txt', 'notes', siteName(tree.content('b'))].toSorted(),
  );
  expect(await forgetSites(join(tree.sites, 'none'))).toEqual([]);
});

it('a cache that says it is another’s is judged by its last use alone', async () => {
  const tree = await aTree({ a: 0 });
  await writeFile(join(tree.cache('a'), 'content.txt'), '/no/such/content\n');
  expect(await forgetSites(tree.sites)).toEqual([]);
});

it('one that a build works in stays, until the build ends, however it ends', async () => {
  const tree = await aTree({ gone: 0 });
  await rm(tree.content('gone'), { recursive: true });
  const build = spawn(process.execPath, [HOLDER, tree.cache('gone'), 'wait-to-be-killed']);
  await once(build.stdout, 'data');
  expect(await forgetSites(tree.sites)).toEqual([]);
  expect(await readFile(join(tree.cache('gone'), 'articles.json'), 'utf8')).toBe('{}');
  build.kill('SIGKILL');
  await once(build, 'exit');
  expect(await forgetSites(tree.sites)).toHaveLength(1);
  expect(await tree.left()).toEqual([]);
});

it('a build that comes meanwhile waits, and has a folder of its own', async () => {
  for (let round = 0; round < 20; round += 1) {
    const tree = await aTree({ gone: 0 });
    await rm(tree.content('gone'), { recursive: true });
    const cache = tree.cache('gone');
    const building = lockFolder(cache, PATIENCE);
    const [free] = await Promise.all([building, forgetSites(tree.sites)]);
    free.check();
    await writeFile(join(cache, 'new'), '');
    expect(await forgetSites(tree.sites)).toEqual([]);
    await free();
    expect(await readdir(cache)).toContain('new');
  }
});

it('a few go at a time, and each has its turn', async () => {
  const names = Array.from({ length: 12 }, (_, index) => `s${index}`);
  const tree = await aTree(Object.fromEntries(names.map((name) => [name, 40])));
  expect(await forgetSites(tree.sites)).toHaveLength(5);
  expect(await forgetSites(tree.sites)).toHaveLength(5);
  expect(await forgetSites(tree.sites)).toHaveLength(2);
  expect(await tree.left()).toEqual([]);
});

it('a use is noted once a day', async () => {
  const tree = await aTree({ a: 2 });
  const file = join(tree.cache('a'), 'content.txt');
  await noteSite(tree.cache('a'), tree.content('a'));
  const { mtimeMs } = await stat(file);
  expect(Date.now() - mtimeMs).toBeLessThan(DAY_MS);
  await noteSite(tree.cache('a'), tree.content('a'));
  expect((await stat(file)).mtimeMs).toBe(mtimeMs);
});
