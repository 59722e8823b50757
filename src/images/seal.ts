/** By what a file made by us is known to be whole: a name says only what its bytes should be. */
import { hash } from 'node:crypto';
import { lstat, readFile } from 'node:fs/promises';

/** Size in bytes, and the beginning of the SHA-256. */
export type Seal = readonly [size: number, digest: string];

/** The seal of bytes that are right. */
export function sealOf(bytes: Uint8Array): Seal {
  return [bytes.length, hash('sha256', bytes, 'hex').slice(0, 16)];
}

/**
 * Whether there is such a file of our own under the name; a link to one is not.
 * @param by 'size' asks the disk's list alone, 'bytes' reads the file
 */
export async function isWhole(path: string, seal: Seal, by: 'size' | 'bytes'): Promise<boolean> {
  const found = await lstat(path).catch(() => undefined);
  if (!found?.isFile() || found.size !== seal[0]) return false;
  if (by === 'size') return true;
  // What cannot be read is made anew as well.
  const bytes = await readFile(path).catch(() => undefined);
  return bytes !== undefined && sealOf(bytes)[1] === seal[1];
}
