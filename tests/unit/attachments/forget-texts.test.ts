import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { attachmentText, keptName } from '../../../src/attachments/attachment-text.ts';
import { forgetTexts } from '../../../src/attachments/forget-texts.ts';
import { aFolder } from '../../support/a-folder.ts';

const DAY_MS = 86_400_000;
const name = (digest: string): string => keptName('/a/附件.docx', digest, '1');

/** A cache with the texts of these files, read so many days ago. */
async function aCache(days: number, digests: readonly string[]): Promise<string> {
  const cacheFolder = await aFolder();
  const reader = { read: async () => ({ text: '节能' }) };
  for (const digest of digests) {
    await attachmentText('/a/附件.docx', digest, { reader, version: '1', cacheFolder });
    const time = new Date(Date.now() - days * DAY_MS);
    await utimes(join(cacheFolder, 'attachments', name(digest)), time, time);
  }
  return cacheFolder;
}

const kept = async (cache: string): Promise<string[]> =>
  (await readdir(join(cache, 'attachments')))
    .filter((each) => /^[0-9a-f]{24}/.test(each))
    .toSorted();

it('a text goes when no build had its attachment for thirty days', async () => {
  const cache = await aCache(40, ['a', 'b']);
  const now = Date.now();
  expect(await forgetTexts(cache, [name('a')], new Date(now))).toBe(1);
  expect(await kept(cache)).toEqual([name('a')]);
  // The file of uses has the time of the disk, a day is told apart from that.
  expect(await forgetTexts(cache, [], new Date(now + 20 * DAY_MS))).toBe(0);
  expect(await forgetTexts(cache, [], new Date(now + 40 * DAY_MS))).toBe(1);
  expect(await kept(cache)).toEqual([]);
});

it('a text that was just read stays, and a day is looked at once', async () => {
  const fresh = await aCache(3, ['a']);
  expect(await forgetTexts(fresh, [], new Date())).toBe(0);
  expect(await kept(fresh)).toEqual([name('a')]);
  const cache = await aCache(40, ['a']);
  expect(await forgetTexts(cache, [name('a')], new Date())).toBe(0);
  expect(await forgetTexts(cache, [], new Date())).toBe(0);
  expect(await kept(cache)).toEqual([name('a')]);
});

it('a site without attachments keeps nothing', async () => {
  const cache = await aFolder();
  expect(await forgetTexts(cache, [], new Date())).toBe(0);
  expect(await readdir(cache)).toEqual([]);
});
