/**
 * The caches of sites that are built no more: they go when their content folder is gone, or when nobody used them for
 * thirty days. Each is emptied under its lock, so that no build loses what it works with.
 */
import { lstat, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pathAside, removeAbandoned, writeAtomically } from '../system/write-atomically.ts';
import { tryLock } from '../system/file-lock.ts';
import { LOCK } from '../system/lock.ts';
import { siteName } from '../system/project.ts';

/** Whose a cache is: the content folder. Its time is that of the last use. */
const OWNER = 'content.txt';
const KEPT_MS = 30 * 86_400_000;
/** A use is noted once in this time: a build that changes nothing writes nothing. */
const NOTED_EVERY_MS = 86_400_000;
const LOOKED_AT = 40;
const REMOVED_AT_MOST = 5;
const LONGEST_MS = 2_000;

/** Notes that a site's cache is used, and whose it is. */
export async function noteSite(cache: string, content: string, now = Date.now()): Promise<void> {
  const file = join(cache, OWNER);
  const last = await stat(file).catch(() => undefined);
  if (last && Math.abs(now - last.mtimeMs) < NOTED_EVERY_MS) return;
  await writeAtomically(file, `${content}\n`);
}

/**
 * Removes a few caches of sites that are no more: others may be hundreds, and nobody shall wait for them.
 * @param sites the folder of all caches
 * @param from which of them is looked at first; by default any, so that each has its turn
 * @returns the names of those that went
 */
export async function forgetSites(
  sites: string,
  now = Date.now(),
  from = Math.random(),
): Promise<string[]> {
  const begun = performance.now();
  await removeAbandoned(sites).catch(() => undefined);
  const entries = await readdir(sites, { withFileTypes: true }).catch(() => []);
  const names = entries
    .filter((entry) => entry.isDirectory() && /^[0-9a-f]{8}$/.test(entry.name))
    .map(({ name }) => name);
  const first = Math.floor(names.length * from);
  const removed: string[] = [];
  for (const name of [...names.slice(first), ...names.slice(0, first)].slice(0, LOOKED_AT)) {
    if (removed.length === REMOVED_AT_MOST || performance.now() - begun > LONGEST_MS) break;
    if (await forgetSite(join(sites, name), now).catch(() => false)) removed.push(name);
  }
  return removed;
}

/** False where it is still of use, is used, or cannot be removed: it may be another user's. */
async function forgetSite(cache: string, now: number): Promise<boolean> {
  if (!(await isForgotten(cache, now))) return false;
  const lock = tryLock(join(cache, LOCK), 'exclusive');
  if (!lock) return false;
  try {
    // It may have been used while nobody held it.
    if (!(await isForgotten(cache, now))) return false;
    const names = (await readdir(cache)).filter((name) => !name.startsWith(LOCK));
    // Whose it is goes last: what is left when this process is killed is known again.
    for (const name of names.toSorted((a, b) => Number(a === OWNER) - Number(b === OWNER))) {
      // At once: half a folder might be believed.
      const aside = await pathAside(`${cache}-${name}`);
      await rename(join(cache, name), aside);
      await rm(aside, { recursive: true, force: true });
    }
    await rm(join(cache, `${LOCK}.pid`), { force: true });
    return true;
  } finally {
    lock.release({ removeFile: true });
    await rmdir(cache).catch(() => undefined);
  }
}

async function isForgotten(cache: string, now: number): Promise<boolean> {
  const content = (await readFile(join(cache, OWNER), 'utf8').catch(() => '')).replace(/\n$/, '');
  const isOwner = siteName(content) === basename(cache);
  if (isOwner && (await isGone(content))) return true;
  return now - (await lastUse(cache, isOwner)) > KEPT_MS;
}

/** What may not be looked at is not gone. */
async function isGone(path: string): Promise<boolean> {
  return lstat(path).then(
    () => false,
    (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT',
  );
}

/** Of a cache that older versions left, the time of the newest that is in it. */
async function lastUse(cache: string, isOwner: boolean): Promise<number> {
  const names = isOwner ? [OWNER] : (await readdir(cache)).filter((name) => !name.startsWith(LOCK));
  const times = await Promise.all(
    names.map(async (name) => (await stat(join(cache, name))).mtimeMs),
  );
  return Math.max(0, ...times);
}
