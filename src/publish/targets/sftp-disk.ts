/**
 * Another machine's file system by SFTP: nothing of ours runs there, no shell reads a name, and one connection carries all.
 * Copies are second names of a file, so that nothing that lies there travels.
 */
import { createHash, randomUUID } from 'node:crypto';
import { posix } from 'node:path';
import { codeOf, ifMissing } from './folder-errors.ts';
import type { Disk, FileRead, Room } from './disk.ts';
import { sftpConnection, SftpError } from './sftp-connection.ts';
import { isFolder, sftpFiles } from './sftp-files.ts';
import type { Sftp } from './sftp-files.ts';
import { ASK, Fields, NO_ATTRIBUTES } from './sftp-packets.ts';
import type { SshSettings } from './ssh-settings.ts';

/** Many, since each waits for the line several times. */
const AT_ONCE = 32;
/** Of a file system: it may only be read. */
const READ_ONLY = 1n;
/** A piece of a file may not go into what is left of a disk. */
const FULL_BELOW = 64 * 1024;

export function sftpDisk(settings: SshSettings): Disk {
  const connection = sftpConnection(settings);
  const { ask, extended, knows } = connection;
  const files: Sftp = sftpFiles(connection);
  /** What was found whole needs not be read again. */
  const whole = new Set<string>();
  /** Second names. */
  const linked = new Set<string>();
  const { join, dirname } = posix;

  const kindOf = async (path: string): Promise<'file' | 'folder' | undefined> => {
    const answer = await ask(ASK.stat, path).catch(ifMissing);
    if (!answer) return undefined;
    return isFolder(new Fields(answer.body).attributes()) ? 'folder' : 'file';
  };
  const holds = async (path: string, sha256: string): Promise<boolean> => {
    const sum = createHash('sha256');
    const isThere = await files.read(path, (piece) => sum.update(piece));
    const isWhole = isThere !== undefined && sum.digest('hex') === sha256;
    if (isWhole) whole.add(path);
    return isWhole;
  };
  const remove = async (path: string): Promise<void> => {
    const refused = await ask(ASK.remove, path).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refused === undefined || codeOf(refused) === 'ENOENT') return;
    if ((await kindOf(path)) !== 'folder') throw refused;
  };
  const spaceAt = async (path: string): Promise<Space | undefined> => {
    if (!(await knows('statvfs@openssh.com'))) return undefined;
    const answer = await extended('statvfs@openssh.com', path).catch(ifMissing);
    if (answer) return spaceOf(new Fields(answer.body));
    return path === '/' ? undefined : spaceAt(dirname(path));
  };
  /** SFTP has one word for all that a disk refuses: the disk is asked. */
  const explained = async (path: string, error: unknown): Promise<unknown> => {
    if (codeOf(error) !== 'EREFUSED') return error;
    const space = await spaceAt(dirname(path)).catch(() => undefined);
    if (space && (space.flags & READ_ONLY) !== 0n) return refusal('EROFS', error);
    if (space && (space.bytes < FULL_BELOW || space.files === 0)) return refusal('ENOSPC', error);
    return (await kindOf(path)) === 'folder' ? refusal('EISDIR', error) : error;
  };
  const written = async (path: string, run: () => Promise<unknown>): Promise<void> => {
    try {
      await run();
    } catch (error) {
      throw await explained(path, error);
    }
  };
  const makeFolder = async (path: string, isSecond = false): Promise<boolean> => {
    const asked = ask(ASK.mkdir, path, NO_ATTRIBUTES);
    const refused = await asked.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (refused === undefined) return true;
    if (codeOf(refused) === 'ENOENT' && path !== '/' && !isSecond) {
      await makeFolder(dirname(path));
      return makeFolder(path, true);
    }
    const kind = await kindOf(path);
    if (kind === 'folder') return false;
    throw kind === 'file' ? refusal('EEXIST', refused) : await explained(path, refused);
  };
  /** Through this machine where the other one's disk knows no second names. */
  const copy = async (from: string, to: string): Promise<boolean> => {
    try {
      await extended('hardlink@openssh.com', from, to);
      linked.add(to);
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      if (!(error instanceof SftpError)) throw error;
      let isThere = false;
      await written(to, async () => {
        isThere = await files.copy(from, to);
      });
      return isThere;
    }
  };

  return {
    join,
    dirname,
    atOnce: AT_ONCE,
    async read(path): Promise<FileRead | undefined> {
      const pieces: Buffer[] = [];
      const found = await files.read(
        path,
        (piece) => pieces.push(Buffer.from(piece)),
        settings.shown,
      );
      return found && { bytes: Buffer.concat(pieces), writtenMs: found.writtenMs };
    },
    kindOf,
    async realpath(path) {
      const answer = await ask(ASK.realpath, path).catch(ifMissing);
      if (!answer) return undefined;
      const names = new Fields(answer.body);
      names.number();
      return names.text();
    },
    names: files.names,
    async clock(folder) {
      const probe = join(folder, `.${randomUUID()}.tmp`);
      try {
        return (await files.write(probe, new Uint8Array())).writtenMs;
      } catch {
        // Who may only read has no other clock.
        return Date.now();
      } finally {
        await remove(probe).catch(() => undefined);
      }
    },
    write: (path, from) => written(path, () => files.write(path, from)),
    async copy(from, to, sha256) {
      if (!whole.has(from) && !(await holds(from, sha256))) return false;
      return copy(from, to);
    },
    keep: copy,
    holds,
    async replace(from, to) {
      whole.delete(to);
      await written(to, () => extended('posix-rename@openssh.com', from, to));
      // Where both were names of one file, the system has left both.
      if (linked.delete(from)) await remove(from);
    },
    async publish(from, to) {
      try {
        await extended('hardlink@openssh.com', from, to);
        return true;
      } catch (error) {
        if (await kindOf(to)) return false;
        if (!(error instanceof SftpError)) throw error;
        // The first form of a rename never takes another file's place.
        await written(to, () => ask(ASK.rename, from, to));
        return true;
      }
    },
    remove,
    removeFolder: (path) =>
      ask(ASK.rmdir, path).then(
        () => true,
        () => false,
      ),
    makeFolder: (path) => makeFolder(path),
    async settle(folders) {
      await files.settle(folders, AT_ONCE);
    },
    async room(path) {
      const space = await spaceAt(path);
      if (!space) return undefined;
      const isRoot = settings.user === undefined || settings.user === 'root';
      const bytes = isRoot ? space.bytesOfRoot : space.bytes;
      // What is kept there is a second name.
      return { disk: String(space.id), bytes, files: space.files, isKeptTwice: false };
    },
  };
}

interface Space extends Omit<Room, 'disk' | 'isKeptTwice'> {
  id: bigint;
  /** A part is kept for root. */
  bytesOfRoot: number;
  flags: bigint;
}

/** In the order of `statvfs`: sizes of blocks, how many, free ones, free ones for us; the same of files; the disk, its flags. */
function spaceOf(fields: Fields): Space {
  const [, size = 0n, , all = 0n, ours = 0n, most = 0n, , files = 0n, id = 0n, flags = 0n] =
    Array.from({ length: 10 }, () => fields.long());
  return {
    id,
    bytes: Number(ours * size),
    bytesOfRoot: Number(all * size),
    files: most > 0n ? Number(files) : undefined,
    flags,
  };
}

function refusal(code: string, cause: unknown): Error {
  return Object.assign(new Error('refused by SFTP', { cause }), { code });
}
