/**
 * One build at a time works in a folder; a second one waits for it, or gives up. The lock lies in the folder itself,
 * where every build of it meets, whatever its project, its cache or its user.
 */
import { existsSync } from 'node:fs';
import { readFile, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from './make-folder.ts';
import { tryLock } from './file-lock.ts';

/** Another build holds the folder and did not end in time. */
export class BusyError extends Error {
  /** 0 when it is not known. */
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(`${folder} is being built by process ${pid}`);
    this.name = 'BusyError';
    this.pid = pid;
  }
}

/** Somebody removed or exchanged the folder while it was locked. */
export class FolderGoneError extends Error {
  readonly folder: string;

  constructor(folder: string) {
    super(`${folder} was removed while a build worked in it`);
    this.name = 'FolderGoneError';
    this.folder = folder;
  }
}

export interface FolderLock {
  /** Gives the folder free; one that was made for the lock and is still empty goes. */
  (): Promise<void>;
  /** @throws FolderGoneError when the lock went with the folder: another build may work there now */
  check(): void;
}

/** How the names of the lock's files begin; they are no part of the site. */
export const LOCK = '.bureau-press.lock';

const ASK_EVERY_MS = 100;
/** So long a folder may be missing though it was made each time it was asked for: others may just be removing it. */
const MISSING_MS = 1_000;

/**
 * @param folder absolute path; made if it is not there
 * @param options.patience milliseconds to wait for another build
 * @param options.onWait called once when there is one to wait for, with its process, or 0 when that is not known
 * @throws BusyError when patience ends
 * @throws LockError where there can be no locks
 * @throws Error with the code EACCES where no folder can be made
 */
export async function lockFolder(
  folder: string,
  { patience, onWait }: { patience: number; onWait: (pid: number) => void },
): Promise<FolderLock> {
  const file = join(folder, LOCK);
  const holderFile = `${file}.pid`;
  const deadline = performance.now() + patience;
  let missingSince: number | undefined;
  let isTold = false;
  for (let asked = 1; ; asked += 1) {
    const isLast = performance.now() > deadline;
    const made = await makeFolder(folder);
    const isThere = existsSync(folder);
    if (isThere) missingSince = undefined;
    else missingSince ??= performance.now();
    // Whoever goes removes a folder once; where it is never there, none can be made, though no error says so.
    if (missingSince !== undefined && performance.now() - missingSince > MISSING_MS) {
      throw Object.assign(new Error(`${folder} cannot be made`), { code: 'EACCES', path: folder });
    }
    const lock = isThere ? tryLock(file, 'exclusive') : undefined;
    if (lock) {
      // For the message of those who wait, which must not fail a build.
      await writeFile(holderFile, String(process.pid)).catch(() => undefined);
      const free = async (): Promise<void> => {
        if (lock.isValid()) await rm(holderFile, { force: true }).catch(() => undefined);
        lock.release({ removeFile: true });
        if (made !== undefined) await removeEmpty(folder, dirname(made));
      };
      return Object.assign(free, {
        check() {
          if (!lock.isValid()) throw new FolderGoneError(folder);
        },
      });
    }
    if (isLast) throw new BusyError(folder, await holderIn(holderFile));
    // The first answer may be of one that was just going.
    if (asked > 1 && isThere && !isTold) {
      isTold = true;
      onWait(await holderIn(holderFile));
    }
    await sleep(ASK_EVERY_MS);
  }
}

async function holderIn(file: string): Promise<number> {
  return Number(await readFile(file, 'utf8').catch(() => '0')) || 0;
}

/** Up to `end`, which was there before. */
async function removeEmpty(folder: string, end: string): Promise<void> {
  for (let path = folder; path !== end && path !== dirname(path); path = dirname(path)) {
    const isRemoved = await rmdir(path).then(
      () => true,
      () => false,
    );
    if (!isRemoved) return;
  }
}
