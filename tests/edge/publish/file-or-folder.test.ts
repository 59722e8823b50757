/** What is a file in one release and a folder in the next, where it is not this machine that writes. */
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { partCache } from '../../../src/publish/release/part-cache.ts';
import { rollBack } from '../../../src/publish/release/roll-back.ts';
import { folderTarget } from '../../../src/publish/targets/folder-target.ts';
import type { Target } from '../../../src/publish/targets/target.ts';
import { aFolderInMemory } from '../../support/a-folder.ts';
import { anSshd, withoutSshd } from '../../support/an-sshd.ts';
import { seededRandom } from '../../support/random.ts';
import { publish, readersSite } from '../../unit/publish/release/a-target.ts';
import type { Site } from '../../unit/publish/release/a-target.ts';
import { someTree } from '../../unit/publish/release/trees.ts';
import { anObjectStore } from './an-object-store.ts';

/** @param look asserts that a site is there, and nothing that only the other one has */
async function thereAndBack(
  target: Target,
  seed: number,
  look: (site: Site, other: Site) => Promise<void>,
): Promise<void> {
  const cache = join(await aFolderInMemory(), 'cache');
  const random = seededRandom(seed);
  const sites: Site[] = [];
  for (let round = 0; round < 8; round += 1) {
    const site = someTree(random);
    if (!(await publish(target, site, { cache }))) continue;
    await look(site, sites.at(-1) ?? {});
    sites.push(site);
  }
  expect(sites.length).toBeGreaterThan(3);
  for (const [at, site] of sites.entries()) {
    await rollBack(target, partCache(cache, target), at + 1);
    await look(site, sites.at(at - 1) ?? {});
  }
}

test('in object storage', async () => {
  const store = await anObjectStore();
  await thereAndBack(store.target(), 3, async (site, other) => {
    for (const path of new Set([...Object.keys(site), ...Object.keys(other)])) {
      const answer = await store.get(`www/${path}`);
      expect([answer.status, site[path] && (await answer.text())], path).toEqual(
        path in site ? [200, site[path]] : [404, undefined],
      );
    }
  });
});

const title = withoutSshd === '' ? 'over SSH' : `over SSH, not tested: ${withoutSshd}`;
describe.skipIf(withoutSshd !== '')(title, () => {
  test('in a folder of another machine', async () => {
    const server = await anSshd();
    onTestFinished(() => server.stop());
    const place = join(await aFolderInMemory(), 'site');
    await thereAndBack(folderTarget(place, 'a', server.disk()), 5, (site) => {
      const paths = Object.entries(site).toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect(readersSite(place)).toEqual(Object.fromEntries(paths));
      return Promise.resolve();
    });
  });
});
