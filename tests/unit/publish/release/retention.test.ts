/** Sites published for months: what is kept is what is needed to go back, and nothing else. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ledgerParts } from '../../../../src/publish/ledger/ledger-parts.ts';
import type { LedgerParts } from '../../../../src/publish/ledger/ledger-parts.ts';
import { manifestTree } from '../../../../src/publish/manifest/manifest-tree.ts';
import { needsOf, readState } from '../../../../src/publish/release/live-site.ts';
import { isHashed } from '../../../../src/publish/release/order.ts';
import { partCache } from '../../../../src/publish/release/part-cache.ts';
import { KEPT_FOR_DAYS, KEPT_RELEASES } from '../../../../src/publish/release/retention.ts';
import { rollBack } from '../../../../src/publish/release/roll-back.ts';
import { FOLDER } from '../../../../src/publish/release/root.ts';
import { folderTarget } from '../../../../src/publish/targets/folder-target.ts';
import type { LedgerLine } from '../../../../src/site/ledger/ledger-line.ts';
import { aFolderInMemory } from '../../../support/a-folder.ts';
import { seededRandom } from '../../../support/random.ts';
import type { Random } from '../../../support/random.ts';
import { filesOf, namesBelow, publish, readersSite } from './a-target.ts';
import type { Site } from './a-target.ts';

const DAY_MS = 86_400_000;

/** A hashed file is called by what is in it. */
function someSite(random: Random): Site {
  const pages = Array.from({ length: 6 }, (_, at) => `tz/20260${at + 1}/x/index.html`);
  const hashed = Array.from({ length: 5 }, (_, at) => [`_images/${at}.png`, `picture ${at}`]);
  const kept = <Item>(items: readonly Item[]) => items.filter(() => random.next() < 0.6);
  return Object.fromEntries([
    ['index.html', `home ${random.between(1, 3)}`],
    ...kept(pages).map((path) => [path, `text ${random.between(1, 3)}`]),
    ...kept(hashed),
  ]) as Site;
}

/** `npm run test:faults` takes more. */
const HISTORIES = Number(process.env['PUBLISH_HISTORIES'] ?? 6);

test.for(Array.from({ length: HISTORIES }, (_, at) => at + 1))('history %i', async (seed) => {
  const random = seededRandom(seed);
  const folder = await aFolderInMemory();
  const place = join(folder, 'site');
  const cache = join(folder, 'cache');
  const target = folderTarget(place);
  const releases = new Map<number, { site: Site; ledger: LedgerParts; until: number }>();
  const everPublished = new Set<string>();
  let sequence = 0;
  let time = Date.parse('2026-01-01T00:00:00Z');
  for (let round = 0; round < 45; round += 1) {
    time += random.between(0, 2) * random.between(0, DAY_MS);
    const site = someSite(random);
    for (const path of Object.keys(site)) if (!isHashed(path)) everPublished.add(`/${path}`);
    const ledger = ledgerParts(linesOf(everPublished));
    const plan = await publish(target, site, { cache, now: new Date(time), ledger });
    if (!plan) continue;
    const before = releases.get(sequence);
    if (before) before.until = time;
    ({ sequence } = plan.root);
    releases.set(sequence, { site, ledger, until: Number.POSITIVE_INFINITY });

    const { live } = await readState(target, partCache(cache, target).read);
    const history = live?.history ?? [];
    const young = [...releases].filter(([, { until }]) => time - until <= KEPT_FOR_DAYS * DAY_MS);
    const inReach = [...releases.keys()].filter((each) => each !== sequence).slice(-KEPT_RELEASES);
    const wanted = new Set([...inReach, ...young.map(([each]) => each)]);
    wanted.delete(sequence);
    expect(history.map((each) => each.sequence)).toEqual([...wanted].toSorted((a, b) => a - b));

    expect(live?.ledger.lines).toEqual(linesOf(everPublished));

    // Pages that are open find their files.
    const there = readersSite(place);
    const expected = new Set(Object.keys(site));
    for (const [, each] of young)
      for (const path of Object.keys(each.site)) if (isHashed(path)) expected.add(path);
    expect(Object.keys(there).toSorted()).toEqual([...expected].toSorted());

    // Nothing is kept that no release needs.
    const own = [...manifestTree(filesOf(site)).parts.keys(), ...ledger.texts.keys()];
    const parts = new Set([...own, live?.root.history]);
    const asides = new Set<string>();
    for (const past of history) {
      const release = releases.get(past.sequence);
      for (const part of manifestTree(filesOf(release?.site ?? {})).parts.keys()) parts.add(part);
      for (const part of release?.ledger.texts.keys() ?? []) parts.add(part);
      parts.add(past.needs);
      const needs = await needsOf(past, partCache(cache, target).read);
      for (const sha256 of needs.aside) asides.add(sha256);
    }
    const texts = namesBelow(join(place, FOLDER)).filter((name) => name.endsWith('.txt'));
    const known = new Set([...parts].map((part) => `${part}.txt`));
    expect(texts.filter((name) => !known.has(name))).toEqual([]);
    const aside = existsSync(`${place}.aside`) ? namesBelow(`${place}.aside`) : [];
    expect(aside.filter((name) => !asides.has(name))).toEqual([]);
  }
  // Every release that is said to be there can be gone back to; today, when those that were young are old.
  const { live } = await readState(target, partCache(cache, target).read);
  for (const { sequence: past } of live?.history.slice(-KEPT_RELEASES) ?? []) {
    await rollBack(target, partCache(cache, target), past);
    const { site = {} } = releases.get(past) ?? {};
    const found = readersSite(place);
    for (const [path, text] of Object.entries(site))
      expect(found[path], `${past} ${path}`).toBe(text);
    for (const path of Object.keys(found))
      if (!isHashed(path)) expect(site, path).toHaveProperty([path]);
  }
  // Who goes back owes the addresses all the same.
  const after = await readState(target, partCache(cache, target).read);
  expect(after.live?.ledger.lines).toEqual(linesOf(everPublished));
});

function linesOf(addresses: ReadonlySet<string>): LedgerLine[] {
  return [...addresses].toSorted().map((address) => ({ address, owner: 'file', mark: '' }));
}

test('what was withdrawn leaves at once, whichever release it is of, and can be gone back to', async () => {
  const folder = await aFolderInMemory();
  const place = join(folder, 'site');
  const cache = join(folder, 'cache');
  const target = folderTarget(place);
  const first = { 'index.html': '1', '_images/old.png': 'old', 'pagefind/texts/a': 'name' };
  const second = { 'index.html': '2', '_images/new.png': 'new', 'pagefind/texts/b': 'name' };
  const third = { 'index.html': '3', 'pagefind/texts/c': '' };
  await publish(target, first, { cache });
  await publish(target, second, { cache });
  expect(Object.keys(readersSite(place))).toContain('_images/old.png');
  await publish(target, third, { cache, forgets: true });
  expect(readersSite(place)).toEqual(third);
  await rollBack(target, partCache(cache, target), 1);
  expect(readersSite(place)).toMatchObject(first);
  await rollBack(target, partCache(cache, target), 2);
  expect(readersSite(place)).toMatchObject(second);
});
