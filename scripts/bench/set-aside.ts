/**
 * Old output is put aside and removed when all is measured: for minutes after thousands of files were removed, ext4
 * makes new ones slowly (it passes over each inode that was in use), and that would be measured instead.
 */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CACHE } from '../../src/system/project.ts';

const ASIDE = join(CACHE, 'bench/aside');

/** After this there is nothing at `folder`. */
export async function setAside(folder: string): Promise<void> {
  await mkdir(ASIDE, { recursive: true });
  await rename(folder, join(ASIDE, randomUUID())).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

export async function removeAside(): Promise<void> {
  await rm(ASIDE, { recursive: true, force: true });
}
