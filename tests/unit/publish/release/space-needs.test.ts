import { join } from 'node:path';
import { expect, test } from 'vitest';
import { needsOf, readState } from '../../../../src/publish/release/live-site.ts';
import { partCache } from '../../../../src/publish/release/part-cache.ts';
import { planRelease } from '../../../../src/publish/release/plan.ts';
import { spaceNeeds } from '../../../../src/publish/release/space-needs.ts';
import { folderTarget } from '../../../../src/publish/targets/folder-target.ts';
import { aFolderInMemory } from '../../../support/a-folder.ts';
import { dyingTarget, filesOf, laterOn, publish } from './a-target.ts';
import type { Site } from './a-target.ts';

const OLD: Site = {
  'index.html': '12345',
  'a.html': '123',
  'gone.html': '1',
  '_astro/1.css': '12',
};
const NEW: Site = {
  'index.html': '1234567',
  'a.html': '123',
  'new.html': '1234',
  '_astro/2.css': '',
};

async function needs(killedAt?: number, sendsAll = false) {
  const folder = await aFolderInMemory();
  const cache = join(folder, 'cache');
  const target = folderTarget(join(folder, 'site'));
  await publish(target, OLD, { cache });
  if (killedAt !== undefined) {
    await publish(dyingTarget(target, killedAt), NEW, { cache }).catch(() => undefined);
  }
  const parts = partCache(cache, target);
  const state = await readState(laterOn(target), parts.read);
  const files = filesOf(NEW);
  const release = { site: 'https://a.example/', commit: '', engine: 'e', aside: '', files };
  const read = (past: Parameters<typeof needsOf>[0]) => needsOf(past, parts.read);
  const plan = await planRelease(release, state, read, new Date(), { sendsAll });
  return plan && spaceNeeds(plan, files, state);
}

test('counts what comes, what it replaces and what is kept', async () => {
  const wanted = { put: 7 + 4, replaced: 5, keptOfReplaced: 5, aside: 5 + 1, files: 2 };
  expect(await needs()).toEqual(wanted);
});

test('sent again, a file takes its own place', async () => {
  expect(await needs(undefined, true)).toMatchObject({ put: 14, replaced: 8, keptOfReplaced: 5 });
});

test('what may be there already, since a publication was killed, is not counted', async () => {
  const { put = 0, files = 0 } = (await needs(15)) ?? {};
  // Files of hashed names are not in doubt.
  expect([put, files]).toEqual([0, 0]);
});
