import { execFileSync } from 'node:child_process';
import { mkdir, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished, test } from 'vitest';
import { folderTarget } from '../../../src/publish/targets/folder-target.ts';
import { aFolder } from '../../support/a-folder.ts';

const BYTES = Buffer.from('what is said before a publication');
const canMount = process.platform === 'linux' && process.getuid?.() === 0;

it('creates a file once', async () => {
  const folder = await aFolder();
  const target = folderTarget(folder);
  expect(await target.create('_release/pending.json', BYTES)).toBe(true);
  expect(await target.create('_release/pending.json', Buffer.from('another'))).toBe(false);
  expect((await target.read('_release/pending.json'))?.bytes).toEqual(BYTES);
  expect(await readdir(join(folder, '_release'))).toEqual(['pending.json']);
});

it('of twenty who create it at once, one does', async () => {
  const folder = await aFolder();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => folderTarget(folder).create('_release/pending.json', BYTES)),
  );
  expect(answers.filter(Boolean)).toHaveLength(1);
});

test.runIf(canMount)('on a full disk it leaves no file of which a part is missing', async () => {
  const disk = join(await aFolder(), 'disk');
  await mkdir(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]);
  onTestFinished(() => void execFileSync('umount', [disk]));
  const target = folderTarget(disk);
  await target.put([{ path: '_release/root.json', sha256: '', from: BYTES }]);
  const { bavail, bsize } = await statfs(disk);
  await writeFile(join(disk, 'filler'), Buffer.alloc(bavail * bsize));
  const create = target.create('_release/pending.json', BYTES);
  await expect(create).rejects.toThrow('磁盘满了');
  expect(await readdir(join(disk, '_release'))).toEqual(['root.json']);
  await rm(join(disk, 'filler'));
  expect(await target.create('_release/pending.json', BYTES)).toBe(true);
});
