/** A folder on this machine, or a mounted one: every file is exchanged by a rename. */
import { constants } from 'node:fs';
import {
  copyFile,
  link,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { dirname, join, sep } from 'node:path';
import { digestFile } from '../../system/file-digest.ts';
import { inParallel } from '../in-parallel.ts';
import { codeOf, described, ifMissing } from './folder-errors.ts';
import { otherNames, removeEmpty, removeTemporaries } from './folder-leftovers.ts';
import { lostAside, PRIVATE, TargetError } from './target.ts';
import type { Before, Outgoing, Target } from './target.ts';

const AT_ONCE = 8;

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
  /** @throws TargetError where a link below the target leads out of it: what it leads to is not ours to write */
  const ensure = async (path: string): Promise<void> => {
    const parent = dirname(path);
    if (folders.has(parent)) return;
    const root = isIn(parent, aside) ? aside : folder;
    await mkdir(root, { recursive: true });
    if (!isIn(await realAbove(parent), await realpath(root))) {
      throw new TargetError(
        `${name}：「${parent}」在一个链接里面，链接指到别的地方去了。请删掉这个链接再发布。`,
      );
    }
    await mkdir(parent, { recursive: true });
    folders.add(parent);
  };
  /**
   * Readers find the old file or the new one.
   * @param fill false when what is there shall stay
   */
  const exchange = async (
    path: string,
    fill: (temporary: string) => Promise<boolean>,
    before?: Before,
  ) => {
    requests += 1;
    await ensure(path);
    const temporary = join(dirname(path), `.${randomUUID()}.tmp`);
    try {
      const isFilled = await fill(temporary);
      // A publisher that was stopped in the middle must not go on where another one has begun.
      await before?.();
      if (isFilled) await rename(temporary, path);
      else await rm(temporary, { force: true });
    } catch (error) {
      await rm(temporary, { force: true });
      throw error;
    }
  };
  const bring = async ({ path, sha256, from }: Outgoing, temporary: string): Promise<boolean> => {
    if (from instanceof Uint8Array) await writeFile(temporary, from);
    else if (from !== undefined) await copyFile(from, temporary, constants.COPYFILE_FICLONE);
    else if (!(await copied(join(aside, sha256), temporary, sha256))) throw lostAside(name, [path]);
    return true;
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
      if (!bytes) return undefined;
      const now = path.startsWith(PRIVATE) ? await clockOf(dirname(file)) : Date.now();
      return { bytes, age: Math.max(0, now - found.mtimeMs) };
    }),
    isTaken: guarded(async () => (await otherNames(folder)).length > 0),
    create: guarded(async (path, bytes) => {
      requests += 1;
      const file = placeOf(path);
      await ensure(file);
      return created(file, bytes);
    }),
    put: guarded(async (files, { onDone, before } = {}) => {
      await inParallel(files, AT_ONCE, async (file) => {
        await exchange(placeOf(file.path), (temporary) => bring(file, temporary), before);
        onDone?.();
      });
    }),
    putAside: guarded(async (files, before) => {
      await inParallel(files, AT_ONCE, ({ path, sha256 }) =>
        exchange(
          join(aside, sha256),
          (temporary) => copied(join(folder, path), temporary, sha256),
          before,
        ),
      );
    }),
    hasAside: guarded(async (sha256) => {
      requests += 1;
      const found = await stat(join(aside, sha256)).catch(ifMissing);
      return found?.isFile() === true;
    }),
    dropAside: guarded(async (sha256s, before) => {
      await inParallel(sha256s, AT_ONCE, async (sha256) => {
        requests += 1;
        await before?.();
        await rm(join(aside, sha256), { force: true });
      });
    }),
    remove: guarded(async (paths, before) => {
      await inParallel(paths, AT_ONCE, async (path) => {
        requests += 1;
        await before?.();
        const file = placeOf(path);
        if (await isThere(file)) {
          await ensure(file);
          await rm(file, { force: true });
        }
      });
      const others = paths.filter((path) => !path.startsWith(PRIVATE));
      for (const path of others) await removeEmpty(folder, dirname(path));
      folders.clear();
    }),
    tidy: guarded(async (paths) => {
      const places = [aside, ...paths.map((path) => dirname(placeOf(path)))];
      await inParallel(new Set(places), AT_ONCE, removeTemporaries);
    }),
  };
}

/** Whole or not at all: half a file would be there for ever, and nobody's. @returns false where there is one */
async function created(file: string, bytes: Uint8Array): Promise<boolean> {
  const temporary = join(dirname(file), `.${randomUUID()}.tmp`);
  const isThere = (error: unknown): boolean => {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  };
  try {
    await writeFile(temporary, bytes);
    return await link(temporary, file).then(
      () => true,
      async (error: unknown) => {
        if (!WITHOUT_LINKS.includes(codeOf(error))) return isThere(error);
        return copyFile(temporary, file, constants.COPYFILE_EXCL).then(() => true, isThere);
      },
    );
  } finally {
    await rm(temporary, { force: true });
  }
}

/** What file systems say that know no second name of a file: those of memory sticks, some of the net. */
const WITHOUT_LINKS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** @returns whether the copy is what its name says: somebody may have changed or removed the file by hand */
async function copied(from: string, to: string, sha256: string): Promise<boolean> {
  const isThere = await copyFile(from, to, constants.COPYFILE_FICLONE).then(() => true, ifMissing);
  return isThere === true && digestFile(to).sha256 === sha256;
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(dirname(path)).catch(ifMissing)) !== undefined;
}

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

/** Where a path leads, or as much of it as is there. */
async function realAbove(path: string): Promise<string> {
  return (await realpath(path).catch(ifMissing)) ?? realAbove(dirname(path));
}

function isIn(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
