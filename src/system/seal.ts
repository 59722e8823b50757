/** By what a file made by us is known to be whole: a name says only what its bytes should be. */
import { lstat, open, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { shortDigest } from './digest.ts';

/** Size in bytes, and the beginning of the SHA-256. */
export type Seal = readonly [size: number, digest: string];

/** By path below a folder, `/`-separated. */
export type Seals = Readonly<Record<string, Seal>>;

/** The seal of bytes that are right. */
export function sealOf(bytes: Uint8Array): Seal {
  return [bytes.length, shortDigest(bytes, 16)];
}

/**
 * Whether there is such a file of our own under the name; a link to one is not.
 */
export async function isWhole(path: string, seal: Seal): Promise<boolean> {
  const found = await lstat(path).catch(unlessOfTheMachine);
  if (!found?.isFile() || found.size !== seal[0]) return false;
  // What cannot be read is made anew as well.
  const bytes = await readFile(path).catch(unlessOfTheMachine);
  return bytes !== undefined && sealOf(bytes)[1] === seal[1];
}

/**
 * The seals of all files of a folder that is right, which the disk has by then.
 * @param parts its folders that count; what is not there has no files
 */
export async function sealFolder(folder: string, parts: readonly string[]): Promise<Seals> {
  const seals: Record<string, Seal> = {};
  for (const path of await filesIn(folder, parts)) {
    await using file = await open(join(folder, path), 'r+');
    await file.datasync();
    seals[path] = sealOf(await file.readFile());
  }
  return seals;
}

/** Whether a folder holds these files, as they were sealed, and no others. */
export async function areWhole(
  folder: string,
  parts: readonly string[],
  seals: Seals,
): Promise<boolean> {
  const found = await filesIn(folder, parts);
  if (found.length !== Object.keys(seals).length) return false;
  // One after the other: a system may let a process open few files at once.
  for (const path of found) {
    const seal = seals[path];
    if (seal === undefined || !(await isWhole(join(folder, path), seal))) return false;
  }
  return true;
}

/** That a file cannot be opened says nothing of it where the process can open none. */
function unlessOfTheMachine(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (['EMFILE', 'ENFILE', 'ENOMEM'].includes(code)) throw error;
  return undefined;
}

/** But for what the system of whoever looks into a folder puts there. */
async function filesIn(folder: string, parts: readonly string[]): Promise<string[]> {
  const entries = await Promise.all(
    parts.map((part) =>
      readdir(join(folder, part), { recursive: true, withFileTypes: true }).catch(() => []),
    ),
  );
  return entries
    .flat()
    .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
