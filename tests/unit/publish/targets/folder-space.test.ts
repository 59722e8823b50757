/** Whether there is room, on real disks of a few megabytes. */
import { statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderTarget } from '../../../../src/publish/targets/folder-target.ts';
import { aFolder } from '../../../support/a-folder.ts';
import { aMount, canMount } from '../../../support/a-mount.ts';

const NOTHING = { put: 0, replaced: 0, keptOfReplaced: 0, aside: 0, files: 0 };
const MB = 1_000_000;

async function aDisk(options: string, at = 'disk'): Promise<string> {
  const disk = join(await aFolder(), at);
  await aMount(disk, options);
  return disk;
}

test.runIf(canMount)('what does not fit is refused, with what is missing', async () => {
  const disk = await aDisk('size=4m');
  await writeFile(join(disk, 'other'), Buffer.alloc(MB));
  const { refuseFull } = folderTarget(join(disk, 'not yet/there'), 'www');
  const { bavail, bsize } = await statfs(disk);
  const free = bavail * bsize;
  await refuseFull?.({ ...NOTHING, put: free });
  await expect(refuseFull?.({ ...NOTHING, put: free + 2 * MB })).rejects.toThrow(
    'www：磁盘还剩 3.2 MB，这次要多占 5.2 MB，放不下，没有动手。至少再腾出 2.0 MB，再发布一次。',
  );
});

test.runIf(canMount)('what goes makes room, but not what is kept of it', async () => {
  const disk = await aDisk('size=4m');
  const { refuseFull } = folderTarget(join(disk, 'site'), 'www');
  const all = { ...NOTHING, put: 20 * MB, replaced: 19 * MB };
  await refuseFull?.(all);
  await refuseFull?.({ ...all, keptOfReplaced: MB, aside: MB });
  await expect(refuseFull?.({ ...all, keptOfReplaced: 19 * MB, aside: 19 * MB })).rejects.toThrow(
    '这次要多占 20.0 MB',
  );
});

test.runIf(canMount)('what is removed is there twice until the end', async () => {
  const disk = await aDisk('size=4m');
  const { refuseFull } = folderTarget(join(disk, 'site'), 'www');
  const another = { ...NOTHING, put: 2 * MB, files: 1 };
  await refuseFull?.(another);
  await refuseFull?.({ ...another, aside: MB });
  await expect(refuseFull?.({ ...another, aside: 3 * MB })).rejects.toThrow('这次要多占 5.0 MB');
});

test.runIf(canMount)('what is put aside may lie on another disk', async () => {
  const site = await aDisk('size=4m', 'site');
  const { refuseFull } = folderTarget(site, 'www');
  const all = { ...NOTHING, put: 20 * MB, replaced: 19 * MB, keptOfReplaced: 19 * MB };
  await refuseFull?.({ ...all, aside: 19 * MB });
  await expect(refuseFull?.({ ...all, aside: 1e15 })).rejects.toThrow(/^www\.aside：磁盘还剩/);
});

test.runIf(canMount)('there may be no room for one more file', async () => {
  const disk = await aDisk('nr_inodes=10');
  const { refuseFull } = folderTarget(disk, 'www');
  await refuseFull?.({ ...NOTHING, files: 5 });
  await expect(refuseFull?.({ ...NOTHING, files: 11 })).rejects.toThrow(
    /磁盘还能放 \d 个文件（inode），这次要新写 11 个/,
  );
});
