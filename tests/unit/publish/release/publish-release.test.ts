import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readState } from '../../../../src/publish/release/live-site.ts';
import { partCache } from '../../../../src/publish/release/part-cache.ts';
import { PublisherError } from '../../../../src/publish/release/publish-release.ts';
import { NoReleaseError, rollBack } from '../../../../src/publish/release/roll-back.ts';
import { folderTarget } from '../../../../src/publish/targets/folder-target.ts';
import { aFolderInMemory } from '../../../support/a-folder.ts';
import { dyingTarget, laterOn, publish, readersSite } from './a-target.ts';
import type { Site } from './a-target.ts';

const OLD: Site = {
  '_astro/page.1.css': 'css 1',
  'index.html': 'home: a b; _astro/page.1.css',
  'tz/202601/a/index.html': 'a; _astro/page.1.css',
  'tz/202601/b/index.html': 'b; _astro/page.1.css',
  'tz/202601/b/附件.docx': 'docx',
  'tz/index.html': 'list: a b',
  'feed.xml': 'a b',
};
/** b is withdrawn, c is new, the style sheet is another. */
const NEW: Site = {
  '_astro/page.2.css': 'css 2',
  'index.html': 'home: a c; _astro/page.2.css',
  'tz/202601/a/index.html': 'a; _astro/page.2.css',
  'tz/202602/c/index.html': 'c; _astro/page.2.css',
  'tz/index.html': 'list: a c',
  'feed.xml': 'a c',
};

async function aPlace() {
  const folder = await aFolderInMemory();
  const site = join(folder, 'site');
  const cache = join(folder, 'cache');
  return { site, cache, target: folderTarget(site) };
}

/** Hashed files of the release before stay for pages that are open. */
const withLeft = (site: Site, left: Site): Site =>
  Object.fromEntries(Object.entries({ ...left, ...site }).toSorted(([a], [b]) => (a < b ? -1 : 1)));
const LEFT_OF_OLD = { '_astro/page.1.css': 'css 1' };
const LEFT_OF_NEW = { '_astro/page.2.css': 'css 2' };

test('a site is there, then another one, and nothing but hashed files stays of the first', async () => {
  const { site, target, cache } = await aPlace();
  await publish(target, OLD, { cache });
  expect(readersSite(site)).toEqual(withLeft(OLD, {}));
  await publish(target, NEW, { cache });
  expect(readersSite(site)).toEqual(withLeft(NEW, LEFT_OF_OLD));
  expect(existsSync(join(site, 'tz/202601/b'))).toBe(false);
});

test('what did not change costs two reads', async () => {
  const { target, site, cache } = await aPlace();
  await publish(target, OLD, { cache });
  const again = folderTarget(site);
  expect(await publish(again, OLD, { cache })).toBeUndefined();
  expect(again.requests).toBe(2);
});

test('without the copies of what is live it is read from the target', async () => {
  const { target, site, cache } = await aPlace();
  await publish(target, OLD, { cache });
  await publish(target, NEW, { cache: join(cache, 'other') });
  expect(readersSite(site)).toEqual(withLeft(NEW, LEFT_OF_OLD));
});

describe('going back', () => {
  test('gives the bytes that were there', async () => {
    const { target, site, cache } = await aPlace();
    const parts = partCache(cache, target);
    await publish(target, OLD, { cache });
    await publish(target, NEW, { cache });
    const { plan } = await rollBack(target, parts, undefined);
    expect(readersSite(site)).toEqual(withLeft(OLD, LEFT_OF_NEW));
    expect(plan?.root.sequence).toBe(3);
    await rollBack(target, parts, 2);
    expect(readersSite(site)).toEqual(withLeft(NEW, LEFT_OF_OLD));
    await rollBack(target, parts, 1);
    expect(readersSite(site)).toEqual(withLeft(OLD, LEFT_OF_NEW));
    const { live } = await readState(target, parts.read);
    expect(live?.root).toMatchObject({ sequence: 5, again: 1 });
  });

  test('says which releases there are', async () => {
    const { target, cache } = await aPlace();
    const parts = partCache(cache, target);
    await expect(rollBack(target, parts, undefined)).rejects.toThrow(NoReleaseError);
    await publish(target, OLD, { cache });
    await publish(target, NEW, { cache });
    await expect(rollBack(target, parts, 7)).rejects.toMatchObject({ sequences: [1] });
  });
});

