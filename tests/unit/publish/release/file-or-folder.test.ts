import { join } from 'node:path';
import { expect, test } from 'vitest';
import { inTheWay } from '../../../../src/publish/release/in-the-way.ts';
import { partCache } from '../../../../src/publish/release/part-cache.ts';
import { rollBack } from '../../../../src/publish/release/roll-back.ts';
import { folderTarget } from '../../../../src/publish/targets/folder-target.ts';
import { aFolderInMemory } from '../../../support/a-folder.ts';
import { seededRandom } from '../../../support/random.ts';
import { dyingTarget, laterOn, publish, readersSite } from './a-target.ts';
import { someTree } from './trees.ts';

test.for([
  [['a/b.html'], ['a', 'b', 'a/c.html'], ['a']],
  [['a'], ['a/b.html', 'a/b/c', 'ab/c'], ['a/b.html', 'a/b/c']],
  [['a/b/c'], ['a', 'a/b'], ['a', 'a/b']],
  [['a/b'], ['a/c', 'ab'], []],
] as const)('%j comes, %j goes: first %j', ([coming, going, first]) => {
  expect(inTheWay(coming, going)).toEqual(first);
});

const sorted = (site: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(site).toSorted(([a], [b]) => (a < b ? -1 : 1)));

test.for([1, 2, 3, 4])('files become folders and folders files, and back: %i', async (seed) => {
  const random = seededRandom(seed);
  const folder = await aFolderInMemory();
  const place = join(folder, 'site');
  const cache = join(folder, 'cache');
  const target = folderTarget(place);
  const sites = [];
  for (let round = 0; round < 12; round += 1) {
    const site = someTree(random);
    const plan = await publish(target, site, { cache });
    expect(readersSite(place), `round ${round}`).toEqual(sorted(site));
    if (plan) sites.push(site);
  }
  for (const [at, site] of sites.entries()) {
    await rollBack(target, partCache(cache, target), at + 1);
    expect(readersSite(place), `back to ${at + 1}`).toEqual(sorted(site));
  }
});

test('killed at any request between a file and a folder, it is finished or taken back', async () => {
  const file = { 'index.html': '1', a: 'file', 'b/c.html': 'page', 'b/d/e.html': 'page' };
  const other = { 'index.html': '2', 'a/x.html': 'page', 'a/y/z.html': 'page', b: 'file' };
  for (let step = 0; step < 45; step += 1) {
    const folder = await aFolderInMemory();
    const place = join(folder, 'site');
    const cache = join(folder, 'cache');
    const target = folderTarget(place);
    await publish(target, file, { cache });
    await publish(dyingTarget(target, step), other, { cache }).catch(() => undefined);
    const next = step % 3 === 0 ? file : other;
    await publish(laterOn(target), next, { cache });
    expect(readersSite(place), `killed at ${step}`).toEqual(sorted(next));
  }
});

test('a folder in the way that holds a file of somebody else is said, and nothing of it is removed', async () => {
  const folder = await aFolderInMemory();
  const place = join(folder, 'site');
  const cache = join(folder, 'cache');
  const target = folderTarget(place);
  await publish(target, { 'index.html': '1', 'a/b.html': 'page' }, { cache });
  await folderTarget(place).put([{ path: 'a/own.html', sha256: '', from: Buffer.from('own') }]);
  await expect(publish(target, { 'index.html': '2', a: 'file' }, { cache })).rejects.toThrow(
    '有一个文件的位置上是文件夹。请移走它再发布',
  );
  expect(readersSite(place)['a/own.html']).toBe('own');
});
