import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSite } from '../../../src/build/build-site.ts';
import { describeFailure } from '../../../src/build/describe-failure.ts';
import { LOCK } from '../../../src/system/lock.ts';
import { CACHE, PROJECT } from '../../../src/system/project.ts';
import { siteOptions } from '../../../src/output/options.ts';
import { MARK, RefusedFolderError, refuseForeignFolder } from '../../../src/output/out-folder.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';

const progress = { say: () => undefined, count: () => () => undefined };

/** A bureau's folder, and the folders in it. */
async function aBureau() {
  const folder = await aFolder({
    'content/site.yaml': '',
    'public/logo.svg': '',
    'photos/1.jpg': '珍贵',
    'built/index.html': '',
    [`built/${MARK}`]: '',
    'a-file': '珍贵',
  });
  return { folder, at: (name: string) => join(folder, name) };
}

const reasonFor = (folder: string, out: string): Promise<string> =>
  refuseForeignFolder(
    siteOptions({ content: join(folder, 'content'), public: join(folder, 'public'), out }),
  ).then(
    () => 'accepted',
    (error: unknown) => (error instanceof RefusedFolderError ? error.reason : String(error)),
  );

describe('a folder is refused', () => {
  it.each([
    ['that holds other things', 'photos', 'foreign'],
    ['in whose place a file is', 'a-file', 'file'],
    ['that would be below a file', 'a-file/dist', 'file'],
    ['that is the content', 'content', 'precious'],
    ['inside the content, there or not', 'content/articles/dist', 'source'],
    ['inside the public files', 'public/dist', 'source'],
    ['that holds the content, though it was once built into', '.', 'precious'],
  ])('%s', async (_, out, reason) => {
    const { folder, at } = await aBureau();
    await writeFile(at(MARK), '');
    expect(await reasonFor(folder, at(out))).toBe(reason);
  });

  it.each([
    ['the root of the disk', '/'],
    ['the home of the user', homedir()],
    ['what holds the home', dirname(homedir())],
    ['the project', PROJECT],
    ['the cache', CACHE],
  ])('that is %s', async (_, out) => {
    expect(await reasonFor(await aFolder({ 'content/site.yaml': '' }), out)).toBe('precious');
  });

  it.each(['sites', 'renderer/x', 'dist', 'sites/new/dist'])(
    'that is %s of the cache',
    async (out) => {
      const { folder } = await aBureau();
      expect(await reasonFor(folder, join(CACHE, out))).toBe('cache');
    },
  );

  it.each(['src', 'src/new', 'node_modules/x', 'tests/dist', '.git/dist'])(
    'that is %s of the program',
    async (out) => {
      const { folder } = await aBureau();
      expect(await reasonFor(folder, join(PROJECT, out))).toBe('source');
    },
  );

  it.each([
    ['to other things', 'photos', '', 'foreign'],
    ['to nothing', 'nowhere', '', 'dead-link'],
    ['to a file', 'a-file', '', 'file'],
    ['into the content', 'content', 'dist', 'source'],
    ['to what holds the content', '.', '', 'precious'],
    ['to itself', 'link', '', 'dead-link'],
  ])('that is a link %s', async (_, target, below, reason) => {
    const { folder, at } = await aBureau();
    await symlink(at(target), at('link'));
    expect(await reasonFor(folder, join(at('link'), below))).toBe(reason);
  });

  it('whose mark is a link or a folder: no build makes such', async () => {
    const { folder, at } = await aBureau();
    await symlink(at('a-file'), at(`photos/${MARK}`));
    expect(await reasonFor(folder, at('photos'))).toBe('foreign');
    await rm(at(`photos/${MARK}`));
    await mkdir(at(`photos/${MARK}`));
    expect(await reasonFor(folder, at('photos'))).toBe('foreign');
  });
});

describe('a folder is accepted', () => {
  it.each([
    ['that is not there', 'new/dist'],
    ['that a build wrote', 'built'],
  ])('%s', async (_, out) => {
    const { folder, at } = await aBureau();
    expect(await reasonFor(folder, at(out))).toBe('accepted');
  });

  it('that is a link to one, or empty but for what a killed build and git leave', async () => {
    const { folder, at } = await aBureau();
    await symlink(at('built'), at('link'));
    expect(await reasonFor(folder, at('link'))).toBe('accepted');
    await mkdir(at('empty/.git'), { recursive: true });
    await writeFile(at(`empty/${LOCK}`), '');
    await writeFile(at(`empty/${LOCK}.pid`), '');
    expect(await reasonFor(folder, at('empty'))).toBe('accepted');
  });

  it('that a benchmark keeps in the cache', async () => {
    const { folder } = await aBureau();
    expect(await reasonFor(folder, join(CACHE, 'bench/no-such/dist'))).toBe('accepted');
  });

  it('that is beside one whose name begins alike', async () => {
    const { folder, at } = await aBureau();
    expect(await reasonFor(folder, at('content-dist'))).toBe('accepted');
    expect(await reasonFor(folder, at('..dist'))).toBe('accepted');
  });
});

it('whoever asks for a build, a foreign folder is left as it was', async () => {
  const { folder, at } = await aBureau();
  const site = siteOptions({ content: at('content'), public: at('public'), out: at('photos') });
  const failed = await buildSite(site, progress).catch((error: unknown) => error);
  expect(failed).toBeInstanceOf(RefusedFolderError);
  expect(describeFailure(failed, site)).toEqual({
    kind: 'wrong use',
    message: `${at('photos')} 里有别的文件，不是本程序生成的文件夹。生成时会清空它，所以没有动手：请换一个 --out，或先自己清空它。`,
  });
  expect(await everythingIn(at('photos'))).toEqual(['1.jpg']);
  expect(await readFile(at('photos/1.jpg'), 'utf8')).toBe('珍贵');
  expect(await everythingIn(folder)).not.toContain('dist/');
});
