/** Removes files of `dist/` that no build makes any more, and nothing that somebody else put there. */
import { lstatSync } from 'node:fs';
import type { Stats } from 'node:fs';
import { readdir, realpath, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { foldCase } from '../site/address-key.ts';
import { LOCK } from '../system/lock.ts';
import { MARK } from './out-folder.ts';

/**
 * Removes the files that are not kept; folders that become empty go too.
 * @param out absolute path of the folder
 * @param paths below it
 * @returns how many were no longer wanted, whether or not they were still there
 */
export async function removeFiles(
  out: string,
  paths: Iterable<string>,
  keep: ReadonlyMap<string, unknown>,
): Promise<number> {
  const gone = [...paths].filter((path) => !keep.has(path));
  if (gone.length === 0) return 0;
  const root = await realpath(out);
  const kept = new Map([...keep.keys()].map((path) => [foldCase(path), path]));
  for (const path of gone) {
    const file = join(out, path);
    if (!file.startsWith(out + sep)) continue;
    // Behind a link that somebody put there lies what is not ours.
    const real = await realpath(dirname(file)).catch(() => undefined);
    if (real !== join(root, dirname(path))) continue;
    const state = stateOf(file);
    // A name that was a file may be a folder now, or lie below what is a file now: then it has gone already.
    if (!state || state.isDirectory()) continue;
    // Where case does not count, two names may be one file.
    const alike = kept.get(foldCase(path));
    if (alike !== undefined && stateOf(join(out, alike))?.ino === state.ino) continue;
    await rm(file, { force: true });
    for (let folder = dirname(file); folder !== out; folder = dirname(folder)) {
      // A folder that still holds something refuses to go, and should stay.
      const isRemoved = await rmdir(folder).then(
        () => true,
        () => false,
      );
      if (!isRemoved) break;
    }
  }
  return gone.length;
}

function stateOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** Removes every file that is not kept, but for what is git's. @returns how many went */
export async function prune(folder: string, keep: ReadonlyMap<string, unknown>): Promise<number> {
  let removed = 0;
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  // People publish dist/ from a checkout of its own.
  const entries = all.filter(
    (entry) => !isGit(relative(folder, join(entry.parentPath, entry.name))),
  );
  const files = entries.filter((entry) => !entry.isDirectory());
  for (const entry of files) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    if (name === MARK || name.startsWith(LOCK) || keep.has(name)) continue;
    await rm(path);
    removed += 1;
  }
  const folders = entries.filter((entry) => entry.isDirectory());
  // Deepest first; a folder that still holds something refuses to go, and should stay.
  for (const entry of folders.toReversed().toSorted((a, b) => depth(b) - depth(a))) {
    await rmdir(join(entry.parentPath, entry.name)).catch(() => undefined);
  }
  return removed;
}

function isGit(path: string): boolean {
  return path.split(sep)[0] === '.git';
}

function depth(entry: { parentPath: string; name: string }): number {
  return entry.parentPath.split(sep).length;
}
