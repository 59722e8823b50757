/** This machine's file system, or one that is mounted. */
import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  statfs,
  writeFile,
} from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestFile } from '../../system/file-digest.ts';
import { inParallel } from '../in-parallel.ts';
import type { Disk, Room } from './disk.ts';
import { codeOf, ifMissing } from './folder-errors.ts';

/** Many: a disk finishes several that wait for it in one go. */
const AT_ONCE = 32;

export const localDisk: Disk = {
  join,
  dirname,
  atOnce: AT_ONCE,
  async read(path) {
    const found = await stat(path).catch(ifMissing);
    if (!found?.isFile()) return undefined;
    const bytes = await readFile(path).catch(ifMissing);
    return bytes && { bytes, writtenMs: found.mtimeMs };
  },
  async kindOf(path) {
    const found = await stat(path).catch(ifMissing);
    return found && (found.isDirectory() ? 'folder' : 'file');
  },
  realpath: (path) => realpath(path).catch(ifMissing),
  names: async (folder) => (await readdir(folder).catch(ifMissing)) ?? [],
  clock: clockOf,
  async write(path, from) {
    if (typeof from === 'string') await copyFile(from, path, constants.COPYFILE_FICLONE);
    else await writeFile(path, from);
    await settleFile(path);
  },
  copy: copied,
  keep: copied,
  holds: (path, sha256) => Promise.resolve(isWhole(path, sha256)),
  replace: rename,
  publish: named,
  remove: removeFile,
  removeFolder: (path) =>
    rmdir(path).then(
      () => true,
      () => false,
    ),
  makeFolder: async (path) => (await mkdir(path, { recursive: true })) !== undefined,
  async settle(folders) {
    // Windows has no way to do it, nor the need.
    if (process.platform !== 'win32') await inParallel(folders, AT_ONCE, settleFile);
  },
  room: roomAt,
};

async function removeFile(path: string): Promise<void> {
  await rm(path, { force: true }).catch(async (error: unknown) => {
    const found = await stat(path).catch(ifMissing);
    if (found && !found.isDirectory()) throw error;
  });
}

/** @returns whether the copy is what its name says: somebody may have changed or removed the file by hand */
async function copied(from: string, to: string, sha256: string): Promise<boolean> {
  const isThere = await copyFile(from, to, constants.COPYFILE_FICLONE).then(() => true, ifMissing);
  if (isThere !== true || !isWhole(to, sha256)) return false;
  await settleFile(to);
  return true;
}

function isWhole(path: string, sha256: string): boolean {
  try {
    return digestFile(path).sha256 === sha256;
  } catch (error) {
    ifMissing(error);
    return false;
  }
}

/** What was written waits in memory otherwise, and a power cut leaves a file that is empty under its new name. */
async function settleFile(path: string): Promise<void> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r').catch(ifMissing);
    await file?.sync();
  } catch (error) {
    // Some file systems of the net do not know it for folders, and who may not list a folder cannot ask for it.
    if (!WITHOUT_SYNC.includes(codeOf(error))) throw error;
  } finally {
    await file?.close();
  }
}

const WITHOUT_SYNC = ['EINVAL', 'ENOTSUP', 'ENOSYS', 'EBADF', 'EACCES', 'EPERM'];

async function named(from: string, to: string): Promise<boolean> {
  const isThere = (error: unknown): boolean => {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  };
  return link(from, to).then(
    () => true,
    async (error: unknown) => {
      if (!WITHOUT_LINKS.includes(codeOf(error))) return isThere(error);
      return copyFile(from, to, constants.COPYFILE_EXCL).then(() => true, isThere);
    },
  );
}

/** What file systems say that know no second name of a file: those of memory sticks, some of the net. */
const WITHOUT_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** The time by the clock that dates the folder's files: another machine's, where it is mounted from there. */
async function clockOf(folder: string): Promise<number> {
  const probe = join(folder, `.${randomUUID()}.tmp`);
  try {
    await writeFile(probe, '');
    return (await stat(probe)).mtimeMs;
  } catch {
    // Who may only read has no other clock.
    return Date.now();
  } finally {
    await rm(probe, { force: true }).catch(() => undefined);
  }
}

/** Btrfs and ZFS pack what they hold: nobody knows what still goes into them. */
const PACKING = [0x9123683e, 0x2fc12fc1];

/** Its copies share their blocks, mostly. */
const XFS = 0x58465342;

async function roomAt(path: string): Promise<Room | undefined> {
  const found = await stat(path).catch(ifMissing);
  if (!found) return dirname(path) === path ? undefined : roomAt(dirname(path));
  try {
    const { type, bfree, bavail, bsize, files, ffree } = await statfs(path);
    if (PACKING.includes(type)) return undefined;
    // A part is kept for root.
    const blocks = process.getuid?.() === 0 ? bfree : bavail;
    return {
      disk: String(found.dev),
      bytes: blocks * bsize,
      files: files > 0 ? ffree : undefined,
      isKeptTwice: type !== XFS,
    };
  } catch {
    return undefined;
  }
}
