import { rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isUpToDate, rememberBuild } from '../../../src/build/last-build.ts';
import { siteCache } from '../../../src/build/options.ts';
import type { SiteOptions } from '../../../src/build/options.ts';
import { aFolder, writeFiles } from '../../support/a-folder.ts';
import { anArticle } from '../../support/a-site.ts';

/** A site whose build is remembered at that time. */
async function aBuiltSite(
  articles = [anArticle()],
  unpublished: Parameters<typeof rememberBuild>[2] = [],
): Promise<SiteOptions & { folder: string }> {
  const folder = await aFolder({
    'content/site.yaml': 'name: 示例局',
    'content/articles/2026/20260305-a.md': '',
    'public/emblem.svg': '',
    'dist/index.html': '',
    'dist/a/index.html': '',
  });
  const options = {
    roots: { content: join(folder, 'content'), public: join(folder, 'public') },
    out: join(folder, 'dist'),
    now: '2026-03-05 10:30',
  };
  onTestFinished(() => rm(siteCache(options.roots), { recursive: true, force: true }));
  await rememberBuild(options, articles, unpublished);
  return { ...options, folder };
}

describe('a build is up to date', () => {
  it('when nothing has changed', async () => {
    const site = await aBuiltSite();
    expect(await isUpToDate(site)).toBe(true);
    expect(await isUpToDate({ ...site, now: '2036-03-05 10:30' })).toBe(true);
  });

  it('when content/ is touched and put back', async () => {
    const site = await aBuiltSite();
    const path = join(site.folder, 'content/new.md');
    await writeFile(path, '');
    await rm(path);
    expect(await isUpToDate(site)).toBe(true);
  });
});

describe('a build is not up to date', () => {
  it.each([
    ['an article is edited', { 'content/articles/2026/20260305-a.md': '正文' }],
    ['an article is added', { 'content/articles/2026/20260305-b.md': '' }],
    ['a file of public/ is exchanged', { 'public/emblem.svg': '<svg/>' }],
    ['a page of dist/ is edited', { 'dist/a/index.html': '别的' }],
    ['something is added to dist/', { 'dist/b.html': '' }],
  ])('when %s', async (_, change) => {
    const site = await aBuiltSite();
    await writeFiles(site.folder, change);
    expect(await isUpToDate(site)).toBe(false);
  });

  it.each(['content/articles', 'public/emblem.svg', 'dist/a', 'dist'])(
    'when %s is removed',
    async (path) => {
      const site = await aBuiltSite();
      await rm(join(site.folder, path), { recursive: true });
      expect(await isUpToDate(site)).toBe(false);
    },
  );

  it('when a file of the same size has another time', async () => {
    const site = await aBuiltSite();
    await utimes(join(site.folder, 'content/site.yaml'), 0, 0);
    expect(await isUpToDate(site)).toBe(false);
  });

  it('when it was written into another folder', async () => {
    const site = await aBuiltSite();
    expect(await isUpToDate({ ...site, out: join(site.folder, 'other') })).toBe(false);
  });

  it('when there was none', async () => {
    const folder = await aFolder();
    const roots = { content: join(folder, 'content'), public: join(folder, 'public') };
    expect(await isUpToDate({ roots, out: folder, now: '2026-03-05 10:30' })).toBe(false);
  });

  it('when what is remembered was cut off by a crash', async () => {
    const site = await aBuiltSite();
    await writeFile(join(siteCache(site.roots), 'last-build.json'), '{"inputs":"ab');
    expect(await isUpToDate(site)).toBe(false);
  });
});

describe('a build serves until', () => {
  const future = anArticle({ id: '20260310-a', date: '2026-03-10 09:00' });
  const draft = anArticle({ id: '20260306-a', date: '2026-03-06' });

  it.each([
    ['the next article appears', [anArticle()], '2026-03-10 08:59', '2026-03-10 09:00'],
    ['one expires', [anArticle({ expires: '2026-03-08' })], '2026-03-07 23:59', '2026-03-08 00:00'],
  ])('%s', async (_, articles, before, after) => {
    const site = await aBuiltSite(articles, [
      { article: draft, reason: 'draft' },
      { article: future, reason: 'future' },
    ]);
    expect(await isUpToDate({ ...site, now: before })).toBe(true);
    expect(await isUpToDate({ ...site, now: after })).toBe(false);
  });
});
