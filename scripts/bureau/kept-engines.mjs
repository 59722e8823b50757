/**
 * The engines that a bureau's folder keeps below `.cache/engine/`, each a clone under the name of its commit: the present one, and
 * of the others the one that was used last. Runs on any Node from 20 on, and imports nothing of the engine's.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const COMMIT = /^[0-9a-f]{40}([0-9a-f]{24})?$/;
/** Of a clone that is being made or removed: its commit, and the process. */
const UNFINISHED = /^[0-9a-f]{40,64}\.(\d+)$/;
/** Beside the present one. */
const KEPT_OTHERS = 1;
/** Within a clone: a file for each command that runs by it, under the number of its process. */
const USERS = join('.git', 'used-by');

/** @param {unknown} text */
export function isCommit(text) {
  return typeof text === 'string' && COMMIT.test(text);
}

/**
 * Where the clone of a commit lies, or would.
 * @param {string} home
 * @param {string} commit
 */
export function engineFolder(home, commit) {
  return join(home, '.cache', 'engine', commit);
}

/**
 * The commits whose clones are there, the one that was used last first.
 * @param {string} home
 */
export function keptEngines(home) {
  const folders = engineFolder(home, '');
  const names = existsSync(folders) ? readdirSync(folders).filter((name) => isCommit(name)) : [];
  const lastUse = new Map(names.map((name) => [name, timeOf(join(folders, name))]));
  return names.toSorted((a, b) => (lastUse.get(b) ?? 0) - (lastUse.get(a) ?? 0));
}

/**
 * Notes that a command runs by an engine, so that none removes it meanwhile.
 * @param {string} folder
 * @returns {() => void} called when the command has ended
 */
export function noteUse(folder) {
  const note = join(folder, USERS, String(process.pid));
  try {
    mkdirSync(join(folder, USERS), { recursive: true });
    writeFileSync(note, '');
    utimesSync(folder, new Date(), new Date());
  } catch {
    // Who may not write here removes nothing, either.
  }
  return () => rmSync(note, { force: true });
}

/**
 * Removes the engines that are kept no more, but for those by which a command runs, and what was left of killed commands.
 * @param {string} home
 * @param {string} present the commit that `package.json` names
 */
export function forgetEngines(home, present) {
  const folders = engineFolder(home, '');
  const others = keptEngines(home).filter((commit) => commit !== present);
  const unused = others.slice(KEPT_OTHERS).filter((commit) => !isUsed(join(folders, commit)));
  const left = readdirSync(folders).filter((name) => {
    const pid = UNFINISHED.exec(name)?.[1];
    return pid !== undefined && !isAlive(pid);
  });
  for (const commit of unused) {
    try {
      // At once: half of an engine would pass for a whole one.
      const gone = `${commit}.${process.pid}`;
      renameSync(join(folders, commit), join(folders, gone));
      left.push(gone);
    } catch {
      // In use, on Windows, or another user's: it stays until next time.
    }
  }
  for (const name of left) {
    try {
      rmSync(join(folders, name), { recursive: true, force: true });
    } catch {
      // Likewise.
    }
  }
}

/** @param {string} path */
function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** @param {string} folder */
function isUsed(folder) {
  const notes = join(folder, USERS);
  return existsSync(notes) && readdirSync(notes).some((pid) => isAlive(pid));
}

/** @param {string} pid */
function isAlive(pid) {
  if (!/^[1-9]\d*$/.test(pid)) return false;
  try {
    return process.kill(Number(pid), 0);
  } catch (error) {
    // It is there, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
