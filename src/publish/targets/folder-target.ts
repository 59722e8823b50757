/** A folder on this machine, or a mounted one: every file is exchanged by a rename. */
import { constants } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  readFile,
  rename,
  rm,
  rmdir,
  stat,
  writeFile,
} from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';
import { inParallel } from '../in-parallel.ts';
import { PRIVATE, TargetError } from './target.ts';
import type { Outgoing, Target } from './target.ts';

const AT_ONCE = 8;

/** What disks answer that know no second name of a file. */
const WITHOUT_LINKS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/**
 * @param folder absolute path, what a server has for its root; what is put aside lies beside it, in `<folder>.aside`
 * @param name as the operator wrote it
 */
export function folderTarget(folder: string, name = folder): Target {
  const aside = `${folder}.aside`;
  const folders = new Set<string>();
  let requests = 0;

  const placeOf = (path: string): string =>
    path.startsWith(PRIVATE) ? join(aside, path.slice(PRIVATE.length)) : join(folder, path);
  const ensure = async (path: string): Promise<void> => {
    const parent = dirname(path);
    if (folders.has(parent)) return;
    await mkdir(parent, { recursive: true });
    folders.add(parent);
  };
  /** Readers find the old file or the new one, and the disk has the bytes before the name. */
  const exchange = async (path: string, fill: (temporary: string) => Promise<void>) => {
    requests += 1;
    await ensure(path);
    const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
    try {
      await fill(temporary);
      await rename(temporary, path);
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  };
  const guarded = <Args extends unknown[], Result>(run: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      try {
        return await run(...args);
      } catch (error) {
        throw described(error, name);
      }
    };
  };

  return {
    name,
    aside: '',
    hasPrivate: true,
    takesControlFiles: true,
    get requests() {
      return requests;
    },
    read: guarded(async (path) => {
      requests += 1;
      const file = placeOf(path);
      const found = await stat(file).catch(ifMissing);
      if (!found?.isFile()) return undefined;
      const bytes = await readFile(file).catch(ifMissing);
      return bytes && { bytes, age: Math.max(0, Date.now() - found.mtimeMs) };
    }),
    create: guarded(async (path, bytes) => {
      requests += 1;
      const file = placeOf(path);
      await ensure(file);
      const temporary = join(dirname(file), `.${randomUUID()}.tmp`);
      try {
        // Whole or not at all: on a full disk a file may be made and not be written.
        await writeFile(temporary, bytes);
        await link(temporary, file).catch((error: unknown) => {
          if (!WITHOUT_LINKS.has(codeOf(error))) throw error;
          return copyFile(temporary, file, constants.COPYFILE_EXCL);
        });
        return true;
      } catch (error) {
        if (codeOf(error) === 'EEXIST') return false;
        throw error;
      } finally {
        await rm(temporary, { force: true });
      }
    }),
    put: guarded(async (files: readonly Outgoing[], onDone?: () => void) => {
      await inParallel(files, AT_ONCE, async ({ path, sha256, from = join(aside, sha256) }) => {
        await exchange(placeOf(path), (temporary) =>
          typeof from === 'string'
            ? copyFile(from, temporary, constants.COPYFILE_FICLONE)
            : writeFile(temporary, from),
        );
        onDone?.();
      });
    }),
    putAside: guarded(async (files) => {
      await inParallel(files, AT_ONCE, ({ path, sha256 }) =>
        exchange(join(aside, sha256), (temporary) =>
          copyFile(join(folder, path), temporary, constants.COPYFILE_FICLONE),
        ),
      );
    }),
    dropAside: guarded(async (sha256s) => {
      await inParallel(sha256s, AT_ONCE, async (sha256) => {
        requests += 1;
        await rm(join(aside, sha256), { force: true });
      });
    }),
    remove: guarded(async (paths) => {
      await inParallel(paths, AT_ONCE, async (path) => {
        requests += 1;
        await rm(placeOf(path), { force: true });
      });
      const others = paths.filter((path) => !path.startsWith(PRIVATE));
      for (const path of others) await removeEmpty(folder, dirname(path));
      folders.clear();
    }),
  };
}

/** The folders above a file that went, as far up as they are empty. */
async function removeEmpty(root: string, path: string): Promise<void> {
  for (let at = path; at !== '.'; at = dirname(at)) {
    const isGone = await rmdir(join(root, at)).then(
      () => true,
      () => false,
    );
    if (!isGone) return;
  }
}

const MESSAGES: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了。读者看到的还是上一次发布的网站；腾出空间后再发布一次，会接着补齐。',
  EDQUOT: '磁盘配额用完了。读者看到的还是上一次发布的网站；腾出空间后再发布一次，会接着补齐。',
  EACCES: '没有读写的权限。请检查这个文件夹的权限，或换一个用户再发布。',
  EPERM: '没有读写的权限。请检查这个文件夹的权限，或换一个用户再发布。',
  EROFS: '这个磁盘是只读的。请检查它的挂载方式。',
  EIO: '磁盘读写出错。请检查磁盘。',
  ENOTDIR: '路径中间有一个是文件，不是文件夹。请检查 --to。',
  EISDIR: '有一个文件的位置上是文件夹。请移走它再发布。',
};

function described(error: unknown, name: string): unknown {
  const message = MESSAGES[codeOf(error)];
  return message === undefined ? error : new TargetError(`${name}：${message}`, { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function ifMissing(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
  throw error;
}
