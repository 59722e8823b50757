/** One file put into a folder, whole or not at all, whatever stands in its way. */
import { lstatSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** Folders made so far; a file or a link that stands in the way of one is of an older build, or of somebody else. */
export function createFolders(root: string): { ensure(path: string): boolean } {
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
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  // It was there, or another thread has just made it.
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory()) return false;
  // A link below the root leads out of it: what it leads to is not ours to write.
  rmSync(path, { force: true });
  return makeFolder(path);
}

/**
 * A reader, or a build that is killed, never meets half a file.
 * @param write fills the temporary file whose path it is given; false when what is there may stay
 */
export function replace(target: string, write: (temporary: string) => boolean): void {
  const temporary = join(dirname(target), TEMPORARY);
  try {
    if (write(temporary)) move(temporary, target);
    else rmSync(temporary);
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
