/** Small disks. */
import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { onTestFinished } from 'vitest';

export const canMount = process.platform === 'linux' && process.getuid?.() === 0;

/** A disk in memory at a new folder, as long as the test lasts. @param options as `mount` takes them: `size=4m` */
export async function aMount(folder: string, options: string): Promise<void> {
  await mkdir(folder);
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
}
