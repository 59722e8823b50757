/** The SQLite file of the counts: made where there is none, looked through where there is one. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StoreUnusable, type StoreTrouble } from '../store.ts';
import { ADD, SCHEMA } from './sql.ts';

/** Writes the first page as it is: on a disk that takes nothing more this fails as a view would. */
export const PROBE = 'PRAGMA user_version = 0';
const OTHER_TABLES = "SELECT 1 FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' LIMIT 1";
const OUR_TABLE = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'views'";

/**
 * Opens a database that takes views now. Throws a `StoreUnusable` where it does not; what is there is left as it is.
 * @param lockWait how long another program's lock is waited for here; later not at all
 */
export function openDatabase(file: string, lockWait: number): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    if (file !== ':memory:') prepareFile(file);
    database = new DatabaseSync(file, { timeout: lockWait });
    if (isForeign(database)) throw refusal(file, 'foreign');
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    const verdict = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
    if (verdict !== 'ok') throw new Error(String(verdict));
    database.exec(`${SCHEMA}; ${PROBE}; PRAGMA busy_timeout = 0`);
    return database;
  } catch (cause) {
    database?.close();
    throw cause instanceof StoreUnusable ? cause : refusal(file, troubleOf(cause), cause);
  }
}

function prepareFile(file: string): void {
  makeFolders(dirname(file));
  const state = statSync(file, { throwIfNoEntry: false });
  if (state?.isDirectory() || (!state && /[/\\]$/.test(file))) throw refusal(file, 'folder');
  if (state && !state.isFile()) throw refusal(file, 'special');
}

/** One by one: `recursive` of Node never ends where a file system makes none (`/proc/x`). */
function makeFolders(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  const above = dirname(folder);
  if (above !== folder) makeFolders(above);
  try {
    mkdirSync(folder);
  } catch (cause) {
    // Made by another process meanwhile.
    if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw cause;
  }
}

/** Whether it holds something and not the counts: other tables, or one of this name with other columns. */
function isForeign(database: DatabaseSync): boolean {
  if (database.prepare(OUR_TABLE).get()) return !canPrepare(database, ADD);
  return Boolean(database.prepare(OTHER_TABLES).get());
}

function canPrepare(database: DatabaseSync, statement: string): boolean {
  try {
    database.prepare(statement);
    return true;
  } catch {
    return false;
  }
}

function refusal(file: string, why: StoreTrouble, cause?: unknown): StoreUnusable {
  return new StoreUnusable(file, why, `The view counts in ${file} cannot be kept`, cause);
}

function troubleOf(cause: unknown): StoreTrouble {
  const { code = '', message = '' } = cause as NodeJS.ErrnoException;
  if (/readonly/.test(message) || code === 'EROFS') return 'read-only';
  if (/is full/.test(message) || code === 'ENOSPC') return 'full';
  if (/locked/.test(message)) return 'locked';
  if (['ENOTDIR', 'EEXIST', 'ENOENT', 'ENAMETOOLONG', 'ELOOP'].includes(code)) return 'path';
  return /unable to open|disk I\/O/.test(message) || /^E[A-Z]+$/.test(code) ? 'access' : 'damaged';
}
