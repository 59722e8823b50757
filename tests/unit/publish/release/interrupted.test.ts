/** Publishers that are stopped, overtaken or killed twice, and folders in which somebody did something by hand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { partCache } from '../../../../src/publish/release/part-cache.ts';
import { PublisherError } from '../../../../src/publish/release/publish-release.ts';
import { rollBack } from '../../../../src/publish/release/roll-back.ts';
import { folderTarget } from '../../../../src/publish/targets/folder-target.ts';
import type { Target } from '../../../../src/publish/targets/target.ts';
import { aFolderInMemory } from '../../../support/a-folder.ts';
import { dyingTarget, laterOn, publish, readersSite } from './a-target.ts';
import type { Site } from './a-target.ts';
import { changesByHand } from './changes-by-hand.ts';

const OLD: Site = {
  'feed.xml': 'a b',
  'index.html': 'home: a b',
  'tz/202601/a/index.html': 'a',
  'tz/202601/b/index.html': 'b',
  'tz/index.html': 'list: a b',
};
/** b is withdrawn, c is new. */
const NEW: Site = {
  'feed.xml': 'a c',
  'index.html': 'home: a c',
  'tz/202601/a/index.html': 'a, corrected',
  'tz/202602/c/index.html': 'c',
  'tz/index.html': 'list: a c',
};
/** b stays, c never comes. */
const OTHER: Site = { ...OLD, 'index.html': 'home: a b, other', 'tz/202602/d/index.html': 'd' };

async function aPlace() {
  const folder = await aFolderInMemory();
  const site = join(folder, 'site');
  const cache = join(folder, 'cache');
  const target = folderTarget(site);
  return { site, cache, target, aside: `${site}.aside`, parts: partCache(cache, target) };
}

/** Before its so many-th request something else happens. */
function interruptedTarget(target: Target, at: number, meanwhile: () => Promise<void>): Target {
  let left = at;
  const run = dyingTarget(target, Infinity);
  const step = async (): Promise<void> => {
    left -= 1;
    if (left === -1) await meanwhile();
  };
  const each = async <Item>(items: readonly Item[], task: (item: Item) => Promise<void>) => {
    for (const item of items) {
      await step();
      await task(item);
    }
  };
  return {
    ...run,
    read: async (path) => (await step(), run.read(path)),
    create: async (path, bytes) => (await step(), run.create(path, bytes)),
    put: (files, steps) => each(files, (file) => run.put([file], steps)),
    putAside: (files, before) => each(files, (file) => run.putAside([file], before)),
    dropAside: (names, before) => each(names, (name) => run.dropAside([name], before)),
    remove: (paths, before) => each(paths, (path) => run.remove([path], before)),
  };
}

afterEach(() => {
  vi.useRealTimers();
});

test('another release that came while ours was made stays as it is', async () => {
  const { site, target, cache, parts } = await aPlace();
  await publish(target, OLD, { cache });
  const late: Target = {
    ...target,
    async create(path, bytes) {
      await publish(target, OTHER, { cache: `${cache}2` });
      return target.create(path, bytes);
    },
  };
  await expect(publish(late, NEW, { cache })).rejects.toThrow(PublisherError);
  expect(readersSite(site)).toEqual(OTHER);
  await rollBack(target, parts, 1);
  expect(readersSite(site)).toEqual(OLD);
});

test('stopped before any request, overtaken, and woken again: it does no harm', async () => {
  let isOver = false;
  let step = 0;
  for (; !isOver; step += 1) {
    vi.useRealTimers();
    const { site, target, cache } = await aPlace();
    await publish(target, OLD, { cache });
    isOver = true;
    const stopped = interruptedTarget(target, step, async () => {
      isOver = false;
      await publish(laterOn(target), OTHER, { cache: `${cache}2` });
      vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 300_000 });
    });
    const error: unknown = await publish(stopped, NEW, { cache }).catch(
      (thrown: unknown) => thrown,
    );
    if (isOver) break;
    if (error instanceof Error) expect(error).toBeInstanceOf(PublisherError);
    const found = readersSite(site);
    // It may have begun only after the other had ended.
    expect(found, `stopped before ${step}`).toEqual(found['feed.xml'] === 'a c' ? NEW : OTHER);
    if (found['feed.xml'] === 'a c') expect(step).toBeLessThan(2);
  }
  expect(step).toBeGreaterThan(15);
});

test('killed after its root, and the next killed as it begins: what was withdrawn goes all the same', async () => {
  for (let first = 17; first < 28; first += 1) {
    for (let second = 4; second < 10; second += 1) {
      const { site, target, cache } = await aPlace();
      await publish(target, OLD, { cache });
      await publish(dyingTarget(target, first), NEW, { cache }).catch(() => undefined);
      const third = { ...NEW, 'feed.xml': 'third' };
      await publish(dyingTarget(laterOn(target), second), third, { cache }).catch(() => undefined);
      await publish(laterOn(target), NEW, { cache });
      expect(readersSite(site), `${first}, ${second}`).toEqual(NEW);
    }
  }
});

changesByHand(aPlace, { old: OLD, now: NEW, left: 5 });

test('what was half written when a publication was killed goes with the next', async () => {
  const { site, target, cache, aside } = await aPlace();
  await publish(target, OLD, { cache });
  await publish(dyingTarget(target, 12), NEW, { cache }).catch(() => undefined);
  const half = '.0b9d4b5e-4a38-4c50-8d4e-3d1b1f3f2a10.tmp';
  const places = [join(site, half), join(site, 'tz/202601/b', half), join(aside, half)];
  for (const place of places) await writeFile(place, 'half');
  await publish(laterOn(target), NEW, { cache });
  expect(readersSite(site)).toEqual(NEW);
  expect(places.filter((place) => existsSync(place))).toEqual([]);
});

test('of several who create a file one does, and it is there as a whole', async () => {
  const { target, aside, cache } = await aPlace();
  await publish(target, OLD, { cache });
  const bytes = Buffer.alloc(2 ** 20);
  let met = Buffer.alloc(0);
  const looking = setInterval(() => {
    if (existsSync(join(aside, 'x'))) met = readFileSync(join(aside, 'x'));
  }, 0);
  const results = await Promise.all(
    Array.from({ length: 8 }, () => target.create('_private/x', bytes)),
  );
  clearInterval(looking);
  expect(results.filter(Boolean)).toHaveLength(1);
  expect([0, bytes.length]).toContain(met.length);
  expect(readdirSync(aside).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('what open pages need stays when a publication that sends everything is killed', async () => {
  const left: Site = { ...OLD, '_astro/1.css': 'css 1' };
  for (let step = 0; step < 30; step += 1) {
    const { site, target, cache } = await aPlace();
    await publish(target, left, { cache });
    await publish(target, NEW, { cache });
    const all = { cache, sendsAll: true };
    await publish(dyingTarget(target, step), left, all).catch(() => undefined);
    await publish(laterOn(target), NEW, { cache });
    expect(readersSite(site), `killed at ${step}`).toEqual({ ...NEW, '_astro/1.css': 'css 1' });
    await publish(target, left, { cache });
    expect(readersSite(site)).toEqual(left);
  }
});

test('a clock that is wrong by an hour takes nobody for dead', async () => {
  const { target, cache } = await aPlace();
  await publish(target, OLD, { cache });
  await publish(dyingTarget(target, 12), NEW, { cache }).catch(() => undefined);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 3_600_000 });
  await expect(publish(target, NEW, { cache })).rejects.toThrow(PublisherError);
});
