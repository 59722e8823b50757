/**
 * Tells of every change below a folder. On Linux Node watches each file by itself, and hears nothing more of one that was
 * put in the place of another, as editors, synchronisers and `check -- --fix` do: there each folder is watched instead.
 */
import { lstatSync, readdirSync, watch } from 'node:fs';
import type { FSWatcher } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

/** macOS and Windows watch a whole tree themselves. */
const IS_TREE_WATCHED = process.platform === 'darwin' || process.platform === 'win32';
/** What ends watching is that the folder is gone, which is told as a change of the folder above. */
const GONE = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM']);

/** The system lets a program watch no more folders. */
const TOO_MANY = new Set(['ENOSPC', 'EMFILE', 'ENFILE']);

/**
 * @param folder absolute path; it may be missing, come, go and be exchanged for another
 * @param onFailure hears why folders that came later cannot be watched
 * @returns what ends it
 * @throws Error with the code EWATCHES where the system lets nobody watch so many folders
 */
export function watchFolder(
  folder: string,
  onChange: () => void,
  onFailure: (error: unknown) => void,
): () => void {
  const watchers = new Map<string, FSWatcher>();

  const forget = (path: string): void => {
    if (!watchers.has(path)) return;
    for (const [other, watcher] of watchers) {
      if (other !== path && !other.startsWith(path + sep)) continue;
      watcher.close();
      watchers.delete(other);
    }
  };
  const add = (path: string, hear: (name: string) => void): void => {
    try {
      const watcher = watch(path, { recursive: IS_TREE_WATCHED && path === folder });
      watcher.on('change', (event, name) => {
        // A file that was written into is no folder that came.
        if (event === 'rename' && name !== null) tryTo(() => hear(String(name)));
        if (path !== above || name === base) onChange();
      });
      watcher.on('error', () => forget(path));
      watchers.set(path, watcher);
    } catch (error) {
      const code = codeOf(error);
      if (TOO_MANY.has(code)) {
        throw Object.assign(new Error(`${path} cannot be watched`), {
          code: 'EWATCHES',
          cause: error,
        });
      }
      if (!GONE.has(code)) throw error;
    }
  };
  const tryTo = (act: () => void): void => {
    try {
      act();
    } catch (error) {
      onFailure(error);
    }
  };
  /** Before it is listed: what comes in between is heard of. */
  const addTree = (path: string): void => {
    add(path, (name) => {
      if (!IS_TREE_WATCHED) renew(join(path, name));
    });
    if (IS_TREE_WATCHED) return;
    for (const name of foldersIn(path)) addTree(join(path, name));
  };
  const renew = (path: string): void => {
    forget(path);
    if (isFolder(path)) addTree(path);
  };

  const [above, base] = [dirname(folder), basename(folder)];
  add(above, (name) => {
    if (name === base) renew(folder);
  });
  if (isFolder(folder)) addTree(folder);
  return () => {
    for (const watcher of watchers.values()) watcher.close();
    watchers.clear();
  };
}

function foldersIn(path: string): string[] {
  try {
    const entries = readdirSync(path, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch (error) {
    if (GONE.has(codeOf(error))) return [];
    throw error;
  }
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
