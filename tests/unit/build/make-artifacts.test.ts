import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { collectArtifacts } from '../../../src/build/artifacts.ts';
import type { Artifact } from '../../../src/build/artifacts.ts';
import { changedArtifacts, removeGone } from '../../../src/build/make-artifacts.ts';
import { aFolder, everythingIn } from '../../support/a-folder.ts';

const text = (path: string, key: string, content = ''): Artifact => ({
  kind: 'text',
  path,
  key,
  text: content,
});

it('what has a new key, or none, is made', () => {
  const artifacts = collectArtifacts([
    [text('same', '1'), text('changed', '2'), text('new', '1'), text('always', '')],
  ]);
  const last = new Map([
    ['same', '1'],
    ['changed', '1'],
    ['always', ''],
    ['gone', '1'],
  ]);
  expect(changedArtifacts(artifacts, last).map(({ path }) => path)).toEqual([
    'changed',
    'new',
    'always',
  ]);
});

it('of two with one path the later counts', () => {
  const artifacts = collectArtifacts([[text('a', '1', '页面')], [text('a', '2', '公共文件')]]);
  expect([...artifacts.values()]).toEqual([text('a', '2', '公共文件')]);
});

it('what is no longer made goes, with the folders that it leaves empty', async () => {
  const out = await aFolder({ 'a/b/old.html': '', 'a/new.html': '', 'c/old.html': '' });
  const last = new Map([
    ['a/b/old.html', '1'],
    ['a/new.html', '1'],
    ['c/old.html', '1'],
    ['never-written.html', '1'],
  ]);
  expect(await removeGone(out, collectArtifacts([[text('a/new.html', '1')]]), last)).toBe(3);
  expect(await everythingIn(out)).toEqual(['a/', 'a/new.html']);
});

it('what lies behind a link is not removed: somebody put the link there', async () => {
  const elsewhere = await aFolder({ 'old.html': '珍贵' });
  const out = await aFolder();
  await symlink(elsewhere, join(out, 'a'));
  await removeGone(out, collectArtifacts([]), new Map([['a/old.html', '1']]));
  expect(await everythingIn(elsewhere)).toEqual(['old.html']);
});