/** Whether readers find all that a page names: what it loads, and the articles that it lists. */
function expectWhole(site: string): void {
  const there = readersSite(site);
  for (const [path, text] of Object.entries(there)) {
    const [, loaded] = /(_astro\/\S+)/.exec(text) ?? [];
    if (loaded) expect(Object.keys(there), path).toContain(loaded);
    const [, listed = ''] = /^(?:home|list):([ a-c]*)/.exec(text) ?? [];
    for (const name of listed.trim().split(' ').filter(Boolean)) {
      const page = new RegExp(`/${name}/index.html$`);
      expect(
        Object.keys(there).some((other) => page.test(other)),
        `${path} lists ${name}`,
      ).toBe(true);
    }
  }
}

describe.for([
  ['the old site', OLD, LEFT_OF_NEW],
  ['the new one', NEW, LEFT_OF_OLD],
] as const)('killed at any request, then %s', ([, next, left]) => {
  test('no file is wrong, and no reader meets half of a site', async () => {
    let step = 0;
    for (let isOver = false; !isOver && step < 80; step += 1) {
      const { site, target, cache } = await aPlace();
      await publish(target, OLD, { cache });
      const dying = dyingTarget(target, step, () => expectWhole(site));
      isOver = await publish(dying, NEW, { cache }).then(
        () => true,
        () => false,
      );
      await publish(laterOn(target), next, { cache });
      expectWhole(site);
      const found = readersSite(site);
      // What a killed publication brought under a hashed name may stay.
      expect(withLeft(found, left), `killed at ${step}`).toEqual(withLeft(next, left));
      expect(await readState(target, partCache(cache, target).read)).toMatchObject({
        found: undefined,
      });
      const { live } = await readState(target, partCache(cache, target).read);
      if (live?.root.sequence !== 1) await rollBack(target, partCache(cache, target), 1);
      expect(withLeft(readersSite(site), LEFT_OF_NEW), `back after ${step}`).toEqual(
        withLeft(OLD, LEFT_OF_NEW),
      );
    }
    expect(step).toBeGreaterThan(15);
  });
});

test('killed, and the next one killed too', async () => {
  for (let first = 4; first < 24; first += 3) {
    for (let second = 3; second < 30; second += 4) {
      const { site, target, cache } = await aPlace();
      await publish(target, OLD, { cache });
      await publish(dyingTarget(target, first), NEW, { cache }).catch(() => undefined);
      await publish(
        dyingTarget(laterOn(target), second),
        { ...NEW, 'feed.xml': 'third' },
        { cache },
      ).catch(() => undefined);
      await publish(laterOn(target), OLD, { cache });
      const found = withLeft(readersSite(site), LEFT_OF_NEW);
      expect(found, `${first}, ${second}`).toEqual(withLeft(OLD, LEFT_OF_NEW));
    }
  }
});

test('a rollback that is killed at any request is finished or taken back', async () => {
  for (let step = 0; step < 40; step += 1) {
    const { site, target, cache } = await aPlace();
    const parts = partCache(cache, target);
    await publish(target, OLD, { cache });
    await publish(target, NEW, { cache });
    await rollBack(
      dyingTarget(target, step, () => expectWhole(site)),
      parts,
      1,
    ).catch(() => undefined);
    const [next, left] = step % 2 === 0 ? [NEW, LEFT_OF_OLD] : [OLD, LEFT_OF_NEW];
    await publish(laterOn(target), next, { cache });
    expect(withLeft(readersSite(site), left), `killed at ${step}`).toEqual(withLeft(next, left));
  }
});

describe('two publishers', () => {
  test('the second is told who the first is', async () => {
    const { target, cache, site } = await aPlace();
    await publish(target, OLD, { cache });
    await publish(dyingTarget(target, 12), NEW, { cache }).catch(() => undefined);
    const error: unknown = await publish(target, NEW, { cache }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PublisherError);
    expect((error as PublisherError).who).toMatch(/@/);
    expectWhole(site);
  });

  test('of two at once one wins', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { site, target, cache } = await aPlace();
      await publish(target, OLD, { cache });
      const other = { ...NEW, 'feed.xml': 'other' };
      const results = await Promise.allSettled([
        publish(target, NEW, { cache }),
        publish(folderTarget(site), other, { cache: join(cache, 'other') }),
      ]);
      const won = results.filter(({ status }) => status === 'fulfilled');
      const lost = results.filter((result) => result.status === 'rejected');
      for (const { reason } of lost) expect(reason).toBeInstanceOf(PublisherError);
      const found = readersSite(site);
      if (won.length === 1) {
        const wanted = results[0]?.status === 'fulfilled' ? NEW : other;
        expect(found).toEqual(withLeft(wanted, LEFT_OF_OLD));
      }
      // Where both won, they did so one after the other.
      expectWhole(site);
    }
  });
});
