/** Which folders a build may fill and empty: judged by where they really are, whatever links lead there. */
import { lstat, readdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, relative, sep } from 'node:path';
import { LOCK } from '../system/lock.ts';
import { CACHE, PROJECT } from '../system/project.ts';
import type { SiteOptions } from './options.ts';

/** A file of every folder that a build wrote, by which the next build knows that it may remove things there. */
export const MARK = '.bureau-press';

/**
 * Why a folder may not be written.
 * - `foreign`: it holds things that no build put there
 * - `file`, `dead-link`: the name is a file's, or a link's that leads nowhere
 * - `precious`: it is the root of the disk, or a home, the project, the content or the cache is in it
 * - `source`: it is inside the content, the public files or the program
 * - `cache`: it is inside the cache, of which builds remove what they do not know
 * - `built`: builds fill and empty it, and nothing may be published to it
 */
export type RefusalReason =
  'foreign' | 'file' | 'dead-link' | 'precious' | 'source' | 'cache' | 'built';

/** Thrown before anything is touched. */
export class RefusedFolderError extends Error {
  readonly folder: string;
  readonly reason: RefusalReason;

  constructor(folder: string, reason: RefusalReason) {
    super(`${folder} must not be written: ${reason}`);
    this.name = 'RefusedFolderError';
    this.folder = folder;
    this.reason = reason;
  }
}

/** Folders of the project that are its own, beside what `roots` names. */
const PROGRAM = ['src', 'scripts', 'tests', 'node_modules', '.git'];

/**
 * Of the cache, but no build's: benchmarks keep whole sites there, pipelines the one that they hand on to their host's pages,
 * another version of the engine those that it is compared by.
 */
const WHOLE_SITES = ['bench', 'pages', 'upgrade'];

/**
 * @throws RefusedFolderError
 * @throws the file system's error when the folder cannot be looked at
 */
export async function refuseForeignFolder({ roots, out }: SiteOptions): Promise<void> {
  const reason = await refusal(out, [roots.content, roots.public]);
  if (reason) throw new RefusedFolderError(out, reason);
}

/**
 * For a folder to which a site is published, whatever lies in it: the files of others stay there.
 * @throws RefusedFolderError
 */
export async function refuseWrongPlace(
  folder: string,
  { roots }: Pick<SiteOptions, 'roots'>,
): Promise<void> {
  const reason = await wrongPlace(folder, [roots.content, roots.public]);
  if (reason) throw new RefusedFolderError(folder, reason);
  const mark = await lstat(join(folder, MARK)).catch(nothingIfMissing);
  if (mark?.isFile()) throw new RefusedFolderError(folder, 'built');
}

async function refusal(
  out: string,
  sources: readonly string[],
): Promise<RefusalReason | undefined> {
  const reason = await wrongPlace(out, sources);
  if (reason) return reason;
  return (await isForeign(out)) ? 'foreign' : undefined;
}

async function wrongPlace(
  out: string,
  sources: readonly string[],
): Promise<RefusalReason | undefined> {
  const real = await whereItIs(out);
  if (real === undefined) return 'dead-link';
  const program = PROGRAM.map((name) => join(PROJECT, name));
  const [inside, holding] = await Promise.all([
    Promise.all([...sources, ...program].map(existing)),
    Promise.all([homedir(), PROJECT, CACHE, ...sources].map(existing)),
  ]);
  if (real === dirname(real) || holding.some((path) => isIn(path, real))) return 'precious';
  if (inside.some((path) => isIn(real, path))) return 'source';
  const cache = await existing(CACHE);
  const isAllowed = WHOLE_SITES.some((name) => isIn(real, join(cache, name)));
  if (isIn(real, cache) && !isAllowed) return 'cache';
  const found = await stat(out).catch(nothingIfMissing);
  if (!found) return (await isBelowFile(out)) ? 'file' : undefined;
  return found.isDirectory() ? undefined : 'file';
}

/** Whether a folder holds things that no build of ours put there. A missing or empty one does not. */
export async function isForeign(folder: string): Promise<boolean> {
  const names = (await readdir(folder).catch(nothingIfMissing)) ?? [];
  const others = names.filter((name) => name !== '.git' && !name.startsWith(LOCK));
  if (others.length === 0) return false;
  // A link or a folder of that name was made by somebody else.
  const mark = await lstat(join(folder, MARK)).catch(nothingIfMissing);
  return !mark?.isFile();
}

/** The real path, of which the end need not exist; undefined when a link in it leads nowhere. */
async function whereItIs(path: string): Promise<string | undefined> {
  const real = await realpath(path).catch(nothingIfMissing);
  if (real !== undefined) return real;
  if (await lstat(path).catch(nothingIfMissing)) return undefined;
  const above = await whereItIs(dirname(path));
  return above === undefined ? undefined : join(above, basename(path));
}

async function isBelowFile(path: string): Promise<boolean> {
  const above = dirname(path);
  const found = await stat(above).catch(nothingIfMissing);
  return found ? !found.isDirectory() : isBelowFile(above);
}

async function existing(path: string): Promise<string> {
  return (await whereItIs(path).catch(() => undefined)) ?? path;
}

/** Whether a path is the folder itself or below it. */
function isIn(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isOtherDisk(way);
}

/** Between disks of Windows there is no way but the whole path. */
function isOtherDisk(way: string): boolean {
  return /^[a-z]:/i.test(way) || way.startsWith(sep);
}

function nothingIfMissing(error: unknown): undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return undefined;
  throw error;
}
