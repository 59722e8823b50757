/** Going back over a withdrawal or a correction. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ManifestError } from '../../../../src/publish/manifest/manifest-tree.ts';
import { readState } from '../../../../src/publish/release/live-site.ts';
import { NO_NOTICES, noticesText, readNotices } from '../../../../src/publish/release/notices.ts';
import type { Notices } from '../../../../src/publish/release/notices.ts';
import { partCache } from '../../../../src/publish/release/part-cache.ts';
import { rollBack, TakenBackError } from '../../../../src/publish/release/roll-back.ts';
import { FOLDER } from '../../../../src/publish/release/root.ts';
import { folderTarget } from '../../../../src/publish/targets/folder-target.ts';
import { aFolderInMemory } from '../../../support/a-folder.ts';
import { namesBelow, publish, readersSite } from './a-target.ts';

const A = '20260105-a';
const B = '20260106-b';
const page = (id: string): string => `xwzx/tz/202601/${id}/index.html`;
const said = (withdrawn: string[], corrected: [string, number][] = []): Notices => ({
  withdrawn: new Set(withdrawn),
  corrected: new Map(corrected),
});

async function aPlace() {
  const folder = await aFolderInMemory();
  const place = join(folder, 'site');
  const cache = join(folder, 'cache');
  const target = folderTarget(place);
  return { place, cache, target, parts: partCache(cache, target) };
}

describe('going back', () => {
  test('over a withdrawal or a correction is refused, and both are named', async () => {
    const { place, cache, target, parts } = await aPlace();
    const first = { 'index.html': '1', [page(A)]: 'name', [page(B)]: '3 November' };
    const third = { 'index.html': '3', [page(A)]: 'withdrawn', [page(B)]: '4 November' };
    await publish(target, first, { cache, notices: NO_NOTICES });
    await publish(target, { ...first, 'index.html': '2' }, { cache, notices: NO_NOTICES });
    await publish(target, third, { cache, notices: said([A], [[B, 1]]) });
    const refused: unknown = await rollBack(target, parts, undefined).catch(
      (thrown: unknown) => thrown,
    );
    expect(refused).toBeInstanceOf(TakenBackError);
    expect((refused as TakenBackError).pages).toEqual({
      withdrawn: [page(A)],
      corrected: [page(B)],
    });
    expect(readersSite(place)).toEqual(third);
    await rollBack(target, parts, 1, { republishes: true });
    expect(readersSite(place)).toEqual(first);
    // Withdrawn again by going back to where it was.
    await rollBack(target, parts, 3);
    expect(readersSite(place)).toEqual(third);
  });

  test('to a release in which it was withdrawn already, or was not there, is not', async () => {
    const { place, cache, target, parts } = await aPlace();
    await publish(target, { 'index.html': '1' }, { cache, notices: NO_NOTICES });
    const second = { 'index.html': '2', [page(A)]: 'withdrawn' };
    await publish(target, second, { cache, notices: said([A]) });
    await publish(
      target,
      { ...second, 'index.html': '3' },
      { cache, notices: said([A], [[B, 2]]) },
    );
    await rollBack(target, parts, 2);
    expect(readersSite(place)).toEqual(second);
    await rollBack(target, parts, 1);
    expect(readersSite(place)).toEqual({ 'index.html': '1' });
  });

  test('only looks where it is told so', async () => {
    const { place, cache, target, parts } = await aPlace();
    await publish(target, { 'index.html': '1' }, { cache });
    await publish(target, { 'index.html': '2' }, { cache });
    const { to, plan } = await rollBack(target, parts, undefined, { isDry: true });
    expect([to.sequence, plan?.put.map(({ path }) => path)]).toEqual([1, ['index.html']]);
    expect(readersSite(place)).toEqual({ 'index.html': '2' });
    expect((await readState(target, parts.read)).live?.root.sequence).toBe(2);
  });
});

test('its text is kept as long as a release names it, and written once', async () => {
  const { place, cache, target, parts } = await aPlace();
  const day = 86_400_000;
  for (let at = 0; at < 30; at += 1) {
    const notices = at < 3 ? said([A]) : said([A, B]);
    const now = new Date(at * 10 * day);
    await publish(target, { 'index.html': `${at}` }, { cache, now, notices });
    const { live } = await readState(target, parts.read);
    const wanted = [live?.root, ...(live?.history ?? [])].flatMap((each) => each?.notices ?? []);
    const names = namesBelow(join(place, FOLDER));
    for (const name of wanted) expect(names).toContain(`${name}.txt`);
    // Twenty releases are kept besides the one that is live.
    expect(new Set(wanted).size).toBe(at < 3 || at >= 23 ? 1 : 2);
  }
  const texts = namesBelow(join(place, FOLDER)).filter((name) => name.endsWith('.txt'));
  const { live } = await readState(target, parts.read);
  const needs = (live?.history ?? []).map((each) => `${each.needs}.txt`);
  const own = [live?.root.notices, live?.root.history].map((name) => `${name}.txt`);
  expect(own.every((name) => texts.includes(name))).toBe(true);
  // A leaf for each release, what each needs, the history, the notices.
  expect(texts).toHaveLength(21 + new Set(needs).size + 2);
});

test('a text is read as it was written, and nothing else is one', () => {
  const notices = said([B, A], [[A, 12]]);
  expect(readNotices(noticesText(notices))).toEqual(notices);
  expect(noticesText(notices)).toBe(noticesText(said([A, B], [[A, 12]])));
  expect(readNotices('')).toEqual(NO_NOTICES);
  for (const text of ['withdrawn ../a\n', 'corrected a\n', 'corrected a -1\n', 'anything\n']) {
    expect(() => readNotices(text)).toThrow(ManifestError);
  }
});
