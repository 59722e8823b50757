import { readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { collectArtifacts } from '../../../src/output/artifacts.ts';
import type { Artifact } from '../../../src/output/artifacts.ts';
import { changedArtifacts, makeFiles } from '../../../src/build/make-artifacts.ts';
import { publishedSize } from '../../../src/images/clean/clean-pieces.ts';
import { createOutput } from '../../../src/output/output.ts';
import type { Output } from '../../../src/output/output.ts';
import type { BuiltFiles } from '../../../src/output/build-record.ts';
import { aPictureStore } from '../../support/a-picture-store.ts';
import { digestFile, digestOf } from '../../../src/system/file-digest.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';
import { aPhoto } from '../images/sample-pictures.ts';

/** The files of a build before, which were made of these. */
function built(keys: Readonly<Record<string, string>>): BuiltFiles {
  return new Map(Object.entries(keys).map(([path, key]) => [path, [key, '', 0]]));
}

const text = (path: string, key: string, content = ''): Artifact => ({
  kind: 'text',
  path,
  key,
  text: content,
});

const making = (folder: string, output: Output, mend = async () => undefined as void) => ({
  renditions: aPictureStore(join(folder, 'cache')),
  output,
  progress: { say: () => undefined, count: () => () => undefined },
  mend,
});

it('what has a new key, or none, is made', () => {
  const artifacts = collectArtifacts([
    [text('same', '1'), text('changed', '2'), text('new', '1'), text('always', '')],
  ]);
  const last = built({ same: '1', changed: '1', always: '', gone: '1' });
  expect(changedArtifacts(artifacts, last).map(({ path }) => path)).toEqual([
    'changed',
    'new',
    'always',
  ]);
});

it('two that claim one path are a bug', () => {
  expect(() => collectArtifacts([[text('a', '1', '页面')], [text('a', '2', '公共文件')]])).toThrow(
    'Two artifacts are a: text, text',
  );
});

it.each([
  ['a folder that became a file', ['a/x', 'a/b/y'], ['a']],
  ['a file that became a folder', ['a'], ['a/x', 'a/b/y']],
  ['a page that became a file', ['a/index.html'], ['a']],
  ['a file that became a page', ['a'], ['a/index.html']],
  ['the page below a file that went', ['a.html/b/index.html'], ['a.html']],
])('%s: the new one is there, the old one is not', async (_, before, after) => {
  const out = await aFolder();
  const make = async (paths: string[], last: Map<string, string>) => {
    const artifacts = collectArtifacts([paths.map((path) => text(path, path, path))]);
    const output = createOutput(out);
    for (const path of paths) if (!last.has(path)) output.write(path, path);
    await output.remove(last.keys(), artifacts);
    return new Map(paths.map((path) => [path, path]));
  };
  const last = await make(before, new Map());
  await make(after, last);
  const files = (await everythingIn(out)).filter((path) => !path.endsWith('/'));
  expect(files).toEqual(after.toSorted());
});

it('what is no longer made goes, with the folders that it leaves empty', async () => {
  const out = await aFolder({ 'a/b/old.html': '', 'a/new.html': '', 'c/old.html': '' });
  const last = ['a/b/old.html', 'a/new.html', 'c/old.html', 'never-written.html'];
  const output = createOutput(out);
  await output.remove(last, collectArtifacts([[text('a/new.html', '1')]]));
  expect(output.changed).toBe(3);
  expect(await everythingIn(out)).toEqual(['a/', 'a/new.html']);
});

it('what lies beside the folder is not removed, whatever a record says', async () => {
  const folder = await aFolder({ 'victim/a': '珍贵', 'dist/b': '' });
  await createOutput(join(folder, 'dist')).remove(['../victim/a', 'b'], new Map());
  expect(await everythingIn(folder)).toEqual(['dist/', 'victim/', 'victim/a']);
});

it('what lies behind a link is not removed: somebody put the link there', async () => {
  const elsewhere = await aFolder({ 'old.html': '珍贵' });
  const out = await aFolder();
  await symlink(elsewhere, join(out, 'a'));
  await createOutput(out).remove(['a/old.html'], new Map());
  expect(await everythingIn(elsewhere)).toEqual(['old.html']);
});

it('a picture is copied without its remarks, once, and its folder holds nothing else', async () => {
  const secret = 'N43.82 E87.61';
  const photo = await aPhoto(40, 30)
    .withExif({ IFD0: { ImageDescription: secret } })
    .jpeg()
    .toBuffer();
  const [folder, out] = await Promise.all([aFolder(), aFolder()]);
  await writeFile(join(folder, '1.jpg'), photo);
  const artifact: Artifact = {
    kind: 'copy',
    path: 'a/1.jpg',
    key: '1',
    source: join(folder, '1.jpg'),
    sha256: digestOf(photo).sha256,
    isCleaned: true,
  };
  const output = createOutput(out);
  for (let round = 0; round < 2; round += 1) {
    await makeFiles([artifact], making(folder, output));
    expect(output.changed).toBe(1);
  }
  const published = await readFile(join(out, 'a/1.jpg'));
  expect([photo.includes(secret), published.includes(secret)]).toEqual([true, false]);
  expect(publishedSize(join(folder, '1.jpg'))).toBe(published.length);
  expect(await everythingIn(out)).toEqual(['a/', 'a/1.jpg']);
});

it.each([
  ['a file', 'a.txt', undefined],
  ['a picture', '1.jpg', true],
] as const)(
  '%s that is not what it was when it was read ends the build',
  async (_, name, isCleaned) => {
    const [folder, out] = await Promise.all([aFolder(), aFolder()]);
    const source = join(folder, name);
    await writeFile(source, await aPhoto(40, 30).jpeg().toBuffer());
    const { sha256 } = digestFile(source);
    await writeFile(source, await aPhoto(41, 30).jpeg().toBuffer());
    const artifact: Artifact = {
      kind: 'copy',
      path: name,
      key: sha256,
      source,
      sha256,
      ...(isCleaned && { isCleaned }),
    };
    const made = makeFiles([artifact], making(folder, createOutput(out)));
    await expect(made).rejects.toMatchObject({ code: 'ECONTENTCHANGED', path: source });
  },
);

describe('a file that is kept between builds, and is damaged', () => {
  const kept = async () => {
    const [folder, out] = await Promise.all([aFolder({ kept: 'whole' }), aFolder()]);
    const source = join(folder, 'kept');
    const sha256 = digestFile(source).sha256.slice(0, 16);
    const artifact: Artifact = { kind: 'copy', path: 'a', key: '1', source, sha256, isKept: true };
    return { folder, out, source, artifact, output: createOutput(out) };
  };

  it.each([
    ['exchanged', (source: string) => writeFile(source, 'whale')],
    ['emptied', (source: string) => truncate(source)],
    ['removed', (source: string) => rm(source)],
  ])('%s: it is made anew, and published whole', async (_, damage) => {
    const { folder, out, source, artifact, output } = await kept();
    await damage(source);
    await makeFiles(
      [artifact],
      making(folder, output, () => writeFile(source, 'whole')),
    );
    expect(await readFile(join(out, 'a'), 'utf8')).toBe('whole');
  });

  it('it ends the build when it is so again', async () => {
    const { folder, source, artifact, output } = await kept();
    await writeFile(source, 'whale');
    await expect(makeFiles([artifact], making(folder, output))).rejects.toMatchObject({
      code: 'EKEPTDAMAGED',
      path: source,
    });
  });
});
