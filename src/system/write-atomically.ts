/**
 * Files and folders that appear whole or not at all. They are made aside, in a folder `.part` beside their place, under
 * names that say whose they are: what a process that was killed leaves there is known by its name, and removed.
 */
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { shortDigest } from './digest.ts';
import { makeFolder } from './make-folder.ts';

const ASIDE = '.part';
/** Processes are known by number on their own machine only; several may share a folder. */
const MACHINE = shortDigest(hostname(), 8);
/** What another machine's process left is taken for abandoned after a day. */
const ABANDONED_AFTER_MS = 86_400_000;

let made = 0;

/** A path aside that no other process, and no other call, is given; its folder is there. */
export async function pathAside(path: string): Promise<string> {
  const folder = join(dirname(path), ASIDE);
  await makeFolder(folder);
  made += 1;
  return join(folder, `${MACHINE}-${process.pid}-${made}-${basename(path)}`);
}

/**
 * Writes a file so that no reader, no crash and no full disk ever leaves half of it. Its folder is made; a folder that has the
 * file's own name goes.
 * @param options.isDurable wait until the disk has it: for what would be believed though a power cut emptied it
 */
export async function writeAtomically(
  path: string,
  content: string | Uint8Array,
  { isDurable = false }: { isDurable?: boolean } = {},
): Promise<void> {
  const draft = await pathAside(path);
  try {
    await write(draft, content, isDurable);
    await rename(draft, path).catch(async (error: unknown) => {
      if (!hasCode(error, 'EISDIR')) throw error;
      // Each next call would meet the folder again.
      await rm(path, { recursive: true });
      await rename(draft, path);
    });
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/**
 * Makes a folder so that nobody ever meets half of it; one that is there already is replaced.
 * @param make fills the folder that it is given, which is there and empty
 */
export async function makeAtomically(
  path: string,
  make: (folder: string) => Promise<void>,
): Promise<void> {
  const draft = await pathAside(path);
  try {
    await mkdir(draft);
    await make(draft);
    // Aside as well: to remove a folder takes a while, in which half of it would be met.
    const old = await pathAside(path);
    await rename(path, old).catch(unlessMissing);
    await rename(draft, path);
    await rm(old, { recursive: true, force: true });
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

function unlessMissing(error: unknown): void {
  if (!hasCode(error, 'ENOENT')) throw error;
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

async function write(
  path: string,
  content: string | Uint8Array,
  isDurable: boolean,
): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(content);
    if (isDurable) await file.datasync();
  } finally {
    await file.close();
  }
}

/** Removes what processes that are gone left aside in a folder. */
export async function removeAbandoned(folder: string): Promise<void> {
  const aside = join(folder, ASIDE);
  const names = await readdir(aside).catch((): string[] => []);
  for (const name of names) {
    const path = join(aside, name);
    // A child of the process may write there for a moment yet.
    if (await isAbandoned(path, name)) {
      await rm(path, { recursive: true, force: true, maxRetries: 10 });
    }
  }
}

async function isAbandoned(path: string, name: string): Promise<boolean> {
  const [machine, pid] = name.split('-');
  if (machine === MACHINE) return !isAlive(Number(pid));
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs > ABANDONED_AFTER_MS;
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    // It is there, and another user's.
    return hasCode(error, 'EPERM');
  }
}
