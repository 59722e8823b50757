/** Writes the files of `dist/`: only those whose bytes changed, and in the end nothing is left that was not written. */
import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { readdir, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { threadId } from 'node:worker_threads';
import { LOCK } from '../system/lock.ts';
import { isSameFile } from '../system/same-file.ts';
import { MARK } from './out-folder.ts';

/** Writing is synchronous: threads share the work, and a promise for each small file costs more than the file. */
export interface Output {
  folder: string;
  /** Files changed so far. */
  changed: number;
  /** @param path relative to the folder, `/`-separated */
  write(path: string, bytes: Uint8Array | string): void;
  copy(source: string, path: string): void;
  /** @param fill writes the file under the temporary name that it is given */
  make(path: string, fill: (temporary: string) => void): void;
  /** Marks the folder as written by us. */
  mark(): void;
  /** Removes every file that is not among these; each is one that changed. */
  prune(keep: { has(path: string): boolean }): Promise<void>;
}

/** @param given the folder's path; it is there: a build has locked it */
export function createOutput(given: string): Output {
  // Astro's ends with a slash.
  const folder = resolve(given);
  const folders = createFolders(folder);
  const output: Output = {
    folder,
    changed: 0,
    write(path, data) {
      const target = join(folder, path);
      const bytes = typeof data === 'string' ? Buffer.from(data) : data;
      const isNew = folders.ensure(dirname(target));
      if (!isNew && holds(target, bytes)) return;
      replace(target, (temporary) => writeFileSync(temporary, bytes));
      output.changed += 1;
    },
    copy(source, path) {
      const target = join(folder, path);
      const isNew = folders.ensure(dirname(target));
      if (!isNew && isSameFile(source, target)) return;
      replace(target, (temporary) => copyFileSync(source, temporary));
      output.changed += 1;
    },
    make(path, fill) {
      const target = join(folder, path);
      folders.ensure(dirname(target));
      const draft = `${target}.new`;
      fill(draft);
      if (isSameFile(draft, target)) return rmSync(draft);
      replace(target, (temporary) => renameSync(draft, temporary));
      output.changed += 1;
    },
    mark: () => output.write(MARK, ''),
    async prune(keep) {
      output.changed += await prune(folder, keep);
    },
  };
  return output;
}

/** Folders made so far; a file or a link that stands in the way of one is of an older build, or of somebody else. */
function createFolders(root: string): { ensure(path: string): boolean } {
  const known = new Set([root]);
  const ensure = (path: string): boolean => {
    if (known.has(path)) return false;
    ensure(dirname(path));
    const isNew = makeFolder(path);
    known.add(path);
    return isNew;
  };
  /** True when the folder was not there: nothing in it has to be compared. */
  return { ensure };
}

/**
 * Makes one folder and none above it: where somebody removed them meanwhile, pages without a mark would stand there, which
 * every later build takes for somebody else's. @returns whether it was not there
 */
function makeFolder(path: string): boolean {
  // A link below the root leads out of it: what it leads to is not ours to write.
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found && !found.isDirectory()) rmSync(path, { force: true });
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    // It was there, or another thread has just made it.
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

function holds(target: string, bytes: Uint8Array): boolean {
  const found = statSync(target, { throwIfNoEntry: false });
  return found?.size === bytes.length && found.isFile() && readFileSync(target).equals(bytes);
}

/** A reader, or a build that is killed, never meets half a file. */
function replace(target: string, write: (temporary: string) => void): void {
  const temporary = join(dirname(target), TEMPORARY);
  try {
    write(temporary);
    move(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * No other process or thread writes a file of this name, and no site has one. It has a length of its own: the file's may be
 * the longest that the disk allows.
 */
const TEMPORARY = `.part-${process.pid}-${threadId}`;

function move(temporary: string, target: string): void {
  try {
    renameSync(temporary, target);
  } catch (error) {
    if (!hasCode(error, 'EISDIR') && !hasCode(error, 'ENOTEMPTY') && !hasCode(error, 'EEXIST'))
      throw error;
    // A folder of an older build has the name.
    rmSync(target, { recursive: true, force: true });
    renameSync(temporary, target);
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function prune(folder: string, keep: { has(path: string): boolean }): Promise<number> {
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
