/**
 * Locks that the system frees when their process ends, however it ends: those that SQLite takes on a file, here an empty
 * one that is never written. They hold between processes of one machine, and on network drives that pass locks on.
 */
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

export interface FileLock {
  /** False when somebody removed or exchanged the file: others may hold a lock on the new one. */
  isValid(): boolean;
  release(options?: { removeFile: boolean }): void;
}

/** One holds a file exclusively, or any number share it. */
export type LockMode = 'exclusive' | 'shared';

/** The disk knows no locks, or the file may not be opened. */
export class LockError extends Error {
  readonly code: 'ENOLCK' | 'EACCES';
  readonly path: string;

  constructor(path: string, code: 'ENOLCK' | 'EACCES', cause: unknown) {
    super(`${path} cannot be locked`, { cause });
    this.name = 'LockError';
    this.code = code;
    this.path = path;
  }
}

const BEGIN: Readonly<Record<LockMode, string>> = {
  // No journal file beside it: nothing is ever written.
  exclusive: 'PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE',
  shared: 'BEGIN; SELECT count(*) FROM sqlite_master',
};
const BUSY = 5;
const PERM = 3;
const READONLY = 8;
const CANTOPEN = 14;

/**
 * @param file made in a folder that is there, but only for an exclusive lock; nothing else may open it
 * @returns undefined when others hold it, or when there is no such file
 * @throws LockError
 */
export function tryLock(file: string, mode: LockMode): FileLock | undefined {
  if (mode === 'exclusive') make(file);
  // Whoever held it may have removed it: a lock on a file without a name keeps nobody out.
  const identity = identityOf(file);
  if (identity === undefined) return undefined;
  const database = new DatabaseSync(file, { readOnly: mode === 'shared', timeout: 0 });
  const isValid = (): boolean => identityOf(file) === identity;
  try {
    database.exec(BEGIN[mode]);
  } catch (error) {
    database.close();
    const code = codeOf(error);
    if (code === BUSY || !isValid()) return undefined;
    const isForbidden = [PERM, READONLY, CANTOPEN].includes(code);
    throw new LockError(file, isForbidden ? 'EACCES' : 'ENOLCK', error);
  }
  if (!isValid()) {
    database.close();
    return undefined;
  }
  return {
    isValid,
    release({ removeFile } = { removeFile: false }) {
      if (removeFile && isValid()) removeQuietly(file);
      database.close();
    },
  };
}

/** Not by opening it: a process that closes a file loses its locks on it. */
function make(file: string): void {
  if (identityOf(file) !== undefined) return;
  try {
    writeFileSync(file, '', { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Another process was first, or has just removed the folder: there is nothing to lock yet.
    if (code !== 'EEXIST' && code !== 'ENOENT') throw error;
  }
}

/** Of a file that is replaced by another of its name. */
function identityOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false, bigint: true });
  return found && `${found.dev} ${found.ino} ${found.birthtimeNs}`;
}

/** Windows keeps a file that is open; it does no harm there. */
function removeQuietly(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // It stays.
  }
}

function codeOf(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? Number(error.errcode) : 0;
  return code & 0xff;
}
